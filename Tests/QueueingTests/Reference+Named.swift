import Foundation

extension Reference {
  /// A figure of one case in a reference file.
  struct Named {
    var day: String
    var figure: String
    var value: Double
  }

  /// The rows `case,figure,value` of a file that starts with its versions and a heading.
  static func named(_ name: String, beside file: String = #filePath) throws -> [Named] {
    let folder = URL(filePath: file).deletingLastPathComponent()
    let text = try String(contentsOf: folder.appending(path: "References/\(name)"), encoding: .utf8)
    return text.split(separator: "\n").dropFirst(2).compactMap { line in
      let cells = line.split(separator: ",").map(String.init)
      guard cells.count == 3, let value = Double(cells[2]) else { return nil }
      return Named(day: cells[0], figure: cells[1], value: value)
    }
  }
}
