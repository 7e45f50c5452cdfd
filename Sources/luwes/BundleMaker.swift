import Foundation
import HybridWork
import Populations
import Reports
import RunArchive
import Simulation
import StudyFiles

/// Makes the files of a bundle from a recorded run.
struct BundleMaker {
  let recorded: RecordedStudy
  /// A folder for files on the way, which is taken away by the caller.
  let workplace: URL
  let threads: Int
  let wording: BundleWording

  private var language: Language { wording.language }

  /// The archive, and what is known of it.
  ///
  /// - Throws: ``Exit/badInput`` after saying what is in the way.
  func made() throws -> (archive: Data, facts: BundleFacts) {
    let folder = try folder()
    let loaded = try complete(folder)
    let staff = try staff(loaded)
    let portable = try portable(loaded, staff, from: folder)
    let id = loaded.study.header.id
    let study = workplace.appendingPathComponent("study/scenarios/\(id)")
    for file in portable.files {
      try write(Data(file.text.utf8), to: study.appendingPathComponent(file.name))
    }
    let (results, outcomes) = try run(study.path)
    let original = recorded.files.first { $0.name == "outcomes.csv" }?.text ?? ""
    let comparison = BundleComparison(original: original, bundle: outcomes)
    let facts = BundleFacts(
      study: loaded.study, replacesRegister: staff != nil,
      merged: staff?.merged.map { ($0.column, $0.people) } ?? [],
      comparison: (comparison.lines.count, comparison.lines.count(where: \.holds)),
      runID: recorded.manifest.runID)
    var files: [(name: String, content: Data)] = [
      ("README.md", Data(BundlePage(facts).markdown.utf8)),
      ("comparison.csv", Data(BundleComparisonFile.text(comparison).utf8)),
    ]
    files += portable.files.map { ("scenarios/\(id)/\($0.name)", Data($0.text.utf8)) }
    files += results.map { ("results/\(id)/\($0.name)", $0.content) }
    files += try assessments(facts)
    files.append(("bundle.json", try manifest(of: files, facts)))
    do throws(SystemProgram.Failure) {
      let packing = workplace.appendingPathComponent("zip")
      return (try ZipArchive.packed(files, in: packing), facts)
    } catch {
      complain(wording.text(error))
      throw Exit.badInput
    }
  }

  /// The study's folder; for a study in a workbook one of the files that it says.
  private func folder() throws -> String {
    guard WorkbookStudy.isWorkbook(recorded.folder) else { return recorded.folder }
    let log = DiagnosticLog()
    guard let files = WorkbookStudy.files(recorded.folder, log: log) else {
      for diagnostic in log.diagnostics { complain(diagnostic.text(in: language)) }
      throw Exit.badInput
    }
    let converted = workplace.appendingPathComponent("converted/\(recorded.manifest.study)")
    for file in files {
      try write(Data(file.text.utf8), to: converted.appendingPathComponent(file.name))
    }
    return converted.path
  }

  /// The study with every file that its commands may need.
  private func complete(_ folder: String) throws -> LoadedStudy {
    var overrides = try RecordedStudy.overrides(recorded.manifest.options)
    overrides.needsUnlockPrices = true
    overrides.needsStressTests = true
    return try load(folder, overrides)
  }

  private func load(_ path: String, _ overrides: StudyOverrides) throws -> LoadedStudy {
    let log = DiagnosticLog()
    let loaded = StudyLoader.load(path, overrides: overrides, log: log)
    guard let loaded, !log.hasErrors else {
      for diagnostic in log.diagnostics { complain(diagnostic.text(in: language)) }
      throw Exit.badInput
    }
    return loaded
  }

