import HybridWork

/// The forms of one column's values, the same in files, in margins and for people made up.
struct RegisterValues {
  let column: RegisterColumn
  var decimals = DecimalGrammar()
  var numbering = TalentNumbering.permenPANRB

  /// A number within the column's range.
  func number(_ bytes: UnsafeRawBufferPointer) throws(Problem) -> Double {
    let value: Double
    do throws(NumberFault) { value = try decimals.number(bytes) } catch { throw .number(error) }
    guard case .number(let range) = column.kind, !range.contains(value) else { return value }
    throw .number(.outOfRange(text: String(decoding: bytes, as: UTF8.self), range: range))
  }

  /// True or false.
  func flag(_ text: String) throws(Problem) -> ColumnValues.Flag {
    try RegisterGrammar.flag(text) ? .yes : .no
  }

  /// A date in days since 1970-01-01; only a date of birth may be a bare year.
  func date(_ text: String) throws(Problem) -> Int32 {
    do throws(DateFault) {
      let date =
        column == .birthDate ? try DateGrammar.birth(text) : try DateGrammar.tabulated(text)
      return Int32(date.dayNumber)
    } catch {
      throw .date(error)
    }
  }

  /// A category as it is stored; nil for `none`, which a blank also means.
  func category(_ text: String) throws(Problem) -> String? {
    switch column {
    case .service: return text == "none" ? nil : text
    case .talentBox:
      guard text.utf8.count == 1, let cell = Int(text).flatMap(numbering.cell(numbered:)) else {
        throw .register(.notABox(text: text))
      }
      return cell.name
    default: break
    }
    do throws(RegisterFault) {
      if column == .sex { return try RegisterGrammar.sex(text) }
      if column == .grade { return try RegisterGrammar.grade(text) }
      if column == .positionKind, let kind = try PositionGrammar.kind(text) { return kind.rawValue }
    } catch {
      throw .register(error)
    }
    guard case .category(let levels) = column.kind, !levels.isEmpty, !levels.contains(text) else {
      return text
    }
    throw .name(
      .unknown(found: text, nearest: NearestName.find(text, in: levels), allowed: levels))
  }

  /// What is wrong with a text that is not blank, or nil if the column can have it.
  func fault(in text: String) -> Problem? {
    do throws(Problem) {
      switch column.kind {
      case .text: break
      case .number:
        var copy = text
        let read = copy.withUTF8 { bytes in
          Result { () throws(Problem) in try number(UnsafeRawBufferPointer(bytes)) }
        }
        _ = try read.get()
      case .flag: _ = try flag(text)
      case .date: _ = try date(text)
      case .category: _ = try category(text)
      }
      return nil
    } catch {
      return error
    }
  }
}
