import Yams

/// Copies Yams' nodes into ours and refuses what a planner's file may not contain.
struct YAMLNodeReader {
  let source: YAMLSource
  private(set) var faults: [YAMLComposer.Fault] = []

  /// Nothing is read after an anchor, since its aliases repeat it and its places.
  private var metAnchor = false

  init(source: YAMLSource) { self.source = source }

  /// The node, or a stand-in for what was refused.
  ///
  /// Yams has compared the keys with each other and in doing so given those without a tag one.
  mutating func node(_ node: Node, isKey: Bool = false) -> YAMLNode {
    let position = position(of: node)
    let nothing = YAMLNode(position: position, content: .scalar(text: "", isPlain: true))
    guard !metAnchor else { return nothing }
    if let anchor = node.anchor {
      metAnchor = true
      refuse(.syntax(.anchor(name: anchor.rawValue)), at: position)
      return nothing
    }
    switch node {
    case .scalar(let scalar):
      refuseTag(scalar.tag, mayBeText: isKey || scalar.style != .plain, at: position)
      return YAMLNode(
        position: position,
        content: .scalar(text: scalar.string, isPlain: scalar.style == .plain))
    case .sequence where isKey, .mapping where isKey:
      return YAMLNode(position: position, content: .list([]))
    case .sequence(let sequence):
      refuseTag(sequence.tag, mayBeText: false, at: position)
      return YAMLNode(position: position, content: .list(sequence.map { self.node($0) }))
    case .mapping(let mapping):
      refuseTag(mapping.tag, mayBeText: false, at: position)
      return YAMLNode(position: position, content: .mapping(entries(of: mapping)))
    case .alias(let alias):
      refuse(.syntax(.alias(name: alias.anchor.rawValue)), at: position)
      return nothing
    }
  }

  private mutating func entries(of mapping: Node.Mapping) -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    var places: [String: TextPosition] = [:]
    for (keyNode, valueNode) in mapping {
      let key = node(keyNode, isKey: true)
      let value = node(valueNode)
      guard !metAnchor else { break }
      guard case .scalar(let text, _) = key.content, key.kind != .nothing else {
        refuse(.syntax(.keyIsNotText), at: key.position)
        continue
      }
      let name = source.renamedKey(at: key.position)?.key ?? text
      if let first = places[name] {
        refuse(.key(.duplicate(key: name, firstLine: first.line)), at: key.position)
      } else {
        places[name] = key.position
      }
      entries.append(YAMLNode.Entry(key: name, keyPosition: key.position, value: value))
    }
    return entries
  }

  private mutating func refuse(_ problem: Problem, at position: TextPosition) {
    faults.append(YAMLComposer.Fault(problem: problem, position: position))
  }

  private mutating func refuseTag(_ tag: Tag, mayBeText: Bool, at position: TextPosition) {
    let allowed = mayBeText ? ["", "!", "tag:yaml.org,2002:str"] : [""]
    guard !allowed.contains(tag.description) else { return }
    refuse(.syntax(.tag(name: tag.description)), at: position)
  }

  private func position(of node: Node) -> TextPosition {
    TextPosition(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }
}
