import Foundation

/// Results of finished runs kept in the cache, so that a run of which nothing has changed is not computed
/// again.
///
/// Equal inputs, settings, program and processor give equal bytes; so the results of such a run are
/// those kept. Only the owner can open what is kept. The runs that were used longest ago go first.
public struct KeptRuns: Sendable {
  /// How much is kept.
  public struct Limits: Sendable {
    /// Runs; none at 0.
    public let runs: Int
    /// Bytes of all results together.
    public let bytes: Int

    /// Limits; by default eight runs and 512 MiB.
    public init(runs: Int = 8, bytes: Int = 512 << 20) {
      self.runs = runs
      self.bytes = bytes
    }
  }

  private static let recordName = "record.json"
  private static let unfinished = ".new-"
  private let folder: URL
  private let limits: Limits

  /// The runs in the folder of a cache, which need not exist yet.
  public init(folder path: String, limits: Limits = Limits()) {
    folder = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
      .appendingPathComponent("runs", isDirectory: true)
    self.limits = limits
  }

  /// A run that was asked for the same and found the same inputs.
  ///
  /// What is damaged is passed over, noted and removed.
  ///
  /// - Parameter request: All that decides the bytes of a run but its inputs.
  /// - Returns: The run, nil if there is none, and what is to be said.
  public func find(_ request: [String]) -> (run: KeptRun?, notes: [CacheNote]) {
    guard limits.runs > 0 else { return (nil, []) }
    var notes: [CacheNote] = []
    var now: [String: RunSource?] = [:]
    let prefix = Self.prefix(request)
    for name in names.filter({ $0.hasPrefix(prefix) }) {
      let entry = folder.appendingPathComponent(name, isDirectory: true)
      guard let record = record(entry) else {
        discard(entry, &notes)
        continue
      }
      let isSame = record.sources.allSatisfy { source in
        let found = now[source.path] ?? RunSource(at: source.path)
        now[source.path] = .some(found)
        return found == source
      }
      guard isSame else { continue }
      guard name == Self.name(request, record.sources), let run = run(record, entry) else {
        discard(entry, &notes)
        continue
      }
      try? FileManager.default.setAttributes(
        [.modificationDate: Date()], ofItemAtPath: recordURL(entry).path)
      return (run, notes)
    }
    return (nil, notes)
  }

  /// Keeps a run and removes what is beyond the limits.
  ///
  /// - Parameters:
  ///   - run: The run; one whose results alone are beyond the limits is not kept.
  ///   - request: All that decides the bytes of the run but its inputs.
  /// - Returns: What is to be said.
  public func keep(_ run: KeptRun, request: [String]) -> [CacheNote] {
    let size = run.files.reduce(0) { $0 + $1.content.count }
    guard limits.runs > 0, size <= limits.bytes else { return [] }
    let manager = FileManager.default
    let entry = folder.appendingPathComponent(
      Self.name(request, run.sources), isDirectory: true)
    let draft = folder.appendingPathComponent(
      "\(Self.unfinished)\(ProcessInfo.processInfo.processIdentifier)", isDirectory: true)
    do {
      try manager.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      ResultsFolder.removeAbandoned(in: folder, prefix: Self.unfinished)
      try? manager.removeItem(at: draft)
      try manager.createDirectory(
        at: draft, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      for file in run.files + [(Self.recordName, try KeptRun.Record(run).bytes())] {
        try save(file.1, to: draft.appendingPathComponent(file.0))
      }
      try? manager.removeItem(at: entry)
      try manager.moveItem(at: draft, to: entry)
    } catch {
      try? manager.removeItem(at: draft)
      return [.notKept(path: entry.path, reason: WritingRefusal(error))]
    }
    removeOldest()
    return []
  }

  private func save(_ content: Data, to url: URL) throws(WritingRefusal) {
    let isWritten = FileManager.default.createFile(
      atPath: url.path, contents: content, attributes: [.posixPermissions: 0o600])
    guard isWritten else { throw WritingRefusal(code: errno) }
  }

  /// The files of a record; nil unless each is there with the content that it had.
  private func run(_ record: KeptRun.Record, _ entry: URL) -> KeptRun? {
    var files: [(name: String, content: Data)] = []
    for file in record.files {
      guard let content = try? Data(contentsOf: entry.appendingPathComponent(file.name)),
        ContentHash(content).digits == file.sha256
      else { return nil }
      files.append((file.name, content))
    }
    return KeptRun(
      sources: record.sources, files: files, complaints: record.complaints, table: record.table)
  }

  private func record(_ entry: URL) -> KeptRun.Record? {
    (try? Data(contentsOf: recordURL(entry))).flatMap(KeptRun.Record.init)
  }

  private func recordURL(_ entry: URL) -> URL { entry.appendingPathComponent(Self.recordName) }

  private func discard(_ entry: URL, _ notes: inout [CacheNote]) {
    notes.append(.passedOver(path: entry.path))
    try? FileManager.default.removeItem(at: entry)
  }

  /// The folders of runs, in order.
  private var names: [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { !$0.hasPrefix(".") }.sorted()
  }

  private func removeOldest() {
    var (runs, bytes) = (0, 0)
    let entries = names.map { folder.appendingPathComponent($0, isDirectory: true) }
    for (entry, _) in entries.map({ ($0, lastUse($0)) }).sorted(by: { $0.1 > $1.1 }) {
      runs += 1
      bytes += size(entry)
      guard runs > limits.runs || bytes > limits.bytes else { continue }
      try? FileManager.default.removeItem(at: entry)
    }
  }

  private func lastUse(_ entry: URL) -> Date {
    let attributes = try? FileManager.default.attributesOfItem(atPath: recordURL(entry).path)
    return attributes?[.modificationDate] as? Date ?? .distantPast
  }

  /// The bytes of a run's results; none where its record can't be read.
  private func size(_ entry: URL) -> Int {
    (record(entry)?.files ?? []).reduce(0) { sum, file in
      let path = entry.appendingPathComponent(file.name).path
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      return sum + (attributes?[.size] as? Int ?? 0)
    }
  }

  private static func prefix(_ request: [String]) -> String {
    digits(request) + "-"
  }

  private static func name(_ request: [String], _ sources: [RunSource]) -> String {
    prefix(request) + digits(sources.flatMap { [$0.path, $0.sha256 ?? ""] })
  }

  /// Half the digits of a hash of texts, each with its length: together they have one reading only.
  private static func digits(_ texts: [String]) -> String {
    let text = texts.map { "\($0.utf8.count) \($0)\n" }.joined()
    return String(ContentHash(text: text).digits.prefix(32))
  }
}
