import HybridWork
import Reports
import Simulation
import TestSupport
import Testing

@Suite("outcomes.csv")
struct OutcomesFileTests {
  /// The mean of an outcome for each group of one column, empty where it is hidden.
  private func means(
    _ groups: [(disability: Bool?, people: Int, eligible: Int)], outcome: String = "eligible_share"
  ) throws -> [String: String] {
    var people: [TestPerson] = []
    for group in groups {
      for place in 0..<group.people {
        var person = TestPerson("P\(1000 + people.count)")
        person.disability = group.disability
        person.directServiceShare = place < group.eligible ? 0 : 1
        people.append(person)
      }
    }
    var study = SmallStudy(people: people)
    study.groups = [.disability]
    study.smallestGroup = 10
    study.policies = [
      SmallStudy.policy(
        "thursday", .fixed([.thursday]), takeUp: .ordered,
        rules: [
          SmallStudy.rule(
            "no-direct-service", .number(.directServiceShare, NumberRange(upper: .including(0))))
        ])
    ]
    var means: [String: String] = [:]
    for line in OutcomesFile.text(try study.result()).split(whereSeparator: \.isNewline) {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard fields[0] == "thursday", fields[2] == outcome else { continue }
      means[fields[1]] = fields[5]
    }
    return means
  }

  @Test("rates of groups with enough people on either side are shown")
  func shown() throws {
    let means = try means([(true, 20, 10), (false, 40, 30)])
    #expect(means["disability:true"] == "0.5")
    #expect(means["disability:false"] == "0.75")
    #expect(means["all"]?.hasPrefix("0.6666") == true)
  }

  @Test(
    "a rate that tells of few people is hidden with the one that would give it away",
    arguments: ["eligible_share", "flexible_days_per_week"])
  func few(outcome: String) throws {
    // 2 of 20 with a disability are eligible; 32 of 60 are in all, so the other rate tells as much.
    let means = try means([(true, 20, 2), (false, 40, 30)], outcome: outcome)
    #expect(means["disability:true"] == "")
    #expect(means["disability:false"] == "")
    #expect(means["all"] != "")
  }

  @Test("people who are in no group stand between a total and the group shown")
  func unknown() throws {
    let means = try means([(true, 5, 2), (false, 40, 30), (nil, 35, 20)])
    #expect(means["disability:true"] == "")
    #expect(means["disability:false"] == "0.75")
  }

  @Test("nobody eligible, or everybody, is no small count")
  func ends() throws {
    let means = try means([(true, 20, 0), (false, 40, 40)])
    #expect(means["disability:true"] == "0")
    #expect(means["disability:false"] == "1")
  }

  @Test("flags are put in words in both languages, categories are not")
  func words() {
    #expect(OutcomeGroup.level(.disability, "true").text(.english) == "disability: yes")
    #expect(OutcomeGroup.level(.disability, "false").text(.indonesian) == "disability: tidak")
    #expect(OutcomeGroup.level(.sex, "P").text(.english) == "sex: P")
    #expect(OutcomeGroup.all.text(.indonesian) == "all")
  }
}
