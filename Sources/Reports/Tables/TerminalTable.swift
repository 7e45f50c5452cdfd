/// A table laid out in characters, with cells wrapped to fit a width.
struct TerminalTable {
  let header: [String]
  let rows: [[String]]
  private static let gap = "  "

  /// The table's lines, none longer than `width` unless a single word is.
  ///
  /// Where the columns' longest words do not fit beside each other, rows become blocks: the first
  /// cell, then a line for each of the others.
  func lines(width: Int) -> [String] {
    let widths = columnWidths(width: width)
    guard widths.reduce(0, +) + Self.gap.count * (widths.count - 1) <= width else {
      return blocks(width: width)
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)
    var lines = laidOut(header, widths) + [rule]
    for (index, row) in rows.enumerated() {
      if index > 0 && rows.contains(where: { spans($0, widths) }) { lines.append("") }
      lines += laidOut(row, widths)
    }
    return lines
  }

  /// The table as Markdown.
  var markdown: String {
    func row(_ cells: [String]) -> String {
      "| " + cells.map(\.markdownEscaped).joined(separator: " | ") + " |"
    }
    let rule = "|" + String(repeating: "---|", count: header.count)
    return ([row(header), rule] + rows.map(row)).joined(separator: "\n")
  }

  private func blocks(width: Int) -> [String] {
    let labels = header.dropFirst()
    let labelWidth = min(labels.map(\.count).max() ?? 0, width / 2)
    let widths = [labelWidth, max(1, width - labelWidth - 2 * Self.gap.count)]
    return rows.enumerated().flatMap { index, row in
      let heading = (index > 0 ? [""] : []) + Self.wrapped(row.first ?? "", width)
      return heading
        + zip(labels, row.dropFirst()).flatMap { label, cell in
          laidOut([label, cell], widths).map { Self.gap + $0 }
        }
    }
  }

  private func spans(_ row: [String], _ widths: [Int]) -> Bool {
    zip(row, widths).contains { Self.wrapped($0, $1).count > 1 }
  }

  /// Each column gets its longest word; what is left goes where most text is.
  private func columnWidths(width: Int) -> [Int] {
    let columns = header.indices.map { column in ([header] + rows).map { $0[column] } }
    var widths = columns.map { cells in
      cells.flatMap { $0.split(separator: " ").map(\.count) }.max() ?? 1
    }
    let wanted = columns.map { cells in cells.map(\.count).max() ?? 1 }
    var left = width - widths.reduce(0, +) - Self.gap.count * (widths.count - 1)
    while left > 0 {
      let texts = columns.indices.map { column in
        wanted[column] > widths[column]
          ? Double(columns[column].reduce(0) { $0 + $1.count }) / Double(widths[column]) : 0
      }
      guard let column = texts.indices.max(by: { texts[$0] < texts[$1] }), texts[column] > 0 else {
        break
      }
      widths[column] += 1
      left -= 1
    }
    return widths
  }

  private func laidOut(_ row: [String], _ widths: [Int]) -> [String] {
    let cells = zip(row, widths).map { Self.wrapped($0, $1) }
    let height = cells.map(\.count).max() ?? 1
    return (0..<height).map { line in
      let parts = zip(cells, widths).map { cell, width in
        let text = line < cell.count ? cell[line] : ""
        return text + String(repeating: " ", count: max(0, width - text.count))
      }
      var joined = parts.joined(separator: Self.gap)
      while joined.hasSuffix(" ") { joined.removeLast() }
      return joined
    }
  }

  /// A text in lines no longer than `width` unless a single word is.
  static func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    for word in text.split(separator: " ") {
      if current.isEmpty {
        current = String(word)
      } else if current.count + 1 + word.count <= width {
        current += " " + word
      } else {
        lines.append(current)
        current = String(word)
      }
    }
    return lines + [current]
  }
}

extension ScenarioTable {
  /// The table for a terminal of a width in characters, with title and notes.
  public func terminalText(width: Int) -> String { page.text(width: width) }

  /// The table's texts before they are laid out for a terminal.
  public var page: TerminalPage {
    TerminalPage(title: title, question: question, header: header, rows: rows, notes: notes)
  }
}
