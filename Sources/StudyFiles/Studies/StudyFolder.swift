/// The folder of a study: finds the files that others name and remembers which were used.
final class StudyFolder {
  /// The path to open the folder by.
  let path: String
  let log: DiagnosticLog
  /// The study's own file.
  let studyFile: InputFile
  /// The files used so far, each once.
  var inputs: [InputFile] = []
  /// The paths at which a file of the study's own was looked for and not found.
  private(set) var soughtInVain: [String] = []

  /// The folder of a study, given by its own path or by that of its study file.
  init(_ path: String, log: DiagnosticLog) {
    self.log = log
    let isFolder = FilePath.isFolder(path)
    let folder = isFolder ? path : FilePath.folder(of: path)
    self.path = folder
    let name = isFolder ? "study.yaml" : FilePath.lastName(of: path)
    studyFile = InputFile(name: name, path: FilePath.joined(folder, name))
    inputs.append(studyFile)
  }

  /// The name by which results know the study.
  var name: String { FilePath.lastName(of: FilePath.real(path.isEmpty ? "." : path)) }

  /// The file that a value names relative to the file it stands in; nil if there is none.
  func file(named value: YAMLValue, isLocal: Bool = false) -> InputFile? {
    guard let text = value.text() else { return nil }
    let relative = FilePath.joined(FilePath.folder(of: value.file), text)
    let opened = FilePath.joined(path, relative)
    guard FilePath.exists(opened) else {
      let names = FilePath.names(inFolder: FilePath.folder(of: opened))
      let nearest = NearestName.find(FilePath.lastName(of: text), in: names)
      value.complain(
        .study(.noSuchFile(text, nearest: nearest == FilePath.lastName(of: text) ? nil : nearest)))
      return nil
    }
    return use(FilePath.shortened(relative), isLocal: isLocal)
  }

  /// A file that studies share unless they have one of their own; nil if there is none.
  ///
  /// `../assumptions/sets.yaml` is looked for as `assumptions/sets.yaml` in the study first, as policies are.
  func sharedFile(_ name: String) -> InputFile? {
    let own = name.hasPrefix("../") ? String(name.dropFirst(3)) : name
    return [own, name].first(where: isThere).map { use($0) }
  }

  /// The file of a policy: `policies/NAME.yaml` beside the study, else `../policies/NAME.yaml`.
  ///
  /// A name without a file is reported at `place` with the nearest of the names there are.
  func policyFile(named name: String, at place: YAMLValue) -> InputFile? {
    let names = policyNames
    guard names.contains(name) else {
      let nearest = NearestName.find(name, in: names)
      place.complain(.name(.unknown(found: name, nearest: nearest, allowed: names)))
      return nil
    }
    let folder = Self.policyFolders.first { isThere("\($0)/\(name).yaml") }
    return use("\(folder ?? "policies")/\(name).yaml")
  }

  private static let policyFolders = ["policies", "../policies"]

  private var policyNames: [String] {
    let files = Self.policyFolders.flatMap { FilePath.names(inFolder: FilePath.joined(path, $0)) }
    let names = files.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }
    return Set(names.map { String($0.dropLast(".yaml".count)) }).sorted()
  }

  /// Whether the study has a file of a name, which may stand in for one that studies share.
  private func isThere(_ name: String) -> Bool {
    let sought = FilePath.joined(path, name)
    guard !FilePath.exists(sought) else { return true }
    soughtInVain.append(sought)
    return false
  }

  private func use(_ name: String, isLocal: Bool = false) -> InputFile {
    let file = InputFile(name: name, path: FilePath.joined(path, name), isLocal: isLocal)
    if !inputs.contains(where: { $0.name == name }) { inputs.append(file) }
    return file
  }
}
