/// Units that work on shifts: teams of which some are on duty each day, by turns.
///
/// Every date counts, weekends and holidays included, since such units do not close; a study sees
/// only the working days of its calendar.
public struct ShiftDuty: Hashable, Sendable {
  /// The units' names.
  public let units: [String]
  /// How many teams a unit's staff form, at least 2.
  public let teams: Int
  /// How many of them are on duty on one day, at least 1 and fewer than ``teams``.
  public let onDutyTeams: Int

  /// Units on shifts; nil unless some teams are on duty and some are not.
  public init?(units: [String], teams: Int, onDutyTeams: Int) {
    guard teams >= 2, (1..<teams).contains(onDutyTeams) else { return nil }
    self.units = units
    self.teams = teams
    self.onDutyTeams = onDutyTeams
  }

  /// Whether a team, numbered from 0, is on duty on a date.
  ///
  /// Each day the teams on duty move on by one, so that every team has the same days in any row of
  /// ``teams`` dates.
  public func isOnDuty(team: Int, on date: WorkDate) -> Bool {
    let turn = (date.dayNumber - team) % teams
    return (turn + teams) % teams < onDutyTeams
  }
}