  private func staff(_ loaded: LoadedStudy) throws -> StandInRegister? {
    guard !loaded.isStaffSynthetic else { return nil }
    let study = loaded.study
    var cuts: [RegisterColumn: [Double]] = [:]
    for condition in study.scenarios.flatMap(\.levers.conditions) {
      for bound in condition.bounds { cuts[bound.column, default: []].append(bound.number) }
    }
    do throws(StandInError) {
      return try StandInRegister(
        for: study.population,
        StandInTerms(
          smallestGroup: study.reporting.smallestGroup, services: Set(study.services.map(\.id)),
          cuts: cuts), seed: study.run.seed)
    } catch {
      complain(wording.text(error))
      throw Exit.badInput
    }
  }

  /// The study's files, in which no text of the register is found.
  private func portable(
    _ loaded: LoadedStudy, _ staff: StandInRegister?, from folder: String
  ) throws -> PortableStudy {
    let log = DiagnosticLog()
    guard
      let portable = PortableStudy(loaded, path: folder, staff: staff, log: log)
    else {
      for diagnostic in log.diagnostics { complain(diagnostic.text(in: language)) }
      throw Exit.badInput
    }
    guard let staff else { return portable }
    let renamed = Set(staff.names.values.flatMap(\.keys))
    guard
      let texts = RegisterTexts(
        of: loaded, smallest: loaded.study.reporting.smallestGroup, renamed: renamed)
    else {
      complain(wording.registerGone)
      throw Exit.badInput
    }
    let findings = portable.files.compactMap {
      texts.firstFound(in: "\($0.name)\n\($0.text)", file: $0.name)
    }
    guard findings.isEmpty else {
      for finding in findings { complain(wording.text(finding)) }
      complain(wording.nothingWritten)
      throw Exit.badInput
    }
    return portable
  }

  /// Runs the study with the made-up staff: its results, and the table of outcomes among them.
  private func run(
    _ path: String
  ) throws -> (files: [(name: String, content: Data)], outcomes: String) {
    // What was held is no part of any file; all else that was asked for is.
    let loaded = try load(path, try RecordedStudy.held(recorded.manifest.options))
    do {
      let run = try StudyRun(loaded.study)
      let result = KeptDays.with(loaded.study, isOff: false, language) { grid in
        run.run(threads: threads, grid: grid) { _ in }
      }
      var outputs = try ResultFiles(result, language: language)
      try outputs.addDocuments(loaded)
      let manifest = try outputs.manifest(loaded)
      let texts = outputs.files + [("manifest.json", try manifest.json())]
      return (
        texts.map { ($0.name, Data($0.text.utf8)) } + outputs.binaries,
        outputs.files.first { $0.name == "outcomes.csv" }?.text ?? ""
      )
    } catch let error as SimulationError {
      complain(SimulationWording(error).text(language))
      throw Exit.badInput
    }
  }

  /// The template of the impact assessment in both languages.
  private func assessments(
    _ facts: BundleFacts
  ) throws -> [(name: String, content: Data)] {
    let pandoc = Pandoc(reference: nil)
    var papers: [(name: String, content: Data)] = []
    for language in Language.allCases {
      let paper = ImpactAssessment(facts, language: language)
      do throws(SystemProgram.Failure) {
        papers.append(("\(paper.name).docx", try pandoc.docx(html: paper.html)))
      } catch {
        complain(DocumentsWording(language: self.language).text(error))
        throw Exit.badInput
      }
    }
    return papers
  }

  private func manifest(
    of files: [(name: String, content: Data)], _ facts: BundleFacts
  ) throws -> Data {
    try BundleManifest(
      version: Luwes.version, study: facts.study.header.id, runID: facts.runID,
      smallestGroup: facts.study.reporting.smallestGroup,
      replacesRegister: facts.replacesRegister, files: files
    ).json()
  }

  private func write(_ content: Data, to url: URL) throws {
    do {
      // Files of a workbook may hold a register.
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try content.write(to: url)
    } catch {
      complain(WritingRefusal(error).sentence(url.path, language))
      throw Exit.badInput
    }
  }
}
