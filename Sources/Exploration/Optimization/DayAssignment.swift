public import HybridWork

/// The days of every unit, and the policy that they make.
public struct DayAssignment: Hashable, Sendable {
  /// The option of each unit, in population order.
  public let options: [DayOption]
  /// The units' names, in population order.
  public let units: [String]

  /// One option a unit.
  init(options: [DayOption], units: [String]) {
    precondition(options.count == units.count, "one option a unit")
    self.options = options
    self.units = units
  }

  /// The units with the same option, in the order of the first unit that has it.
  public var groups: [(option: DayOption, units: [String])] {
    var groups: [(option: DayOption, units: [String])] = []
    for (option, unit) in zip(options, units) {
      if let known = groups.firstIndex(where: { $0.option == option }) {
        groups[known].units.append(unit)
      } else {
        groups.append((option, [unit]))
      }
    }
    return groups
  }

  /// The units whose servers come every day all the same.
  public var unitsKeepingServersIn: [String] {
    zip(units, options).filter { $1.keepsServersIn }.map(\.0)
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
    levers.schedule.pattern = .fixed([])
    levers.schedule.splitsByRecord = []
    levers.schedule.daysByUnit = groups.filter { !$0.option.weekdays.isEmpty }.map {
      Schedule.UnitDays(
        units: $0.units, weekdays: $0.option.weekdays, shareOfUnitAway: $0.option.shareOfUnitAway)
    }
    levers.capShareOfUnitAway = nil
    levers.safeguards = []
    levers.guarantee = nil
    let keeping = unitsKeepingServersIn
    if !keeping.isEmpty {
      levers.exceptions.append(
        EligibilityException(
          id: Self.exceptionID, wording: (Self.exceptionText, "Luwes"), level: .unit,
          effect: .refuse,
          condition: .all([
            .category(.unit, Set(keeping)), .category(.service, serving),
          ])))
    }
    return Policy(
      header: PolicyHeader(
        id: id, title: title, institution: template.institution, reference: template.reference,
        inForce: template.inForce, until: template.until,
        specialCircumstances: template.specialCircumstances), levers: levers)
  }

  /// The identifier of the exception that keeps servers in the office.
  public static let exceptionID = "servers-stay"

  /// What that exception says.
  public static let exceptionText = Bilingual(
    id: "Petugas layanan unit ini tetap di kantor", en: "Service staff of these units stay in")
}
