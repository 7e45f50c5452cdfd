public import Fairness
import Foundation
public import HybridWork

/// The table of positions that a planner edits and feeds back, one row a position.
///
/// It holds no head-count. The columns `class`, `leaning`, `margin` and `reasons` are for reading
/// only: they are ignored when the file is read back.
public enum InventoryFile {
  /// The file's text, positions in the order of the inventory.
  ///
  /// Criteria that the study's table doesn't ask are left out; without a table they are all there to
  /// be filled in.
  public static func text(_ inventory: PositionInventory, language: Language) -> String {
    let wording = InventoryWording(language: language)
    let isDerived = inventory.positions.allSatisfy { $0.profile.basis == .derived }
    let criteria =
      inventory.asked.isEmpty && isDerived ? PositionCriterion.allCases : inventory.asked
    var csv = CSVText(
      header: ["position", "position_kind"] + TaskPlace.allCases.map(\.column.rawValue)
        + [RegisterColumn.movableShare.rawValue]
        + criteria.map(\.rawValue)
        + ["basis", "class", "leaning", "margin", "reasons"])
    for position in inventory.positions {
      let (profile, verdict) = (position.profile, position.verdict)
      csv.add(
        [profile.position, profile.kind?.rawValue ?? ""]
          + TaskPlace.allCases.map { number(profile.shares[$0]) }
          + [number(profile.movableShare)]
          + criteria.map { answer(profile.answer($0)) }
          + [
            profile.basis.rawValue, verdict.outcome.rawValue, verdict.leaning.rawValue,
            verdict.margin.map(number) ?? "",
            wording.reasons(verdict),
          ])
    }
    return csv.text
  }

  private static func answer(_ flag: ColumnValues.Flag) -> String {
    switch flag {
    case .yes: "true"
    case .no: "false"
    case .unknown: ""
    }
  }

  /// A share with at most nine decimals and never an exponent, which tables don't accept.
  private static func number(_ share: Double) -> String {
    guard share.isFinite else { return "" }
    var text = String(format: "%.9f", share)
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
