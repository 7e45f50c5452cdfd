import ArgumentParser
import Foundation
import HybridWork
import Populations
import Reports
import RunArchive
import Simulation
import StudyFiles

/// `luwes survey`: asks staff what no register knows, and reads what they answer.
struct Survey: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a questionnaire for staff, or read its answers.",
    subcommands: [Write.self, Read.self])

  /// `luwes survey write`: the questionnaire.
  struct Write: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Write the questionnaire in both languages, its codes and an empty table of answers.")

    @OptionGroup var arguments: StudyArguments
    @OptionGroup var language: LanguageOption

    @Option(help: "The folder to write to.")
    var out: String

    func run() throws {
      let loaded = try arguments.load(language.language)
      let questionnaire = Questionnaire(units: loaded.study.population.units)
      let files =
        Language.allCases.map {
          (name: "questionnaire.\($0.rawValue).md", text: questionnaire.markdown($0))
        } + [
          (name: "codes.csv", text: questionnaire.codes),
          (name: "answers.csv", text: questionnaire.answersHeader),
        ]
      try Survey.write(files, to: out, loaded, language.language)
      for file in files { print("\(out)/\(file.name)") }
    }
  }

  /// `luwes survey read`: what the answers say.
  struct Read: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Read answers, weight them to the register, and make what a study takes from them.")

    @OptionGroup var arguments: StudyArguments
    @OptionGroup var language: LanguageOption

    @Option(help: "The answers (CSV), one row a person.")
    var answers: String

    @Option(help: "The date of the answers, as 2026-11-20.")
    var date: String

    @Option(help: "Headers of other names, as unit=Unit Kerja,commute_km=Jarak.")
    var columns: String?

    @Flag(help: "Numbers have a decimal comma.")
    var decimalComma = false

    @Option(help: "Weight by these beside the unit: sex, generation.")
    var rake: String?

    @Option(help: "The folder to write tables and the study's numbers to.")
    var out: String?

    func run() throws {
      let language = language.language
      let loaded = try arguments.load(language)
      let log = DiagnosticLog()
      let day = SurveyFile.date(date, log: log)
      let headers = columns.map { SurveyQuestion.headers($0, log: log) } ?? [:]
      let read = SurveyFile.load(
        path: answers, units: loaded.study.population.units, columns: headers,
        decimalComma: decimalComma, log: log)
      for diagnostic in log.diagnostics { complain(diagnostic.text(in: language)) }
      guard let read, let day, !log.hasErrors else { throw Exit.badInput }
      let report = try report(read, loaded, language)
      print(report.text(width: 150))
      if let out {
        let files = SurveyFiles(report, date: day).files
        try Survey.write(files, to: out, loaded, language)
        print("\n\(out)")
      }
    }

    private func report(
      _ answers: SurveyAnswers, _ loaded: LoadedStudy, _ language: Language
    ) throws -> SurveyReport {
      do {
        let summary = try SurveySummary(
          answers, population: loaded.study.population, raking: try questions(language))
        return SurveyReport(
          summary, smallestGroup: loaded.study.reporting.smallestGroup, language: language)
      } catch let error as SurveyError {
        complain(SurveyWording(error).text(language))
        throw Exit.badInput
      }
    }

    private func questions(_ language: Language) throws -> [SurveyQuestion] {
      let names = rake?.split(separator: ",").map(String.init) ?? []
      return try names.map { name in
        guard let question = SurveyQuestion(rawValue: name), question.isAboutTheAsked,
          question != .unit
        else {
          throw ValidationError("--rake takes sex and generation, separated by a comma.")
        }
        return question
      }
    }
  }

  /// Writes files with a manifest into a folder of their own.
  fileprivate static func write(
    _ files: [(name: String, text: String)], to path: String, _ loaded: LoadedStudy,
    _ language: Language
  ) throws {
    let manifest = try ResultFiles.manifest(loaded, files: files, tracked: [], language: language)
    let outputs = files + [(name: "manifest.json", text: try manifest.json())]
    do throws(ResultsFolder.Failure) {
      try ResultsFolder(path: path).replace(with: outputs)
    } catch {
      complain(ResultsWording(error).text(language))
      throw Exit.badInput
    }
  }
}

/// The sentence for answers that can't be weighted.
struct SurveyWording {
  private let error: SurveyError

  init(_ error: SurveyError) { self.error = error }

  func text(_ language: Language) -> String {
    let wording: Bilingual =
      switch error {
      case .moreAnswersThanStaff(let unit, let answers, let staff):
        Bilingual(
          id: "\(unit): \(answers) jawaban dari \(staff) pegawai; hapus jawaban ganda.",
          en: "\(unit): \(answers) answers of \(staff) staff; delete answers given twice.")
      case .notInRegister(let question):
        Bilingual(
          id:
            "--rake \(question.rawValue): tidak diketahui untuk semua pegawai; hapus dari --rake.",
          en: "--rake \(question.rawValue): not known of all staff; leave it out of --rake.")
      case .weightingAnswerMissing(let question, let rows):
        Bilingual(
          id:
            "--rake \(question.rawValue): kosong pada \(rows) jawaban; isi atau hapus dari --rake.",
          en:
            "--rake \(question.rawValue): blank in \(rows) answers; fill it or leave it out of --rake."
        )
      case .nobodyAnswered(let question, let level, let staff):
        Bilingual(
          id:
            "--rake \(question.rawValue): tidak ada jawaban dari \(staff) pegawai \(level); hapus "
            + "dari --rake.",
          en: "--rake \(question.rawValue): no answer stands for the \(staff) staff with \(level); "
            + "leave it out of --rake.")
      case .doesNotConverge(let rounds):
        Bilingual(
          id: "Bobot tidak bertemu setelah \(rounds) putaran; kurangi --rake.",
          en: "Weights do not come together in \(rounds) rounds; rake to fewer questions.")
      case .tooFewAnswers:
        Bilingual(
          id: "Tidak ada unit dengan dua jawaban atau lebih.",
          en: "No unit has two answers or more.")
      }
    return wording[language]
  }
}
