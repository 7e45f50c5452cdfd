public import Fairness
public import HybridWork

/// The inventory of positions for a terminal: units, positions and services, doubtful ones first.
///
/// Head-counts below the smallest group are hidden, and so are those that would give them away.
public struct InventoryReport: Sendable {
  private let inventory: PositionInventory
  private let smallestGroup: Int
  private let language: Language
  private static let hidden = "*"

  /// Reports an inventory.
  public init(_ inventory: PositionInventory, smallestGroup: Int, language: Language) {
    self.inventory = inventory
    self.smallestGroup = smallestGroup
    self.language = language
  }

  private var wording: InventoryWording { InventoryWording(language: language) }
  private var numbers: NumberText { NumberText(language: language) }

  /// The report's text, with tables no wider than `width` where words allow.
  public func text(width: Int) -> String {
    var lines = section(.inventoryByPosition, positionTable, width)
    lines += section(.inventoryByService, serviceTable, width)
    lines += section(.inventoryByUnit, unitTable, width)
    lines += notes
    return lines.joined(separator: "\n")
  }

  private func section(_ title: Phrase, _ table: TerminalTable, _ width: Int) -> [String] {
    table.rows.isEmpty ? [] : [language[title], ""] + table.lines(width: width) + [""]
  }

  private var positionTable: TerminalTable {
    let classes = MovabilityClass.allCases
    // Those without a position stand last: they too are a part of the total.
    let counts =
      inventory.positions.map { position in
        classes.map { $0 == position.verdict.outcome ? position.staff : 0 }
      } + [classes.map { $0 == .doubtful ? inventory.withoutPosition : 0 }]
    let hidden = HiddenCounts(counts, smallest: smallestGroup)
    var rows = inventory.positions.enumerated().map { index, position in
      [
        wording.outcome(position.verdict), position.profile.position,
        people(position.staff, isHidden: isHidden(hidden, row: index, counts: counts)),
        wording.share(position.verdict.movableShare), wording.margin(position.verdict),
        wording.reasons(position.verdict),
      ]
    }
    if inventory.withoutPosition > 0 {
      let row = counts.count - 1
      rows.append([
        wording.text(.doubtful), language[.withoutPosition],
        people(inventory.withoutPosition, isHidden: isHidden(hidden, row: row, counts: counts)),
        NumberText.undefined, NumberText.undefined, "",
      ])
    }
    return TerminalTable(
      header: [.movability, .position, .staff, .movableShare, .margin, .reasons].map {
        language[$0]
      }, rows: rows)
  }

  /// A position has one class, so that its only count and its sum are the same number.
  private func isHidden(_ hidden: HiddenCounts, row: Int, counts: [[Int]]) -> Bool {
    hidden.isTotalHidden(row: row)
      || counts[row].indices.contains {
        counts[row][$0] > 0 && hidden.isHidden(row: row, column: $0)
      }
  }

  private var serviceTable: TerminalTable {
    TerminalTable(
      header: [.movability, .service, .staff, .movableShare, .margin, .reasons].map {
        language[$0]
      },
      rows: inventory.services.map { entry in
        // The mean of few people's positions would tell who they are.
        let isSmall = entry.staff > 0 && entry.staff < smallestGroup
        return [
          wording.outcome(entry.verdict), entry.service.title[language],
          people(entry.staff, isHidden: isSmall),
          isSmall ? Self.hidden : wording.share(entry.verdict.movableShare),
          isSmall ? Self.hidden : wording.margin(entry.verdict),
          wording.reasons(entry.verdict, showingShares: !isSmall),
        ]
      })
  }

  private var unitTable: TerminalTable {
    let hidden = HiddenCounts(inventory.units.map(\.staff), smallest: smallestGroup)
    let away = MovabilityClass.allCases.firstIndex(of: .away) ?? 0
    let rows = inventory.units.enumerated().map { row, unit in
      let staff = unit.staff.reduce(0, +)
      let isShareHidden =
        hidden.isTotalHidden(row: row) || hidden.isHidden(row: row, column: away)
      return [unit.name, people(staff, isHidden: hidden.isTotalHidden(row: row))]
        + unit.staff.indices.map { column in
          people(unit.staff[column], isHidden: hidden.isHidden(row: row, column: column))
        }
        + [
          isShareHidden
            ? Self.hidden : numbers.percent(Double(unit.staff[away]) / Double(staff), decimals: 0)
        ]
    }
    return TerminalTable(
      header: [language[.unit], language[.staff]] + MovabilityClass.allCases.map(wording.text)
        + [language[.shareAway]], rows: rows)
  }

  private var notes: [String] {
    let thresholds = inventory.thresholds
    let values = [thresholds.away, thresholds.partly, thresholds.doubt].map {
      numbers.number($0, decimals: 2)
    }
    var notes = ["\(language[.inventoryThresholds]): \(values.joined(separator: " / "))"]
    if inventory.positions.contains(where: { $0.profile.basis == .derived }) {
      notes.append(language[.inventoryDerived])
    }
    return notes + ["\(language[.hiddenNote]) \(smallestGroup).", language[.simulationOnly]]
  }

  private func people(_ count: Int, isHidden: Bool) -> String {
    isHidden ? Self.hidden : numbers.number(Double(count), decimals: 0)
  }
}
