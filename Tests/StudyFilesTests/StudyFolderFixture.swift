import Foundation
import StudyFiles

/// A copy of the sound study, with changes, that lasts as long as the value.
final class StudyFolderFixture {
  let path: String

  /// Copies the sound study into a folder of its own.
  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/luwes-" + UUID().uuidString + "/office"
    try FileManager.default.createDirectory(
      atPath: FilePathText.parent(path), withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: FixtureFile.path("sound"), toPath: path)
  }

  deinit { try? FileManager.default.removeItem(atPath: FilePathText.parent(path)) }

  func apply(_ edit: BrokenInput.Edit) throws {
    let file = path + "/" + edit.file
    guard let old = edit.old else {
      try FileManager.default.createDirectory(
        atPath: FilePathText.parent(file), withIntermediateDirectories: true)
      try edit.new.write(toFile: file, atomically: false, encoding: .utf8)
      return
    }
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let parts = text.components(separatedBy: old)
    guard parts.count == 2 else {
      throw BrokenInput.Fault(
        "\(edit.file) has \(parts.count - 1) places with \"\(old)\", not one")
    }
    try parts.joined(separator: edit.new).write(toFile: file, atomically: false, encoding: .utf8)
  }

  func load(_ overrides: StudyOverrides = StudyOverrides()) -> (LoadedStudy?, DiagnosticLog) {
    let log = DiagnosticLog()
    return (StudyLoader.load(path, overrides: overrides, log: log), log)
  }
}

enum FilePathText {
  static func parent(_ path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  }
}
