public import HybridWork

/// The rows of a register that were left out, and why; places and counts, but no values.
public struct SkippedRows: Equatable, Sendable {
  /// What is wrong with a row.
  public enum Kind: String, CaseIterable, Sendable {
    /// Another number of cells than the header, or a quotation mark out of place.
    case form
    case blank
    case notANumber
    case outOfRange
    case notADate
    case notAFlag
    case unknownValue
    case spoiltIdentifier
    case duplicateIdentifier
  }

  /// One kind of fault in one column.
  public struct Reason: Equatable, Sendable {
    /// What is wrong.
    public let kind: Kind
    /// The column it is wrong in; nil for the form of the row.
    public let column: RegisterColumn?
    /// How many rows have this fault.
    public let rows: Int

    /// States how many rows have a fault.
    public init(kind: Kind, column: RegisterColumn?, rows: Int) {
      self.kind = kind
      self.column = column
      self.rows = rows
    }
  }

  /// How many rows were left out; a row with several faults counts once.
  public let count: Int
  /// The faults by column, those of form last.
  public let reasons: [Reason]
  /// The lines in which the rows begin, in order.
  ///
  /// Shorter than ``count`` only where more than a thousand rows are faulty in form.
  public let lines: [Int]
}

extension SkippedRows.Kind {
  /// The kind of a complaint about a row.
  init(_ problem: Problem) {
    self =
      switch problem {
      case .table(.blank): .blank
      case .number(.outOfRange): .outOfRange
      case .number: .notANumber
      case .date: .notADate
      case .name(.notAFlag): .notAFlag
      case .register(.spoiltNIP), .register(.spoiltIdentifier): .spoiltIdentifier
      case .register(.identifierTwice), .register(.duplicateIdentifier): .duplicateIdentifier
      case .table: .form
      default: .unknownValue
      }
  }
}
