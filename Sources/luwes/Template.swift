import ArgumentParser
import Foundation
import HybridWork
import Reports
import RunArchive
import StudyFiles

/// `luwes template`: an empty register, or a whole study, that a planner fills in with Excel.
struct Template: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write an Excel register or a whole study to fill in, with drop-downs and notes.")

  @Option(help: "The workbook to write: isian-pegawai.xlsx, or isian.xlsx with --study.")
  var out: String?

  @Option(help: "A study's folder: write all of it as a workbook to change.")
  var study: String?

  @Flag(help: "With --study: also copy the people of a real register, which are personal data.")
  var withRegister = false

  @OptionGroup var language: LanguageOption

  func validate() throws {
    guard study != nil || !withRegister else {
      throw ValidationError("--with-register goes with --study.")
    }
  }

  func run() throws {
    let path = out ?? (study == nil ? "isian-pegawai.xlsx" : "isian.xlsx")
    try NewPlace(path: path, language: language.language).check()
    let filled = try study.map { try self.sheets(of: $0) }
    do {
      let content = try TemporaryWorkbook.content { file in
        if let filled {
          try StudyTemplate(filled, language: language.language).write(to: file)
        } else {
          try RegisterTemplate(language: language.language).write(to: file)
        }
      }
      try content.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch let failure as TemporaryWorkbook.Failure {
      complain(failure.refusal.sentence(failure.folder, language.language))
      throw Exit.badInput
    } catch RegisterTemplate.Failure.refused(let reason) {
      complain(WritingRefusal.other(reason).sentence(path, language.language))
      throw Exit.badInput
    } catch {
      complain(WritingRefusal(error).sentence(path, language.language))
      throw Exit.badInput
    }
    print(next(path))
  }

  private func next(_ path: String) -> String {
    switch (study == nil, language.language) {
    case (true, .indonesian):
      "\(path): isi lembar Pegawai, lalu tulis di study.yaml: population: {register: \(path)}"
    case (true, .english):
      "\(path): fill the sheet Staff, then write in study.yaml: population: {register: \(path)}"
    case (false, .indonesian): "\(path): ubah dengan Excel, lalu jalankan: luwes run \(path)"
    case (false, .english): "\(path): change it with Excel, then run: luwes run \(path)"
    }
  }

  private func sheets(of study: String) throws -> [TemplateSheet] {
    let log = DiagnosticLog()
    let sheets = StudyWorkbook.sheets(
      of: study, language: language.language, holdsRegister: withRegister, log: log)
    for diagnostic in log.diagnostics { complain(diagnostic.text(in: language.language)) }
    guard let sheets else { throw Exit.badInput }
    return sheets.map { TemplateSheet($0, language.language) }
  }
}

extension TemplateSheet {
  /// The sheet of a study as one to write.
  fileprivate init(_ sheet: StudySheet, _ language: Language) {
    self.init(
      name: sheet.name, title: sheet.title, file: sheet.file,
      columns: sheet.columns.map { column in
        Column(
          key: column.key, label: column.label[language], hint: column.hint[language],
          choices: column.choices, range: column.range, isText: column.isText, width: column.width)
      },
      rows: sheet.rows.map { row in
        row.map { cell -> Cell in
          switch cell {
          case .blank: .blank
          case .text(let text): .text(text)
          case .number(let text): Double(text).map { .number($0) } ?? .text(text)
          case .date(let text): WorkDate(text).map { .date($0) } ?? .text(text)
          }
        }
      })
  }
}
