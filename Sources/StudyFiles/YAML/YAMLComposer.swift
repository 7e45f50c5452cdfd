import Yams

/// Turns the text of one YAML file into nodes, or says what forbids it.
///
/// Anchors, aliases and tags are refused: a planner's file says everything where it stands.
struct YAMLComposer {
  /// A fault and its place.
  struct Fault: Equatable {
    let problem: Problem
    let position: TextPosition?
  }

  /// The faults met; the nodes are of no use if there are any.
  private(set) var faults: [Fault] = []

  /// The most repeated keys that are looked for in a file.
  private static let duplicateLimit = 20

  /// The root of the file's only document; nil if it is empty or ``faults`` were found.
  mutating func compose(_ text: String) -> YAMLNode? {
    if let anchor = AliasGuard.firstAnchor(in: text) {
      return refused(.syntax(.anchor(name: anchor.name)), anchor.position)
    }
    var source = YAMLSource(text)
    for _ in 0..<Self.duplicateLimit {
      do {
        let parser = try Parser(yaml: source.text, resolver: .basic, encoding: .utf8)
        let root = try parser.singleRoot()
        // Anchors are held weakly by the nodes and strongly by the parser alone.
        return withExtendedLifetime(parser) { root.flatMap { finished($0, source) } }
      } catch let YamlError.duplicatedKeysInMapping(duplicates, context) {
        let position = TextPosition(line: context.mark.line, column: context.mark.column)
        guard source.renameKey(duplicates.first ?? "", at: position) else {
          return refused(
            .key(.duplicate(key: duplicates.first ?? "", firstLine: position.line)), position)
        }
      } catch let error as YamlError {
        faults.append(YAMLFaultReader(text: text).fault(for: error))
        return nil
      } catch {
        return refused(.syntax(.other(detail: "\(error)")), nil)
      }
    }
    return renamedKeysOnly(source)
  }

  private mutating func refused(_ problem: Problem, _ position: TextPosition?) -> YAMLNode? {
    faults.append(Fault(problem: problem, position: position))
    return nil
  }

  /// Reports the first occurrences when a file has more repeated keys than are looked for.
  private mutating func renamedKeysOnly(_ source: YAMLSource) -> YAMLNode? {
    for renamed in source.renamedKeys {
      faults.append(
        Fault(
          problem: .key(.duplicate(key: renamed.key, firstLine: renamed.position.line)),
          position: renamed.position))
    }
    return nil
  }

  private mutating func finished(_ root: Node, _ source: YAMLSource) -> YAMLNode? {
    var reader = YAMLNodeReader(source: source)
    let node = reader.node(root)
    faults += reader.faults
    return faults.isEmpty ? node : nil
  }
}
