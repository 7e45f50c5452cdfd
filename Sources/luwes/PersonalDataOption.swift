import ArgumentParser
import Foundation
import HybridWork
import RunArchive
import StudyFiles

/// The option that asks for the skipped rows themselves.
struct PersonalDataOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write skipped rows, which are personal data, to skipped-rows.csv in this folder.",
      discussion: "Needs --on-bad-row skip; the folder may not lie in results or in the study.",
      valueName: "folder"))
  var withPersonalData: String?

  /// Refuses the option where no row can be skipped.
  func check(_ treatment: BadRowTreatment) throws {
    guard withPersonalData == nil || treatment == .skip else {
      throw ValidationError("--with-personal-data needs --on-bad-row skip.")
    }
  }
}

extension PersonalDataOption {
  /// The folders whose files are passed on or kept under version control.
  ///
  /// - Parameters:
  ///   - study: The study's folder or file.
  ///   - results: The folder of this run's results, if it has any.
  /// - Returns: Their paths.
  static func shared(study: String, results: String? = nil) -> [String] {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: study, isDirectory: &isFolder)
    let studyFolder =
      exists && !isFolder.boolValue
      ? URL(fileURLWithPath: study).deletingLastPathComponent().path : study
    return [results ?? "results", "results", studyFolder]
  }

  /// The folder for personal data.
  ///
  /// - Throws: ``Exit/badInput`` after a complaint, when it lies in one of the shared folders.
  static func folder(
    _ path: String, outside shared: [String], language: Language
  ) throws -> PersonalDataFolder {
    do {
      return try PersonalDataFolder(path: path, outside: shared)
    } catch {
      complain(PersonalDataWording(error).text(language))
      throw Exit.badInput
    }
  }
}
