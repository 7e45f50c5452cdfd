import Glibc

/// The bytes of one input file, and the name under which complaints speak of it.
///
/// A byte-order mark at the start is left out.
package final class SourceFile {
  /// The file as the user named it.
  package let name: String
  /// The bytes after the byte-order mark; valid as long as the value lives.
  let bytes: UnsafeRawBufferPointer
  /// The byte that ends lines: LF, or CR if the file has no LF.
  let lineTerminator: UInt8

  /// Whether the text is a sheet of a workbook, with a line for each row.
  let isSheet: Bool

  private let memory: UnsafeMutableRawPointer

  private init(name: String, memory: UnsafeMutableRawPointer, count: Int, isSheet: Bool = false) {
    self.name = name
    self.memory = memory
    self.isSheet = isSheet
    let all = UnsafeRawBufferPointer(start: memory, count: count)
    let hasMark = all.starts(with: [0xEF, 0xBB, 0xBF])
    bytes = UnsafeRawBufferPointer(rebasing: all[(hasMark ? 3 : 0)...])
    let holds = { (byte: UInt8) in memchr(memory, Int32(byte), count) != nil }
    lineTerminator =
      !holds(UInt8(ascii: "\n")) && holds(UInt8(ascii: "\r"))
      ? UInt8(ascii: "\r") : UInt8(ascii: "\n")
  }

  deinit { memory.deallocate() }

  /// The bytes of text that is already in memory, as a test or another file supplies it.
  package convenience init(name: String, bytes: some Collection<UInt8>, isSheet: Bool = false) {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 8)
    UnsafeMutableRawBufferPointer(start: memory, count: bytes.count).copyBytes(from: bytes)
    self.init(name: name, memory: memory, count: bytes.count, isSheet: isSheet)
  }

  /// Reads the whole file at `path`, called `name` in complaints.
  ///
  /// - Throws: A ``FileFault`` if the file is missing, not a file, unreadable or above `limit` bytes.
  package static func load(
    path: String, name: String, limit: Int
  ) throws(FileFault) -> SourceFile {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw openingFault(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw openingFault(errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .isFolder }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(reason: "not a file") }
    let size = Int(status.st_size)
    guard size <= limit else { throw .tooLarge(bytes: size, limit: limit) }
    let memory = LargeMemory.allocate(byteCount: size)
    var count = 0
    while count < size {
      let read = readBytes(descriptor, memory + count, size - count)
      if read < 0, errno == EINTR { continue }
      guard read >= 0 else {
        let fault = openingFault(errno)
        memory.deallocate()
        throw fault
      }
      if read == 0 { break }
      count += read
    }
    return SourceFile(name: name, memory: memory, count: count)
  }

  /// The text of some ranges of physical lines, counted from 1, without the end of the last.
  func texts(ofLines ranges: [ClosedRange<Int>]) -> [String] {
    guard !ranges.isEmpty else { return [] }
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == lineTerminator {
      starts.append(index + 1)
    }
    return ranges.map { lines in
      guard lines.lowerBound <= starts.count else { return "" }
      let end = lines.upperBound < starts.count ? starts[lines.upperBound] - 1 : bytes.count
      let slice = bytes[starts[lines.lowerBound - 1]..<max(end, starts[lines.lowerBound - 1])]
      return String(
        decoding: slice.last == UInt8(ascii: "\r") ? slice.dropLast() : slice, as: UTF8.self)
    }
  }

  private static func openingFault(_ code: Int32) -> FileFault {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case EISDIR: .isFolder
    default: .unreadable(reason: String(cString: strerror(code)))
    }
  }
}

/// The system's `read`, by a name that no local variable hides.
private func readBytes(_ file: Int32, _ memory: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(file, memory, count)
}
