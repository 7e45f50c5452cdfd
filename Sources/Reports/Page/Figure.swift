import HybridWork

/// A number of a written table, with the place where a reader finds it again.
struct Figure {
  let table: WrittenResults.Table
  let line: [String]
  let column: String
  /// The field as it stands in the table.
  let text: String
  let value: Double

  /// Where the number stands: file, line and column, parted by bars.
  var place: String { ([table.rawValue] + line + [column]).joined(separator: "|") }

  /// The number for reading, in both languages, with its value and place for machines.
  func html(_ format: FigureFormat) -> HTML {
    .element(
      "data", ["value": text, "data-at": place],
      [.both { HTML(format.text(value, NumberText(language: $0))) }])
  }
}

/// A mean with its 90% range.
struct FigureRange {
  let mean: Figure
  let low: Figure
  let high: Figure

  /// The mean, and under it the range unless it is a point.
  func html(_ format: FigureFormat) -> HTML {
    let numbers = NumberText(language: .english)
    let texts = [mean, low, high].map { format.text($0.value, numbers) }
    let main = HTML.element("b", [:], [mean.html(format)])
    guard texts[0] != texts[1] || texts[0] != texts[2] else { return main }
    return main.followed(
      by: .element(
        "span", ["class": "range"],
        [" [", low.html(format), " … ", high.html(format), "]"]))
  }
}

/// How a number is shown.
enum FigureFormat {
  case percent(decimals: Int)
  /// A change relative to the whole, in per cent with a sign.
  case change(decimals: Int)
  /// A difference of shares, in percentage points with a sign.
  case points(decimals: Int)
  case number(decimals: Int)
  case signed(decimals: Int)
  case rupiah
  /// As many decimals as three digits need, none for whole numbers.
  case plain

  /// The number as planners read it.
  func text(_ value: Double, _ numbers: NumberText) -> String {
    switch self {
    case .percent(let decimals): return minus(numbers.percent(value, decimals: decimals))
    case .change(let decimals): return signed(numbers.percent(value, decimals: decimals))
    case .points(let decimals):
      let unit = numbers.language == .indonesian ? "poin" : "points"
      return signed(numbers.number(value * 100, decimals: decimals)) + " \(unit)"
    case .number(let decimals): return minus(numbers.number(value, decimals: decimals))
    case .signed(let decimals): return signed(numbers.number(value, decimals: decimals))
    case .rupiah: return numbers.rupiah(value)
    case .plain:
      if value == value.rounded() { return minus(numbers.number(value, decimals: 0)) }
      let size = abs(value)
      return minus(numbers.number(value, decimals: size >= 1 ? 2 : size >= 0.01 ? 3 : 5))
    }
  }

  /// The number on an axis, whose unit stands beside the chart.
  func axisText(_ value: Double, _ numbers: NumberText) -> String {
    guard case .points(let decimals) = self else { return text(value, numbers) }
    return signed(numbers.number(value * 100, decimals: decimals))
  }

  /// A plus sign before what is greater than nothing as shown, a true minus sign before what is less.
  private func signed(_ text: String) -> String {
    guard text.contains(where: { ("1"..."9").contains($0) }) else { return text }
    return text.hasPrefix("-") ? minus(text) : "+" + text
  }

  /// A true minus sign, as amounts of money have.
  private func minus(_ text: String) -> String {
    text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }
}

extension Outcome {
  /// How a level of the measure is shown.
  var levelFormat: FigureFormat {
    self == .outputChange ? .change(decimals: 1) : FigureFormat(levelsOf: unit)
  }

  /// How a difference of the measure from the baseline is shown.
  var differenceFormat: FigureFormat {
    self == .outputChange ? .change(decimals: 1) : FigureFormat(differencesOf: unit)
  }
}

extension FigureFormat {
  /// How levels of a unit are shown.
  init(levelsOf unit: String) {
    self =
      switch unit {
      case "share": .percent(decimals: 1)
      case "rupiah": .rupiah
      case "days/week": .number(decimals: 2)
      case "minutes", "days": .number(decimals: 1)
      case "ratio", "index": .number(decimals: 2)
      case "FTE": .signed(decimals: 1)
      default: .number(decimals: 0)
      }
  }

  /// How differences of a unit are shown.
  init(differencesOf unit: String) {
    self =
      switch unit {
      case "share": .points(decimals: 1)
      case "rupiah": .rupiah
      case "days/week": .signed(decimals: 2)
      case "minutes", "days": .signed(decimals: 1)
      case "ratio", "index": .signed(decimals: 2)
      case "FTE": .signed(decimals: 1)
      default: .signed(decimals: 0)
      }
  }

  /// How such numbers look in a workbook, whose cells keep all digits.
  var sheetStyle: SheetStyle {
    switch self {
    case .percent, .change, .points: .percent
    case .rupiah: .rupiah
    case .plain: .plain
    case .number(let decimals), .signed(let decimals):
      decimals == 0 ? .whole : decimals == 1 ? .oneDecimal : .twoDecimals
    }
  }
}
