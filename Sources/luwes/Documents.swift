import ArgumentParser
import Foundation
import HybridWork
import Reports
import RunArchive
import StudyFiles

/// `luwes documents`: the papers that leaders ask for, from a run's results.
struct Documents: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write memo, staff paper, annexes and likely questions as DOCX (needs pandoc).")

  @Argument(help: "The results folder, such as results/west-java-mkd.")
  var results: String

  @Option(help: "The policy they are about; the one that leads the report unless given.")
  var policy: String?

  @Option(
    help: "A DOCX whose letterhead, page and styles are taken; letterhead.docx beside the study.")
  var letterhead: String?

  @Option(help: "The study's folder or workbook, instead of scenarios/<study>.")
  var study: String?

  @Option(help: "The folder to write, instead of <results>-documents.")
  var out: String?

  @OptionGroup var language: LanguageOption

  func run() throws {
    let wording = DocumentsWording(language: language.language)
    let folder = ResultsFolder(path: out ?? Self.folder(of: results))
    try ResultsWording.explaining(language.language) { try folder.check() }
    let recorded = try RecordedStudy(results: results, study: study, language: language.language)
    let papers = try papers(recorded, wording)
    let pandoc = Pandoc(reference: try reference(recorded, wording))
    var binaries: [(name: String, content: Data)] = []
    for paper in papers {
      do {
        binaries.append(("\(paper.name).docx", try pandoc.docx(html: paper.html)))
      } catch {
        complain(wording.text(error))
        throw Exit.badInput
      }
    }
    let manifest = recorded.manifest(of: binaries)
    try ResultsWording.explaining(language.language) {
      try folder.replace(with: [("manifest.json", try manifest.json())], binaries: binaries)
    }
    for paper in papers {
      print("\(out ?? Self.folder(of: results))/\(paper.name).docx  \(paper.title)")
    }
  }

  private static func folder(of results: String) -> String {
    (results.hasSuffix("/") ? String(results.dropLast()) : results) + "-documents"
  }

  private func papers(
    _ recorded: RecordedStudy, _ wording: DocumentsWording
  ) throws -> [OfficeDocuments.Paper] {
    do throws(OfficeDocuments.Failure) {
      return try OfficeDocuments(
        recorded.loaded.study, files: recorded.files,
        run: ReportRun(
          id: recorded.manifest.runID, version: recorded.manifest.luwes, inputs: [],
          language: language.language),
        policy: policy, isStaffSynthetic: recorded.loaded.isStaffSynthetic
      ).papers
    } catch {
      complain(wording.text(error))
      throw Exit.badInput
    }
  }

  /// The DOCX named, or the one beside the study or its siblings, if there is any.
  private func reference(
    _ recorded: RecordedStudy, _ wording: DocumentsWording
  ) throws -> String? {
    let candidates =
      letterhead.map { [$0] }
      ?? ["letterhead.docx", "../letterhead.docx"].map { "\(recorded.folder)/\($0)" }
    let found = candidates.first { FileManager.default.isReadableFile(atPath: $0) }
    if found == nil, let letterhead {
      complain(wording.noLetterhead(letterhead))
      throw Exit.badInput
    }
    return found
  }
}
