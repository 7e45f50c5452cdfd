import HybridWork
import Populations

/// The table of positions under the names that stand for those of a register.
///
/// Positions that few people hold share one name, which has the work of the one that most of them hold.
struct PositionStandIns {
  private let profiles: [(name: String, profile: PositionProfile)]
  private let asked: [PositionCriterion]

  init(_ table: PositionTable, _ population: Population, _ staff: StandInRegister) {
    let column = population.categories(.position)
    var people = Array(repeating: 0, count: column.levels.count)
    for code in column.codes where code != CategoryColumn.unknown { people[Int(code)] += 1 }
    var best: [String: (people: Int, profile: PositionProfile)] = [:]
    for (level, count) in zip(column.levels, people) {
      guard let profile = table[level], let name = staff.names[.position]?[level],
        best[name].map({ $0.people < count }) ?? true
      else { continue }
      best[name] = (count, profile)
    }
    profiles = best.sorted { $0.key < $1.key }.map { ($0.key, $0.value.profile) }
    asked = table.asked
  }

  /// One row a position.
  var csv: String {
    let shares = TaskPlace.allCases
    let header =
      ["position", "position_kind"] + shares.map(\.column.rawValue)
      + [RegisterColumn.movableShare.rawValue] + asked.map(\.column.rawValue) + ["basis"]
    let rows = profiles.map { name, profile -> [String] in
      let answers = asked.map { criterion -> String in
        switch profile.answer(criterion) {
        case .yes: "true"
        case .no: "false"
        case .unknown: ""
        }
      }
      return [name, profile.kind?.rawValue ?? ""] + shares.map { "\(profile.shares[$0])" }
        + ["\(profile.movableShare)"] + answers + [profile.basis.rawValue]
    }
    return RegisterWriter.csv([header] + rows)
  }
}
