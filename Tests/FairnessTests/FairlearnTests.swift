import Fairness
import HybridWork
import Testing

/// The generated register against Fairlearn's MetricFrame and a decomposition made with pandas.
struct FairlearnTests {
  private func audit() throws -> PolicyAudit {
    let people = try Reference.rows("register.csv").map { row in
      var person = AuditPerson(sex: row[1])
      person.education = row[2]
      person.disability = row[3].isEmpty ? nil : row[3] == "true"
      person.position = row[4]
      person.tenure = try #require(Double(row[5]))
      person.laptop = row[6].isEmpty ? nil : row[6] == "true"
      person.direct = try #require(Double(row[7]))
      return person
    }
    let population = try AuditStaff.population(people)
    let policy = AuditStaff.policy([AuditStaff.tenure, AuditStaff.laptop, AuditStaff.direct])
    return PolicyAudit(
      policy,
      decisions: try EligibilityDecisions(
        rules: policy.levers.eligibility, population: population),
      population: population,
      plan: AuditPlan(
        columns: [.sex, .education, .disability], smallestGroup: 1, raterError: nil))
  }

  @Test("selection rates agree with MetricFrame, group by group")
  func rates() throws {
    let audit = try audit()
    var compared = 0
    for row in try Reference.rows("metric_frame.csv") {
      let expected = try #require(Double(row[2]))
      let groups = try #require(audit.groupings.first { $0.grouping.name == row[0] }).groups
      let rates = groups.compactMap(\.access.rate)
      let (least, most) = (try #require(rates.min()), try #require(rates.max()))
      let found: Double
      switch row[1] {
      case "DIFFERENCE": found = most - least
      case "RATIO": found = least / most
      default:
        let group = groups.first {
          $0.access.group.map { $0 ?? "unknown" }.joined(separator: " + ") == row[1]
        }
        found = try #require(group?.access.rate)
      }
      #expect(abs(found - expected) < 1e-9, "\(row)")
      compared += 1
    }
    #expect(compared == 25)
  }

  @Test("a group's difference and ratio are to the largest group")
  func differences() throws {
    let sexes = try #require(try audit().groupings.first).groups
    let reference = try #require(sexes.first { $0.access.isReference })
    let other = try #require(sexes.first { !$0.access.isReference })
    #expect(reference.access.group == ["L"])
    let rates = (try #require(other.access.rate), try #require(reference.access.rate))
    #expect(other.access.difference == rates.0 - rates.1)
    #expect(other.access.ratio == rates.0 / rates.1)
  }

  @Test("the gap within comparable posts agrees with a join of two tables of posts")
  func decomposition() throws {
    let audit = try audit()
    for row in try Reference.rows("decomposition.csv") {
      let groups = try #require(audit.groupings.first { $0.grouping.name == row[0] }).groups
      let posts = try #require(groups.first { $0.access.group == [row[1]] }?.posts)
      let expected = (try #require(Double(row[4])), try #require(Double(row[5])))
      #expect(abs(posts.byPosts - expected.0) < 1e-9, "\(row)")
      #expect(abs(posts.withinPosts - expected.1) < 1e-9, "\(row)")
      #expect(abs(posts.gap - expected.0 - expected.1) < 1e-9, "\(row)")
      let counts = [posts.sharedPosts, posts.offSupport, posts.referenceOffSupport]
      #expect(counts.map(String.init) == [row[3], row[6], row[7]])
    }
  }

  @Test("the parts of the rules sum to the gap")
  func partsSum() throws {
    for grouping in try audit().groupings.prefix(3) {
      for group in grouping.groups where !group.access.isReference {
        let sum = group.rules.reduce(0) { $0 + ($1.share ?? .nan) }
        #expect(abs(sum - (try #require(group.access.difference))) < 1e-12)
      }
    }
  }
}
