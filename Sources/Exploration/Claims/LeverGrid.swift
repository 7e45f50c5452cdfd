public import HybridWork

/// Policies beyond those of a study, from the least change to the greatest, by which the reach of a
/// claim is found.
///
/// Ordered days for one to five days a week, Thursday first, each for staff without direct service
/// and then for everyone, in buildings that close if all are away; and meetings moved online by
/// quarters.
public enum LeverGrid {
  /// One policy of the grid.
  public struct Step: Sendable {
    /// The policy.
    public let policy: Policy
    /// Whether it changes meetings and not days.
    public let isOfMeetings: Bool
  }

  /// The grid for a baseline; steps stand in order of the change they make.
  public static func steps(from baseline: Policy) -> [Step] {
    let days: [[Weekday]] = [
      [.thursday], [.thursday, .friday], [.wednesday, .thursday, .friday],
      [.tuesday, .wednesday, .thursday, .friday], Weekday.workingWeek,
    ]
    let away = days.flatMap { days in
      [true, false].map { step(days, sparesService: $0, from: baseline) }
    }
    let online = [0.25, 0.5, 0.75, 1].map { step(online: $0, from: baseline) }
    return away + online
  }

  private static func step(
    _ days: [Weekday], sparesService: Bool, from baseline: Policy
  ) -> Step {
    var levers = PolicyLevers(
      eligibility: sparesService ? [noDirectService] : [], schedule: .fixed(Set(days)),
      takeUp: .ordered, capShareOfUnitAway: nil, allowances: baseline.levers.allowances)
    levers.meetingsOnlineShare = baseline.levers.meetingsOnlineShare
    let title = Bilingual(
      id: "\(days.count) hari seminggu bersama, "
        + (sparesService ? "kecuali layanan langsung" : "semua pegawai"),
      en: "\(days.count) \(days.count == 1 ? "day" : "days") a week together, "
        + (sparesService ? "direct service stays" : "all staff"))
    let id = "grid-\(days.count)-\(sparesService ? "no-service" : "all")"
    return Step(policy: policy(id, title, levers, like: baseline), isOfMeetings: false)
  }

  private static func step(online share: Double, from baseline: Policy) -> Step {
    var levers = baseline.levers
    levers.meetingsOnlineShare = share
    let percent = Int((share * 100).rounded())
    let title = Bilingual(id: "\(percent)% rapat daring", en: "\(percent)% of meetings online")
    return Step(
      policy: policy("grid-online-\(percent)", title, levers, like: baseline), isOfMeetings: true)
  }

  private static func policy(
    _ id: String, _ title: Bilingual, _ levers: PolicyLevers, like baseline: Policy
  ) -> Policy {
    Policy(
      header: PolicyHeader(
        id: id, title: title, institution: baseline.institution, reference: "Luwes",
        inForce: baseline.inForce, until: nil), levers: levers)
  }

  private static let noDirectService = EligibilityRule(
    id: "no-direct-service",
    text: Bilingual(
      id: "Tidak melayani masyarakat secara langsung", en: "No direct service to the public"),
    reference: "Luwes",
    condition: .number(.directServiceShare, NumberRange(upper: .including(0))),
    unassessed: .fail)
}
