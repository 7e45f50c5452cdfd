import HybridWork
import Simulation

/// A written table on the page, or why there is none.
struct LayoutTable {
  let context: ReportContext
  let layout: TableLayout

  /// Tables with more lines are closed until they are opened.
  private static let mostOpen = 12

  /// The heading and the table, its notes under it.
  var html: [HTML] {
    let heading = HTML.element("h3", [:], [.both(layout.title)])
    guard context.written.has(layout.table) else {
      return [heading, ReportContext.paragraph(layout.absence, class: "absent")]
    }
    let rows = context.written.rows(layout.table)
    let notes = layout.notes.map { ReportContext.paragraph($0, class: "note") }
    guard rows.count > Self.mostOpen else { return [heading, table(rows)] + notes }
    return [
      .element(
        "details", [:], [.element("summary", [:], [.both(layout.title)]), table(rows)] + notes)
    ]
  }

  private func table(_ rows: [WrittenResults.Row]) -> HTML {
    ReportContext.sortedTable(
      layout.title, layout.columns.map(\.heading),
      rows.map { .element("tr", [:], cells(layout.fields($0))) })
  }

  private func cells(_ fields: [TableLayout.Field]) -> [HTML] {
    fields.enumerated().map { place, field in
      let content = content(field)
      if place == 0 { return .element("th", ["scope": "row"], [content]) }
      return field.format == nil
        ? .element("td", [:], [content]) : .element("td", ["class": "num"], [content])
    }
  }

  private func content(_ field: TableLayout.Field) -> HTML {
    if let format = field.format { return field.figure?.html(format) ?? ReportContext.undefined }
    guard let words = FieldWords(field, context) else { return ReportContext.undefined }
    return words.html(context)
  }
}

extension FieldWords {
  /// The words on the page; a policy's lead to its section.
  func html(_ context: ReportContext) -> HTML {
    if let scenario, context.policies.contains(scenario) { return context.link(scenario) }
    let text = isGiven ? HTML.given(text) : HTML.both(text)
    return text.followed(by: group.map(context.shadowMark) ?? .nothing)
  }
}
