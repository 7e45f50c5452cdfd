extension SourceFile {
  /// Reads the file of a table: text, or the first sheet of an Excel workbook.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - name: What complaints call it.
  ///   - decimalComma: Whether the table's numbers have decimal commas.
  /// - Returns: The text, in which each line is a row of the sheet.
  /// - Throws: A ``FileFault`` if the file is missing, not a file, unreadable, above the limit of tables,
  ///   or a workbook that can't be read.
  static func table(
    path: String, name: String, decimalComma: Bool = false
  ) throws(FileFault) -> SourceFile {
    let source = try SourceFile.load(path: path, name: name, limit: CSVTable.limit)
    guard WorkbookSheet.isWorkbook(source.bytes) else { return source }
    return try WorkbookSheet.load(path: path, name: name, decimalComma: decimalComma)
  }
}
