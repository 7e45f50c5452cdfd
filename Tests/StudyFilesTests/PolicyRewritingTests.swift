import HybridWork
import StudyFiles
import Testing

@Suite("Policy files written anew")
struct PolicyRewritingTests {
  private func policy(_ schedule: Schedule, exceptions: Int = 0) -> Policy {
    var levers = PolicyLevers(
      eligibility: [], schedule: schedule, takeUp: .voluntary, capShareOfUnitAway: nil,
      allowances: Allowances(meal: .paid))
    levers.exceptions = (0..<exceptions).map { _ in
      EligibilityException(
        id: "servers-stay", wording: (Bilingual(id: "Tetap", en: "Stay"), "Luwes"), level: .unit,
        effect: .refuse,
        condition: .all([
          .category(.unit, ["Bagian \"A\""]), .category(.service, ["b", "a"]),
        ]))
    }
    return Policy(
      header: PolicyHeader(
        id: "new", title: Bilingual(id: "Baru", en: "New"), institution: "x", reference: "x",
        inForce: WorkDate(dayNumber: 0), until: nil), levers: levers)
  }

  private var schedule: Schedule {
    var schedule = Schedule(.fixed([]))
    schedule.daysByUnit = [
      Schedule.UnitDays(
        units: ["Bagian \"A\""], days: .fixed([.friday, .monday]), shareOfUnitAway: 0.5)
    ]
    return schedule
  }

  @Test("days take the place of schedule, cap and safeguards; comments and the rest stay")
  func replaced() {
    let text = """
      # Why this is so.
      title: {id: "Lama", en: "Old"}
      institution: "x"
      schedule:
        office_days: 3
        flexible_days: 2
        anchor_days: [monday]
      cap: {share_of_unit_away: 0.3}
      safeguards:
        - minimum_on_site: {service: all, up_to: need}
      take_up: voluntary
      """
    #expect(
      PolicyRewriting(of: text).text(policy(schedule, exceptions: 1)) == """
        # Why this is so.
        institution: "x"
        take_up: voluntary
        exceptions:
          - exception: servers-stay
            text: {id: "Tetap", en: "Stay"}
            level: unit
            effect: refuse
            where: {all: [{unit: {in: ["Bagian \\"A\\""]}}, {service: {in: ["a", "b"]}}]}
        title:
          id: "Baru"
          en: "New"
        schedule:
          flexible_on: none
          anchor_days: [monday]
          by_unit:
            - {flexible_on: [monday, friday], share_of_unit_away: 0.5, units: ["Bagian \\"A\\""]}

        """)
  }

  @Test("splits of units and days of positions are written as they are read")
  func ownDays() throws {
    var schedule = Schedule(.fixed([]))
    schedule.daysByUnit = [
      Schedule.UnitDays(units: ["A"], days: .chosen(try DaySplit(flexibleDays: 2)))
    ]
    schedule.daysByRecord = [
      Schedule.RecordDays(
        .chosen(try DaySplit(flexibleDays: 1)), where: .category(.position, ["Analis"]),
        shareAway: 0.5),
      Schedule.RecordDays(.fixed([.friday]), where: .category(.positionKind, ["pelaksana"])),
    ]
    let text = PolicyRewriting(of: "schedule: {flexible_on: [friday]}\n").text(policy(schedule))
    #expect(
      try #require(text).hasSuffix(
        """
        schedule:
          flexible_on: none
          by_unit:
            - {office_days: 3, flexible_days: 2, units: ["A"]}
          by_record:
            - {office_days: 4, flexible_days: 1, share_away: 0.5, where: {position: {in: ["Analis"]}}}
            - {flexible_on: [friday], where: {position_kind: {in: ["pelaksana"]}}}

        """))
  }

  @Test("exceptions are added to those of the file, unless they stand on one line")
  func exceptions() throws {
    let listed = """
      exceptions:
        - exception: first
          level: general
      schedule: {flexible_on: [friday]}
      """
    let text = try #require(PolicyRewriting(of: listed).text(policy(schedule, exceptions: 1)))
    #expect(text.contains("- exception: first\n    level: general\n  - exception: servers-stay"))
    #expect(text.split(separator: "\n").filter { $0 == "exceptions:" }.count == 1)
    let flow = "exceptions: [{exception: first}]\nschedule: {flexible_on: [friday]}\n"
    #expect(PolicyRewriting(of: flow).text(policy(schedule, exceptions: 1)) == nil)
    #expect(PolicyRewriting(of: flow).text(policy(schedule)) != nil)
  }

  @Test("a schedule on one line with more than days cannot be kept, and is refused")
  func flowSchedule() {
    let windows =
      "schedule: {flexible_on: [friday], windows: [{from: 2026-01-01, to: 2026-02-01}]}\n"
    #expect(PolicyRewriting(of: windows).text(policy(schedule)) == nil)
    let rotation = "schedule: {teams: 2, alternate: week}\n"
    #expect(PolicyRewriting(of: rotation).text(policy(schedule)) != nil)
  }
}
