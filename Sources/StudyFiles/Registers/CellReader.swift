import HybridWork

/// Reads the cells of a register by column, and says in which rows it could not.
///
/// It complains to nobody, so that several threads read columns at once.
struct CellReader<Source: RegisterSource> {
  /// Why a row's identifier can't be taken.
  enum IdentifierFault {
    case blank, spoilt
    /// It stands in an earlier row.
    case repeated(firstRow: Int)
  }

  /// What a column holds that can't be read.
  enum Faults {
    /// The rows with identifiers that can't be taken, in order.
    case identifiers([(row: Int, fault: IdentifierFault)])
    /// The rows with numbers that can't be read, in order.
    case numbers([Int])
    /// What is wrong with texts, by their numbers in the column.
    case texts([Int: Problem])
  }

  /// What was read of a column.
  enum Reading {
    case identifiers(RegisterIdentifiers)
    case column(ReadColumn)
  }

  let source: Source
  let decimals: DecimalGrammar
  let numbering: TalentNumbering
  /// Rows of which every cell is blank; they are no people.
  let isEmpty: [Bool]

  init(_ source: Source, decimals: DecimalGrammar, numbering: TalentNumbering) {
    self.source = source
    self.decimals = decimals
    self.numbering = numbering
    var isEmpty = [Bool](repeating: true, count: source.rowCount)
    for place in RegisterColumn.allCases.compactMap({ source.place(of: $0) }) {
      source.forEachCell(at: place) { row, cell in
        if isEmpty[row], !CellText.trimmed(cell).isEmpty { isEmpty[row] = false }
      }
      // Most often there is somebody in every row, which the first column shows.
      guard isEmpty.contains(true) else { break }
    }
    self.isEmpty = isEmpty
  }

  /// Reads one column.
  func read(_ column: RegisterColumn, at place: Int) -> (reading: Reading, faults: Faults) {
    if column == .identifier { return identifiers(at: place) }
    let values = values(of: column)
    switch column.kind {
    case .number: return numbers(values, at: place)
    case .flag:
      let (rows, texts) = texts(at: place)
      let (meanings, faults) = meanings(of: texts, column, blank: ColumnValues.Flag.unknown) {
        text throws(Problem) in try values.flag(text)
      }
      return (.column(.flag(rows: rows, meanings: meanings)), faults)
    case .date:
      let (rows, texts) = texts(at: place)
      let (meanings, faults) = meanings(of: texts, column, blank: Int32.min) {
        text throws(Problem) in try values.date(text)
      }
      return (.column(.date(rows: rows, meanings: meanings)), faults)
    case .category, .text:
      let (rows, texts) = texts(at: place)
      let (meanings, faults) = meanings(of: texts, column, blank: String?.none) {
        text throws(Problem) in try values.category(text)
      }
      return (.column(.category(rows: rows, meanings: meanings)), faults)
    }
  }

  /// What is wrong with a number, or nil.
  func numberFault(_ row: Int, _ column: RegisterColumn, at place: Int) -> Problem? {
    let values = values(of: column)
    return source.withCell(row, at: place) { cell in
      do throws(Problem) {
        _ = try Self.number(cell, values)
        return nil
      } catch {
        return error
      }
    }
  }

  private func values(of column: RegisterColumn) -> RegisterValues {
    RegisterValues(column: column, decimals: decimals, numbering: numbering)
  }

  private static func number(
    _ cell: UnsafeRawBufferPointer, _ values: RegisterValues
  ) throws(Problem) -> Double {
    let bytes = CellText.trimmed(cell)
    guard bytes.isEmpty else { return try values.number(bytes) }
    guard !values.column.isRequired else { throw .table(.blank) }
    return .nan
  }

  private func numbers(
    _ values: RegisterValues, at place: Int
  ) -> (reading: Reading, faults: Faults) {
    var numbers = [Double](repeating: .nan, count: source.rowCount)
    var faulty: [Int] = []
    numbers.withUnsafeMutableBufferPointer { numbers in
      source.forEachCell(at: place) { row, cell in
        guard !isEmpty[row] else { return }
        do throws(Problem) { numbers[row] = try Self.number(cell, values) } catch {
          faulty.append(row)
        }
      }
    }
    return (.column(.number(numbers)), .numbers(faulty))
  }
}

extension CellReader {
  private func identifiers(at place: Int) -> (reading: Reading, faults: Faults) {
    var identifiers = RegisterIdentifiers(rows: source.rowCount)
    var faults: [(row: Int, fault: IdentifierFault)] = []
    let none = UnsafeRawBufferPointer(start: nil, count: 0)
    source.forEachCell(at: place) { row, cell in
      let bytes = CellText.trimmed(cell)
      if RegisterGrammar.isPlainIdentifier(bytes) {
        if bytes.isEmpty, !isEmpty[row] { faults.append((row, .blank)) }
        identifiers.append(bytes)
      } else if var text = try? RegisterGrammar.identifier(
        String(decoding: bytes, as: UTF8.self))
      {
        text.withUTF8 { identifiers.append(UnsafeRawBufferPointer($0)) }
      } else {
        // What the grammar refuses may still show who it is, so that its fault is not passed on.
        faults.append((row, .spoilt))
        identifiers.append(none)
      }
    }
    let repetitions = identifiers.repetitions()
    if !repetitions.isEmpty {
      faults += repetitions.map { ($0.row, .repeated(firstRow: $0.firstRow)) }
      faults.sort { $0.row < $1.row }
    }
    return (.identifiers(identifiers), .identifiers(faults))
  }

  /// For each row the number of its text, and the different texts.
  private func texts(at place: Int) -> (rows: [UInt32], texts: ByteTable) {
    var texts = ByteTable()
    var rows = [UInt32](repeating: 0, count: source.rowCount)
    rows.withUnsafeMutableBufferPointer { rows in
      source.forEachCell(at: place) { row, cell in
        rows[row] = UInt32(texts.index(of: CellText.trimmed(cell)))
      }
    }
    return (rows, texts)
  }

  /// Reads each different text of a column once.
  private func meanings<Meaning>(
    of texts: ByteTable, _ column: RegisterColumn, blank: Meaning,
    _ read: (String) throws(Problem) -> Meaning
  ) -> (meanings: [Meaning], faults: Faults) {
    var faults: [Int: Problem] = [:]
    let meanings = (0..<texts.count).map { index in
      let text = texts.text(index)
      guard !text.isEmpty else {
        if column.isRequired { faults[index] = .table(.blank) }
        return blank
      }
      do throws(Problem) {
        return try read(text)
      } catch {
        faults[index] = error
        return blank
      }
    }
    return (meanings, .texts(faults))
  }
}
