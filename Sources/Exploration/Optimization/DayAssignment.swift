import HybridWork

/// The days of every unit or position, and the policy that they make.
public struct DayAssignment: Hashable, Sendable {
  /// What has days of its own.
  public let kind: AssigneeKind
  /// The names of the units in population order, or of the positions by name.
  public let names: [String]
  /// The option of each.
  public let options: [DayOption]

  /// One option a unit or position.
  init(_ kind: AssigneeKind, names: [String], options: [DayOption]) {
    precondition(options.count == names.count, "one option a name")
    self.kind = kind
    self.names = names
    self.options = options
  }

  /// The names with the same option, in the order of the first that has it.
  public var groups: [(option: DayOption, names: [String])] {
    var groups: [(option: DayOption, names: [String])] = []
    for (option, name) in zip(options, names) {
      if let known = groups.firstIndex(where: { $0.option == option }) {
        groups[known].names.append(name)
      } else {
        groups.append((option, [name]))
      }
    }
    return groups
  }

  /// A policy with these days, and everything but days, caps and safeguards of another one.
  ///
  /// - Parameters:
  ///   - template: Whose eligibility, take-up, allowances and hours are kept.
  ///   - id: The identifier.
  ///   - title: The name.
  ///   - serving: The values of the register's column of services that name one that needs people
  ///     on site.
  /// - Returns: The policy.
  func policy(like template: Policy, id: String, title: Bilingual, serving: Set<String>) -> Policy {
    var levers = template.levers
    setDays(&levers.schedule)
    levers.capShareOfUnitAway = nil
    levers.safeguards = []
    levers.guarantee = nil
    let keeping = zip(names, options).filter { $1.keepsServersIn }.map(\.0)
    if !keeping.isEmpty {
      levers.exceptions.append(
        EligibilityException(
          id: Self.exceptionID, wording: (exceptionText, "Luwes"), level: .unit, effect: .refuse,
          condition: .all([
            .category(kind.column, Set(keeping)), .category(.service, serving),
          ])))
    }
    return Policy(
      header: PolicyHeader(
        id: id, title: title, institution: template.institution, reference: template.reference,
        inForce: template.inForce, until: template.until,
        specialCircumstances: template.specialCircumstances), levers: levers)
  }

  private func setDays(_ schedule: inout Schedule) {
    let given = groups.filter { !$0.option.isNone }
    schedule.pattern = .fixed([])
    schedule.splitsByRecord = []
    schedule.daysByUnit = []
    schedule.daysByRecord = []
    switch kind {
    case .unit:
      schedule.daysByUnit = given.map {
        Schedule.UnitDays(
          units: $0.names, days: $0.option.days, shareOfUnitAway: $0.option.shareAway)
      }
    case .position, .positionKind:
      schedule.daysByRecord = given.flatMap { group in
        // A cap is of each position's people by themselves, so that each needs an entry.
        let entries = group.option.shareAway == nil ? [group.names] : group.names.map { [$0] }
        return entries.map { names in
          Schedule.RecordDays(
            group.option.days, where: .category(kind.column, Set(names)),
            shareAway: group.option.shareAway)
        }
      }
    }
  }

  /// The identifier of the exception that keeps servers in the office.
  public static let exceptionID = "servers-stay"

  /// What that exception says.
  private var exceptionText: Bilingual {
    kind == .unit
      ? Bilingual(
        id: "Petugas layanan unit ini tetap di kantor", en: "Service staff of these units stay in")
      : Bilingual(
        id: "Petugas layanan dengan jabatan ini tetap di kantor",
        en: "Service staff in these positions stay in")
  }
}
