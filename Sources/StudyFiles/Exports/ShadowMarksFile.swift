public import Exploration
import Foundation
import HybridWork

/// Reads the marks of `shadow.json`, as `luwes shadow` writes it.
public enum ShadowMarksFile {
  private struct Contents: Decodable {
    struct Mark: Decodable {
      let group: String
      let quantities: [String]
    }

    let study: String
    let from: String
    let to: String
    let marked: [Mark]
  }

  /// The marks; nil if the file can't be read, is no shadow test or is of another study.
  ///
  /// - Parameters:
  ///   - path: The file, which is also what complaints call it.
  ///   - study: The study that is run.
  ///   - log: Hears what is wrong.
  /// - Returns: The marks.
  public static func load(path: String, study: String, log: DiagnosticLog) -> ShadowMarks? {
    do throws(FileFault) {
      let source = try SourceFile.load(path: path, name: path, limit: YAMLFile.limit)
      return marks(Data(source.bytes), path: path, study: study, log: log)
    } catch {
      log.add(Diagnostic(.file(error), file: path))
      return nil
    }
  }

  private static func marks(
    _ data: Data, path: String, study: String, log: DiagnosticLog
  ) -> ShadowMarks? {
    guard let contents = try? JSONDecoder().decode(Contents.self, from: data),
      let from = WorkDate(contents.from), let to = WorkDate(contents.to), from <= to
    else {
      log.add(Diagnostic(.export(.notAShadowTest), file: path))
      return nil
    }
    guard contents.study == study else {
      log.add(
        Diagnostic(.export(.shadowOfAnotherStudy(found: contents.study, study)), file: path))
      return nil
    }
    let groups = contents.marked.map { mark in
      (group: mark.group, quantities: mark.quantities.compactMap(ShadowQuantity.init))
    }
    guard zip(groups, contents.marked).allSatisfy({ $0.quantities.count == $1.quantities.count })
    else {
      log.add(Diagnostic(.export(.notAShadowTest), file: path))
      return nil
    }
    return ShadowMarks(study: study, period: from...to, groups: groups)
  }
}
