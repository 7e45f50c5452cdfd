/// A text that consists of an optional minus, digits, points and commas.
struct DecimalShape: Equatable {
  /// `-` or nothing.
  let sign: String
  /// The digits before, between and after the marks.
  private let runs: [String]
  private let marks: [Character]

  /// What the marks can mean; the texts are digits.
  enum Reading: Equatable {
    /// No mark, or one mark of the grammar with digits on both sides.
    case plain(whole: String, decimals: String)
    /// One mark of the other kind.
    case otherMark(whole: String, decimals: String)
    /// One mark, one to three digits before and three after it: decimals or thousands.
    case groupOrDecimals(whole: String, decimals: String)
    /// Groups of three digits.
    case grouped(whole: String, decimals: String)
    /// No digit before or after the mark.
    case missingDigit(whole: String, decimals: String)
    case unclear
  }

  /// Nil if the text has any other character, or no digit.
  init?(_ text: String) {
    var runs = [""]
    var marks: [Character] = []
    let body = text.hasPrefix("-") ? text.dropFirst() : text[...]
    for character in body {
      if character.isASCII, character.isNumber {
        runs[runs.count - 1].append(character)
      } else if character == "." || character == "," {
        marks.append(character)
        runs.append("")
      } else {
        return nil
      }
    }
    guard runs.contains(where: { !$0.isEmpty }) else { return nil }
    self.sign = text.hasPrefix("-") ? "-" : ""
    self.runs = runs
    self.marks = marks
  }

  /// What the text means where `mark` separates the decimals.
  func reading(mark: DecimalGrammar.Mark) -> Reading {
    guard marks.count == 1 else { return groups() }
    let (whole, decimals) = (runs[0], runs[1])
    if whole.isEmpty || decimals.isEmpty {
      return .missingDigit(whole: whole, decimals: decimals)
    }
    if decimals.count == 3, whole.count <= 3, whole.first != "0" {
      return .groupOrDecimals(whole: whole, decimals: decimals)
    }
    return marks[0] == mark.character
      ? .plain(whole: whole, decimals: decimals) : .otherMark(whole: whole, decimals: decimals)
  }

  private func groups() -> Reading {
    guard let first = marks.first else { return .plain(whole: runs[0], decimals: "") }
    let hasDecimals = marks.last != first
    let groupMarks = hasDecimals ? marks.dropLast() : marks[...]
    let groups = hasDecimals ? runs.dropLast() : runs[...]
    let areGroups =
      groupMarks.allSatisfy { $0 == first } && (1...3).contains(runs[0].count)
      && groups.dropFirst().allSatisfy { $0.count == 3 }
    guard areGroups, !hasDecimals || runs.last != "" else { return .unclear }
    return .grouped(whole: groups.joined(), decimals: hasDecimals ? runs[runs.count - 1] : "")
  }
}
