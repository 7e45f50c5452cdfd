import HybridWork
public import Populations
import Simulation

/// The files of a study in one folder that can be given away: no register, no comments.
///
/// Made-up staff take the place of a register, and the names that stand for its units, positions and
/// other texts take theirs in every file. Files of shared folders move into the study's own. What
/// planners wrote as titles, texts and sources stays as it is.
public struct PortableStudy: Sendable {
  /// A file by its name relative to the study's folder.
  public typealias File = (name: String, text: String)

  /// The file that the made-up staff stand in.
  public static let staffFile = "staff.csv"

  /// The study file first.
  public let files: [File]

  /// Reads and rewrites the files of a study; nil if the log has errors.
  ///
  /// - Parameters:
  ///   - loaded: The study as it was run, with every file that it may need.
  ///   - path: The study's folder.
  ///   - staff: Who stands in for the register; nil for a study whose staff are made up already.
  ///   - log: Hears what can't be read.
  public init?(
    _ loaded: LoadedStudy, path: String, staff: StandInRegister?, log: DiagnosticLog
  ) {
    let sets = StudyFolder(path, log: log).sharedFile("../assumptions/sets.yaml")
    let inputs = (loaded.inputs + [sets].compactMap(\.self)).filter { !$0.isLocal || staff == nil }
    let named = StudyWorkbookFiles(inputs)
    let renaming = RegisterRenaming(names: staff?.names ?? [:])
    var files: [File] = []
    var positions: String?
    for (place, file) in named.files.enumerated() {
      if file.isTable {
        // The table of positions names them as the register does.
        guard staff == nil || file.name != positions else { continue }
        guard let text = Self.table(file, log: log) else { continue }
        files.append((file.name, text))
      } else if let root = file.contents?.root {
        let original = named.renamed(StudyTree(root) { _ in nil }, in: file.input.name)
        var tree = renaming.renamed(original)
        if place == 0 {
          let plan = tree[path: ["positions"]]
          positions = plan?.text ?? plan?[path: ["table"]]?.text
          Self.settle(&tree, loaded, staff)
        }
        var writer = StudyTreeWriter()
        writer.write(tree)
        files.append((file.name, writer.text))
      }
    }
    if let staff {
      files.append((Self.staffFile, RegisterWriter.csv(staff.columns)))
      if let positions = loaded.positions {
        files.append(
          (Self.positionsFile, PositionStandIns(positions, loaded.study.population, staff).csv))
      }
    }
    guard !log.hasErrors else { return nil }
    self.files = files
  }

  private static let positionsFile = "positions.csv"

  /// What the study says of its staff.
  private static let madeUp = Bilingual(
    id: "Pegawai dalam studi ini buatan: pengganti daftar pegawai yang tidak dibagikan.",
    en: "The staff of this study are made up: they stand for a register that is not given away.")

  /// States in the study file what the run was asked to do, and who the staff are.
  private static func settle(
    _ tree: inout StudyTree, _ loaded: LoadedStudy, _ staff: StandInRegister?
  ) {
    func text(_ text: String) -> StudyTree { .scalar(text, isPlain: true, at: nil) }
    func replace(_ key: String, _ value: StudyTree) {
      tree.remove([key])
      _ = tree.put(value, at: [key], place: nil)
    }
    func mapping(_ entries: KeyValuePairs<String, StudyTree>) -> StudyTree {
      .mapping(entries.map { StudyTree.Entry(key: $0, value: $1, place: nil) })
    }
    if staff != nil {
      replace("population", mapping(["register": text(staffFile)]))
      if loaded.positions != nil { replace("positions", text(positionsFile)) }
      for (key, note) in [("id", madeUp.indonesian), ("en", madeUp.english)] {
        let said = tree[path: ["description", key]]?.text ?? ""
        tree.remove(["description", key])
        _ = tree.put(
          .scalar("\(said) \(note)", isPlain: false, at: nil), at: ["description", key], place: nil)
      }
    }
    let study = loaded.study
    replace("baseline", text(study.baseline.id))
    replace("policies", .list(study.policies.map { text($0.id) }))
    replace(
      "run",
      mapping([
        "worlds": text("\(study.run.worlds)"), "replications": text("\(study.run.replications)"),
        "seed": text("\(study.run.seed)"), "sampling": text(study.run.sampling.rawValue),
      ]))
  }

  private static func table(_ file: StudyWorkbookFiles.Named, log: DiagnosticLog) -> String? {
    guard let table = CSVTable(path: file.input.path, name: file.input.name, log: log) else {
      return nil
    }
    let rows = (0..<table.rowCount).map { row in
      (0..<table.columnCount).map { table.text(row: row, column: $0) }
    }
    return RegisterWriter.csv([table.header] + rows)
  }
}
