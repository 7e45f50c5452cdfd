import HybridWork

/// Values of an outcome and changes of it as planners read them.
struct OutcomeValueText {
  let outcome: Outcome
  let language: Language

  private var numbers: NumberText { NumberText(language: language) }

  /// A level: a percentage, an amount or a number.
  func level(_ value: Double) -> String {
    switch outcome.unit {
    case "share": numbers.percent(value)
    case "rupiah": numbers.rupiah(value)
    case "litres", "kg", "hours", "citizens": numbers.number(value, decimals: 0)
    case "minutes": numbers.number(value, decimals: 1)
    default: numbers.number(value, decimals: 2)
    }
  }

  /// A change, with its sign; of a percentage in percentage points.
  func change(_ value: Double) -> String {
    let text = level(value)
    return value > 0 && text.contains(where: { "123456789".contains($0) }) ? "+\(text)" : text
  }
}
