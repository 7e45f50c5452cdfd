/// A table of results that ``RunDatabase`` keeps line by line, under the names its file has.
enum RecordedTable: CaseIterable {
  case scenarios, outcomes, ledger

  /// The file of a results folder.
  var file: String {
    switch self {
    case .scenarios: "scenario-table.csv"
    case .outcomes: "outcomes.csv"
    case .ledger: "ledger.csv"
    }
  }

  /// The table's name in the database.
  var name: String {
    switch self {
    case .scenarios: "scenarios"
    case .outcomes: "outcomes"
    case .ledger: "ledger"
    }
  }

  /// The columns of the file that hold texts.
  var texts: [String] {
    switch self {
    case .scenarios:
      [
        "policy", "title_id", "title_en", "legal_status", "articles", "worst_service",
        "worst_weekday", "worst_half_hour", "verdict",
      ]
    case .outcomes: ["scenario", "group", "outcome", "unit", "direction"]
    case .ledger:
      [
        "scenario", "item", "payer", "payee", "account", "cashable", "nature", "origin",
        "quantity_unit", "unit",
      ]
    }
  }

  /// The columns of the file that hold numbers.
  var numbers: [String] {
    switch self {
    case .scenarios:
      [
        "eligible_share", "eligible_share_lower", "eligible_share_upper", "worst_coverage_mean",
        "worst_coverage_p05", "worst_coverage_p95", "p90_wait_minutes_mean", "p90_wait_minutes_p05",
        "p90_wait_minutes_p95", "cashable_saving_rupiah_mean", "cashable_saving_rupiah_p05",
        "cashable_saving_rupiah_p95", "output_change_mean", "output_change_p05",
        "output_change_p95", "output_extrapolated_share", "access_ratio_min",
      ]
    case .outcomes:
      [
        "mean", "sd", "p05", "p50", "p95", "difference_mean", "difference_p05", "difference_p95",
        "probability_better", "probability_equal",
      ]
    case .ledger: ["quantity", "price_rupiah", "mean", "sd", "p05", "p50", "p95"]
    }
  }

  /// The name of a column in the database: that of the file, unless SQL has it as a word of its own.
  static func column(_ name: String) -> String { name == "group" ? "group_label" : name }
}
