public import HybridWork
public import Populations

/// Reads the answers to the questionnaire, one row a person; other columns are never looked at.
///
/// A column may be headed by the question's identifier or by its wording in either language, and a
/// choice may be answered by its identifier or its wording, so that the export of a form can be read
/// as it is. Blank answers are unknown; the unit must be given.
public struct SurveyFile {
  /// How many faulty rows are shown.
  private static let shown = 20

  private let table: CSVTable
  private let places: [SurveyQuestion: Int]
  private let decimals: DecimalGrammar
  private let unitNames: [String]
  private let unitPlaces: [String: Int]
  private let log: DiagnosticLog

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file, which is also what complaints call it.
  ///   - units: The units of the register, in its order.
  ///   - columns: Headers given for questions.
  ///   - decimalComma: Whether numbers have a decimal comma.
  ///   - log: Hears everything that is wrong.
  /// - Returns: The answers, or nil if the log has an error about the file.
  public static func load(
    path: String, units: [WorkUnit], columns: [SurveyQuestion: String], decimalComma: Bool,
    log: DiagnosticLog
  ) -> SurveyAnswers? {
    let own = DiagnosticLog()
    defer { for diagnostic in own.diagnostics { log.add(diagnostic) } }
    let table = CSVTable(path: path, name: path, log: own)
    return table.flatMap { read($0, units: units, columns: columns, decimalComma, own) }
  }

  /// Reads a table that is already in memory.
  package static func read(
    _ source: SourceFile, units: [WorkUnit], columns: [SurveyQuestion: String] = [:],
    decimalComma: Bool = false, log: DiagnosticLog
  ) -> SurveyAnswers? {
    let table = CSVTable(source, log: log)
    return table.flatMap { read($0, units: units, columns: columns, decimalComma, log) }
  }

  private static func read(
    _ table: CSVTable, units: [WorkUnit], columns: [SurveyQuestion: String], _ decimalComma: Bool,
    _ log: DiagnosticLog
  ) -> SurveyAnswers? {
    guard let places = places(in: table, columns: columns, log: log) else { return nil }
    let names = units.map(\.name)
    let file = SurveyFile(
      table: table, places: places,
      decimals: DecimalGrammar(mark: decimalComma ? .comma : .point), unitNames: names,
      unitPlaces: Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) }), log: log)
    return file.answers()
  }

  /// Where each question stands; nil if one stands nowhere that must, or twice.
  private static func places(
    in table: CSVTable, columns: [SurveyQuestion: String], log: DiagnosticLog
  ) -> [SurveyQuestion: Int]? {
    var places: [SurveyQuestion: Int] = [:]
    var isSound = true
    func complain(_ problem: Problem, _ question: SurveyQuestion) {
      isSound = false
      log.add(
        Diagnostic(
          problem, file: table.file, at: TextPosition(line: 1), keyPath: question.rawValue))
    }
    let named = table.header.filter { !$0.isEmpty }
    for question in SurveyQuestion.allCases {
      let accepted =
        columns[question].map { [$0] }
        ?? [question.rawValue, question.text.indonesian, question.text.english]
      let found = table.header.indices.filter { accepted.contains(table.header[$0]) }
      if found.count > 1 {
        let headers = found.map { table.header[$0] }
        complain(.survey(.questionTwice(question: question.rawValue, headers: headers)), question)
      } else if let place = found.first {
        places[question] = place
      } else if question == .unit || columns[question] != nil {
        let nearest = NearestName.find(accepted[0], in: named)
        complain(
          .table(.missingColumn(name: accepted[0], nearest: nearest, allowed: named)), question)
      }
    }
    return isSound ? places : nil
  }

  private func answers() -> SurveyAnswers? {
    var units: [Int] = []
    var values: [SurveyQuestion: [Double]] = [:]
    let asked = SurveyQuestion.allCases.filter { $0 != .unit && places[$0] != nil }
    for question in asked { values[question] = [] }
    var faults = 0
    for row in 0..<table.rowCount {
      for question in [.unit] + asked {
        do throws(Problem) {
          let value = try answer(question, row: row)
          if question == .unit { units.append(Int(value)) } else { values[question]?.append(value) }
        } catch {
          faults += 1
          guard faults <= Self.shown else { continue }
          log.add(table.diagnostic(error, row: row, column: places[question] ?? 0))
        }
      }
    }
    if faults > Self.shown {
      log.add(Diagnostic(.survey(.furtherRows(count: faults - Self.shown)), file: table.file))
    }
    return faults == 0 && !log.hasErrors ? SurveyAnswers(unit: units, values: values) : nil
  }

  private func answer(_ question: SurveyQuestion, row: Int) throws(Problem) -> Double {
    let text = table.text(row: row, column: places[question] ?? 0)
    if text.isEmpty {
      guard question == .unit else { return .nan }
      throw .table(.blank)
    }
    switch question.kind {
    case .unit:
      if let place = unitPlaces[text] { return Double(place) }
      throw .survey(.notOffered(allowed: unitNames))
    case .choice(let names):
      let place = names.indices.first { index in
        let wording = question.text(ofChoice: names[index])
        return [names[index], wording.indonesian, wording.english].contains(text)
      }
      if let place { return Double(place) }
      throw .survey(.notOffered(allowed: names))
    case .flag:
      // What is no answer may be anything, a name included: it is not repeated.
      switch text.lowercased() {
      case "yes": return 1
      case "no": return 0
      default: break
      }
      guard let flag = try? RegisterGrammar.flag(text) else {
        throw .survey(.notOffered(allowed: ["ya", "tidak", "yes", "no"]))
      }
      return flag ? 1 : 0
    case .number(let range):
      do throws(NumberFault) {
        let value = try decimals.number(text)
        guard range.contains(value) else { throw .outOfRange(text: text, range: range) }
        return value
      } catch {
        throw PrivateText.isLikely(text, in: .number(error))
          ? .survey(.notOffered(allowed: ["\(Int(range.lowerBound)) … \(Int(range.upperBound))"]))
          : .number(error)
      }
    }
  }
}

extension SurveyFile {
  /// Reads the date of the answers, `YYYY-MM-DD`.
  public static func date(_ text: String, log: DiagnosticLog) -> WorkDate? {
    do throws(DateFault) {
      return try DateGrammar.written(text)
    } catch {
      log.add(Diagnostic(.date(error), file: "--date"))
      return nil
    }
  }
}

extension SurveyQuestion {
  /// Reads `question=header` pairs separated by commas.
  public static func headers(_ text: String, log: DiagnosticLog) -> [SurveyQuestion: String] {
    var headers: [SurveyQuestion: String] = [:]
    for pair in text.split(separator: ",") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      let name = parts.first.map { String($0).filter { $0 != " " } } ?? ""
      guard parts.count == 2, let question = SurveyQuestion(rawValue: name) else {
        let allowed = SurveyQuestion.allCases.map(\.rawValue)
        log.add(
          Diagnostic(.survey(.notAMapping(text: String(pair), allowed: allowed)), file: "--columns")
        )
        continue
      }
      headers[question] = String(parts[1])
    }
    return headers
  }
}
