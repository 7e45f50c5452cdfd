import ArgumentParser
import HybridWork
import RunArchive
import StudyFiles

/// The file of skipped rows, for planners who have asked for personal data.
struct SkippedRowsFile {
  private let folder: PersonalDataFolder
  private let language: Language

  /// Nil when no folder is asked for.
  ///
  /// - Parameters:
  ///   - path: The folder asked for.
  ///   - study: The study's folder or file.
  ///   - results: The folder of this run's results, if it has any.
  ///   - language: The language of complaints.
  /// - Throws: ``Exit/badInput`` when the folder's files would be passed on.
  init?(_ path: String?, study: String, results: String? = nil, language: Language) throws {
    guard let path else { return nil }
    self.language = language
    folder = try PersonalDataOption.folder(
      path, outside: PersonalDataOption.shared(study: study, results: results),
      language: language)
  }

  /// Writes the rows, if there are any.
  ///
  /// - Throws: ``Exit/badInput`` when the system refuses.
  func write(_ records: SkippedRecords?) throws {
    guard let records, !records.rows.isEmpty else { return }
    do {
      try folder.write(records.csv(in: language), to: "skipped-rows.csv")
    } catch {
      complain(PersonalDataWording(error).text(language))
      throw Exit.badInput
    }
  }
}

/// The sentence for personal data that can't be written.
struct PersonalDataWording {
  private let failure: PersonalDataFolder.Failure

  init(_ failure: PersonalDataFolder.Failure) { self.failure = failure }

  func text(_ language: Language) -> String { wording[language] }

  var wording: Bilingual {
    switch failure {
    case .shared(let path, let within):
      Bilingual(
        id: "\(path): data pribadi tidak boleh ditulis di dalam \(within); pilih folder lain.",
        en: "\(path): personal data may not be written inside \(within); choose another folder.")
    case .refused(let path, let reason):
      Bilingual(
        id: "\(path): data pribadi tidak dapat ditulis (\(reason.text(.indonesian))).",
        en: "\(path): personal data can't be written (\(reason.text(.english))).")
    }
  }
}
