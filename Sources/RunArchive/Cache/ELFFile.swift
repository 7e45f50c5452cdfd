import Foundation

/// Programs and libraries of Linux as files: what tells one build from another.
enum ELFFile {
  /// The build identifier that the linker wrote, a hash of what it linked; else the content's hash.
  ///
  /// - Returns: Nil when the file can't be read.
  static func identity(_ path: String) -> String? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    if let identifier = buildIdentifier(file) { return "build \(Hexadecimal.text(identifier))" }
    guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    else { return nil }
    return "content \(ContentHash(bytes).digits)"
  }

  /// The GNU build identifier of a 64-bit file with the lowest byte first; nil where there is none.
  private static func buildIdentifier(_ file: FileHandle) -> [UInt8]? {
    let headerSize = 64
    let header = bytes(file, at: 0, count: headerSize)
    guard header.count == headerSize, header.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]) else {
      return nil
    }
    let (place, size) = (number(header, 32, 8), number(header, 54, 2))
    guard size >= 56 else { return nil }
    for index in 0..<number(header, 56, 2) {
      let segment = bytes(file, at: place + index * size, count: size)
      guard segment.count == size else { return nil }
      let isNote = number(segment, 0, 4) == 4
      guard isNote else { continue }
      let notes = bytes(file, at: number(segment, 8, 8), count: number(segment, 32, 8))
      let found = buildIdentifier(inNotes: notes, alignment: number(segment, 48, 8) == 8 ? 8 : 4)
      if let found { return found }
    }
    return nil
  }

  /// The description of the note of type 3 of `GNU` among notes one after another.
  private static func buildIdentifier(inNotes notes: [UInt8], alignment: Int) -> [UInt8]? {
    func aligned(_ count: Int) -> Int { (count + alignment - 1) / alignment * alignment }
    var place = 0
    while place + 12 <= notes.count {
      let (nameSize, size) = (number(notes, place, 4), number(notes, place + 4, 4))
      let name = place + 12
      let description = place + aligned(12 + nameSize)
      guard description + size <= notes.count else { return nil }
      let isOwn = number(notes, place + 8, 4) == 3
      if isOwn, size > 0, notes[name..<(name + nameSize)].elementsEqual("GNU\0".utf8) {
        return Array(notes[description..<(description + size)])
      }
      place = description + aligned(size)
    }
    return nil
  }

  /// An unsigned number of up to eight bytes, the lowest first.
  private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
    let value = (0..<count).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64(bytes[place + $1]) }
    return Int(truncatingIfNeeded: value)
  }

  private static func bytes(_ file: FileHandle, at place: Int, count: Int) -> [UInt8] {
    guard place >= 0, (1...(1 << 20)).contains(count),
      (try? file.seek(toOffset: UInt64(place))) != nil,
      let data = try? file.read(upToCount: count)
    else { return [] }
    return Array(data)
  }
}
