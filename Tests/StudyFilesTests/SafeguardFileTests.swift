import HybridWork
import Simulation
import StudyFiles
import Testing

@Suite("Safeguards in policy files")
struct SafeguardFileTests {
  private static let cap = "cap: {share_of_unit_away: 0.5}"

  private func loaded(_ lines: String) throws -> (LoadedStudy?, DiagnosticLog) {
    let folder = try StudyFolderFixture()
    try folder.apply(
      BrokenInput.Edit(
        file: "policies/two-days.yaml", old: Self.cap, new: "\(Self.cap)\n\(lines)"))
    return folder.load()
  }

  @Test("Every kind of safeguard is read, in the order of the file")
  func kinds() throws {
    let (study, log) = try loaded(
      """
      safeguards:
        - minimum_on_site: {service: all, up_to: need}
        - recall: {service: all, up_to: 3, notice: previous-day, swap: true}
        - recall: {service: all, up_to: 3, notice: same-morning}
        - close_day: {service: all, up_to: {share: 0.5}, notice: same-morning}
      guarantee: {coverage_of_baseline: 0.98, share_of_days: 0.95}
      """)
    #expect(log.diagnostics.isEmpty)
    let levers = try #require(study).study.policies[0].levers
    #expect(
      levers.safeguards == [
        Safeguard(.minimumOnSite, services: nil, upTo: .need),
        Safeguard(.recall(.previousDay, swaps: true), services: nil, upTo: .people(3)),
        Safeguard(.recall(.sameMorning, swaps: false), services: nil, upTo: .people(3)),
        Safeguard(.closeDay(.sameMorning), services: nil, upTo: .shareOfStaff(0.5)),
      ])
    #expect(levers.guarantee == CoverageGuarantee(ofBaseline: 0.98, shareOfDays: 0.95))
  }

  @Test("A service that the study does not list is a warning")
  func unlistedService() throws {
    let (study, log) = try loaded(
      "safeguards: [{minimum_on_site: {service: [no-such-counter], up_to: need}}]")
    #expect(study != nil)
    #expect(log.diagnostics.map(\.severity) == [.warning])
  }

  @Test(
    "What cannot be a safeguard is refused",
    arguments: [
      "safeguards: [{recall: {service: all, up_to: need}}]",
      "safeguards: [{recall: {service: all, up_to: need, notice: last-week}}]",
      "safeguards: [{minimum_on_site: {service: all, up_to: 0}}]",
      "safeguards: [{minimum_on_site: {service: all, up_to: {share: 1.5}}}]",
      "safeguards: [{minimum_on_site: {service: all, up_to: need, notice: previous-day}}]",
      "safeguards: [{fence: {service: all, up_to: need}}]",
      "guarantee: {coverage_of_baseline: 0, share_of_days: 0.95}",
    ])
  func refused(lines: String) throws {
    let (study, log) = try loaded(lines)
    #expect(study == nil)
    #expect(log.hasErrors)
  }
}
