import Foundation
import HybridWork
import Simulation

/// Bars with their 90% ranges, one line a policy: drawn as SVG, with names and numbers as text.
///
/// The chart is a table, so that a screen reader tells it and a narrow screen keeps its letters.
struct IntervalChart {
  /// One policy's bar.
  struct Bar {
    let scenario: Int
    let range: FigureRange
  }

  let title: Bilingual
  let note: Bilingual
  let bars: [Bar]
  let format: FigureFormat
  /// A value marked by a line, such as a threshold.
  var mark: Double?

  /// Width of the drawing in its own units; it is stretched to the cell.
  private static let width = 1000.0
  private static let height = 22.0

  func html(_ context: ReportContext) -> HTML {
    let axis = Axis(values: bars.flatMap { [$0.range.low.value, $0.range.high.value] })
    let rows = bars.map { bar in
      HTML.element(
        "tr", [:],
        [
          .element("th", ["scope": "row"], [context.link(bar.scenario)]),
          .element("td", ["class": "plot"], [drawing(bar, axis, context)]),
          .element("td", ["class": "num"], [bar.range.html(format)]),
        ])
    }
    return .element(
      "figure", ["class": "chart"],
      [
        .element(
          "figcaption", [:],
          [.element("h3", [:], [.both(title)]), .element("p", [:], [.both(note)])]),
        .element(
          "table", [:],
          [.element("tbody", [:], rows), .element("tfoot", [:], [scale(axis)])]),
      ])
  }

  private func place(_ value: Double, _ axis: Axis) -> Double {
    (value - axis.low) / (axis.high - axis.low) * Self.width
  }

  private func drawing(_ bar: Bar, _ axis: Axis, _ context: ReportContext) -> HTML {
    func text(_ value: Double) -> String { String(format: "%.1f", value) }
    func line(
      _ style: String, _ from: Double, _ to: Double, _ top: Double, _ bottom: Double
    ) -> HTML {
      .element(
        "line",
        [
          "class": style, "x1": text(from), "x2": text(to), "y1": text(top), "y2": text(bottom),
        ])
    }
    let zero = place(0, axis)
    let mean = place(bar.range.mean.value, axis)
    let (low, high) = (place(bar.range.low.value, axis), place(bar.range.high.value, axis))
    let middle = Self.height / 2
    let marks = mark.map { place($0, axis) }.map { [line("mark", $0, $0, 0, Self.height)] } ?? []
    let shade = context.result.verdict(scenario: bar.scenario).map { "\($0)" } ?? "plain"
    return .element(
      "svg",
      [
        "viewBox": "0 0 \(Int(Self.width)) \(Int(Self.height))", "preserveAspectRatio": "none",
        "aria-hidden": "true", "class": shade,
      ],
      axis.ticks.map { line("grid", place($0, axis), place($0, axis), 0, Self.height) } + [
        .element(
          "rect",
          [
            "x": text(min(zero, mean)), "y": "5", "width": text(abs(mean - zero)), "height": "12",
          ]), line("zero", zero, zero, 0, Self.height), line("whisker", low, high, middle, middle),
        line("whisker", low, low, middle - 5, middle + 5),
        line("whisker", high, high, middle - 5, middle + 5),
        line("mean", mean, mean, 3, Self.height - 3),
      ] + marks)
  }

  private func scale(_ axis: Axis) -> HTML {
    let labels = axis.ticks.map { tick in
      HTML.element(
        "span",
        ["style": String(format: "left:%.2f%%", place(tick, axis) / Self.width * 100)],
        [.both { HTML(format.axisText(tick, NumberText(language: $0))) }])
    }
    return .element(
      "tr", ["aria-hidden": "true"],
      [
        .element("td"),
        .element("td", ["class": "axis", "data-given": ""], [.element("div", [:], labels)]),
        .element("td"),
      ])
  }
}

/// A scale over zero and some values, with three to five round ticks.
struct Axis {
  let low: Double
  let high: Double
  let ticks: [Double]

  init(values: [Double]) {
    let least = min(values.min() ?? 0, 0)
    let most = max(values.max() ?? 0, 0)
    let span = most > least ? most - least : 1
    let rough = span / 4
    let power = pow(10, floor(log10(rough)))
    let step = [1.0, 2, 5, 10].map { $0 * power }.first { $0 >= rough } ?? 10 * power
    // A little room at both ends keeps whiskers inside the drawing.
    low = least - (least < 0 ? span * 0.03 : 0)
    high = (most > least ? most : least + 1) + span * 0.03
    let (first, last) = (Int((low / step).rounded(.up)), Int((high / step).rounded(.down)))
    ticks = first <= last ? (first...last).map { Double($0) * step } : [0]
  }
}
