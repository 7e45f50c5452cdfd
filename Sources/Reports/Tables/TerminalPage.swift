/// The texts of a scenario table, to be laid out for a terminal of any width.
public struct TerminalPage: Codable, Equatable, Sendable {
  let title: String
  let question: String
  let header: [String]
  let rows: [[String]]
  let notes: [String]

  /// The page for a terminal of a width in characters: title, question, table and notes.
  public func text(width: Int) -> String {
    let table = TerminalTable(header: header, rows: rows).lines(width: width)
    let texts = { (texts: [String]) in texts.flatMap { TerminalTable.wrapped($0, width) } }
    return (texts([title]) + [""] + texts([question]) + [""] + table + [""] + texts(notes))
      .joined(separator: "\n")
  }
}
