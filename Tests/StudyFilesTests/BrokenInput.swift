import Foundation
import Testing

/// One file of `Fixtures/broken`: changes of the sound study, and the complaints they must cause.
///
/// After comments, each change names a file behind `@`; lines with `-` are replaced by those with
/// `+`, and a file without `-` lines is written new. The complaints follow a line `=>`.
struct BrokenInput: CustomTestStringConvertible {
  struct Edit: Equatable {
    let file: String
    var old: String?
    var new = ""
  }

  struct Fault: Error {
    let text: String
    init(_ text: String) { self.text = text }
  }

  let name: String
  let edits: [Edit]
  let complaints: [String]
  var testDescription: String { name }

  static func all() throws -> [BrokenInput] {
    let folder = FixtureFile.path("broken")
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { file in
      try BrokenInput(
        name: file, text: String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8))
    }
  }

  init(name: String, text: String) throws {
    guard name.hasSuffix(".txt") else { throw Fault("\(name) is not a case") }
    let halves = text.components(separatedBy: "\n=>\n")
    guard halves.count == 2 else { throw Fault("\(name) has no line =>") }
    self.name = String(name.dropLast(4))
    complaints = halves[1].split(separator: "\n").map(String.init)
    var edits: [Edit] = []
    for line in halves[0].split(separator: "\n") {
      let rest = String(line.dropFirst())
      switch line.first {
      case "#": continue
      case "@": edits.append(Edit(file: rest.trimmingCharacters(in: .whitespaces)))
      case "-" where !edits.isEmpty: Self.append(rest, to: &edits[edits.count - 1].old)
      case "+" where !edits.isEmpty:
        let isFirst = edits[edits.count - 1].new.isEmpty
        edits[edits.count - 1].new += (isFirst ? "" : "\n") + rest
      default: throw Fault("\(name): \(line)")
      }
    }
    self.edits = edits
  }

  private static func append(_ line: String, to text: inout String?) {
    text = text.map { $0 + "\n" + line } ?? line
  }
}
