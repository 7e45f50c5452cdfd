/// The files of a study with the names they have once all of them lie in one folder.
struct StudyWorkbookFiles {
  /// A file by its old and new name, relative to the study's folder.
  struct Named {
    let input: InputFile
    let name: String
    let isTable: Bool

    /// The text of a YAML file and its values; nil if it can't be read.
    var contents: (text: String, root: YAMLNode)? {
      guard
        let source = try? SourceFile.load(
          path: input.path, name: input.name, limit: YAMLFile.limit)
      else { return nil }
      let text = String(decoding: source.bytes, as: UTF8.self).replacing("\r\n", with: "\n")
      var composer = YAMLComposer()
      return composer.compose(text).map { (text, $0) }
    }
  }

  private(set) var files: [Named] = []
  private var names: [String: String] = [:]

  /// Names the files: `../assumptions/x.yaml` becomes `assumptions/x.yaml`, and a table `.csv`.
  init(_ inputs: [InputFile]) {
    var taken: Set<String> = []
    for input in inputs where names[input.name] == nil {
      let last = FilePath.lastName(of: input.name).lowercased()
      let isTable = input.isLocal || last.hasSuffix(".csv") || last.hasSuffix(".xlsx")
      let parts = input.name.split(separator: "/").filter { $0 != ".." && $0 != "." }
      let whole = parts.joined(separator: "/")
      let dot = whole.lastIndex(of: ".") ?? whole.endIndex
      let (stem, suffix) = (String(whole[..<dot]), isTable ? ".csv" : ".yaml")
      var name = stem + suffix
      var number = 2
      while taken.contains(name) {
        name = "\(stem)-\(number)\(suffix)"
        number += 1
      }
      taken.insert(name)
      names[input.name] = name
      files.append(Named(input: input, name: name, isTable: isTable))
    }
  }

  /// The new name of a file; nil for one that is not among them.
  func newName(of old: String) -> String? { names[old] }

  /// How a file names another from its new place; nil for a text that names none of the files.
  func reference(_ text: String, in file: String) -> String? {
    guard !text.isEmpty, !text.contains("\n") else { return nil }
    let target = FilePath.shortened(FilePath.joined(FilePath.folder(of: file), text))
    guard let name = names[target], let own = names[file] else { return nil }
    let folder = FilePath.folder(of: own)
    if folder.isEmpty { return name }
    if name.hasPrefix(folder + "/") { return String(name.dropFirst(folder.count + 1)) }
    return folder.split(separator: "/").map { _ in "../" }.joined() + name
  }

  /// The values of a file, with the names of others as they are from its new place.
  func renamed(_ tree: StudyTree, in file: String) -> StudyTree {
    tree.mapScalars { text, isPlain, place in
      .scalar(reference(text, in: file) ?? text, isPlain: isPlain, at: place)
    }
  }

  /// The lines of a file, with the names of others as they are from its new place.
  func renamed(_ text: String, _ root: YAMLNode, in file: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    for (position, old) in Self.scalars(root) {
      guard let new = reference(old, in: file), new != old, position.line <= lines.count else {
        continue
      }
      let line = lines[position.line - 1].unicodeScalars
      let start = line.index(line.startIndex, offsetBy: max(0, (position.column ?? 1) - 1))
      let rest = String(line[start...])
      guard let range = rest.firstRange(of: old) else { continue }
      lines[position.line - 1] =
        String(line[..<start]) + rest.replacingCharacters(in: range, with: new)
    }
    return lines
  }

  /// All scalars, the last of a line first, so that a change moves no other.
  private static func scalars(_ node: YAMLNode) -> [(TextPosition, String)] {
    func all(_ node: YAMLNode) -> [(TextPosition, String)] {
      switch node.content {
      case .scalar(let text, _): [(node.position, text)]
      case .list(let nodes): nodes.flatMap(all)
      case .mapping(let entries): entries.flatMap { all($0.value) }
      }
    }
    return all(node).reversed()
  }
}

extension String {
  /// The text with a part of it replaced.
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
