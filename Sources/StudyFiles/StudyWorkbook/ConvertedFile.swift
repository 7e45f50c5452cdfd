/// A file of a study made from a workbook.
package struct ConvertedFile {
  /// The name relative to the study's folder.
  package let name: String
  /// The text.
  package let text: String
  /// Where values begin, and the cells they came from.
  let places: [StudyTreeWriter.Placed]

  /// The cell behind a place of the file: the last value that begins at or before it.
  func place(line: Int, column: Int?) -> WorkbookPlace? {
    let before = places.filter { $0.line == line && $0.column <= column ?? .max }
    return (before.last ?? places.first { $0.line == line } ?? places.last { $0.line < line })?
      .place
  }
}
