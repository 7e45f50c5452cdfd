public import HybridWork
public import Simulation

/// Every assumption, price and fact of a folder of files, with the file it stands in.
public struct EvidenceRegister: Sendable {
  /// One entry.
  public struct Entry: Sendable {
    /// What an entry is.
    public enum Content: Sendable {
      case assumption(StudyAssumption)
      case fact(EvidenceFact)
      case price(UnlockPrice)
    }

    /// The file's name.
    public let file: String
    /// The entry itself.
    public let content: Content

    /// Source, date and confidence.
    public var provenance: Provenance {
      switch content {
      case .assumption(let assumption): assumption.provenance
      case .fact(let fact): fact.provenance
      case .price(let price): price.provenance
      }
    }
  }

  /// The entries, file by file in the order of names, as they stand there.
  public let entries: [Entry]

  /// Reads every file of a folder that states assumptions, facts or prices; others are passed over.
  ///
  /// - Returns: The register; nil if the folder has no such file or the log has errors.
  public static func load(folder: String, log: DiagnosticLog) -> EvidenceRegister? {
    let names = FilePath.names(inFolder: folder).filter { $0.hasSuffix(".yaml") }
    var entries: [Entry] = []
    for name in names {
      let input = InputFile(name: name, path: FilePath.joined(folder, name))
      entries += contents(of: input, log: log).map { Entry(file: name, content: $0) }
    }
    guard !log.hasErrors, !entries.isEmpty else { return nil }
    return EvidenceRegister(entries: entries)
  }

  private static func contents(of input: InputFile, log: DiagnosticLog) -> [Entry.Content] {
    // Which kind a file is shows in its keys; it is read again by the reader of that kind.
    var kind: String?
    var isRead = false
    _ = YAMLFile.read(path: input.path, name: input.name, log: DiagnosticLog()) { keys -> Bool? in
      isRead = true
      kind = ["assumptions", "facts", "prices"].first(where: keys.has)
      return true
    }
    switch kind {
    case "assumptions":
      let file = AssumptionsFile.load(input, log: log)
      return (file?.entries ?? []).compactMap { $0.assumption.map(Entry.Content.assumption) }
    case "facts":
      let facts = YAMLFile.read(path: input.path, name: input.name, log: log) {
        EvidenceFile.facts($0)
      }
      return (facts ?? []).map(Entry.Content.fact)
    case "prices":
      return (UnlockFile.load(input, log: log) ?? []).map(Entry.Content.price)
    default:
      // A file that cannot be read at all is not passed over in silence.
      if !isRead { _ = AssumptionsFile.load(input, log: log) }
      return []
    }
  }
}
