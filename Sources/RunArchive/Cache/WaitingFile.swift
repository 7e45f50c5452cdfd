import Simulation

/// The bytes of one file of a ``WaitingCache``.
///
/// A line that names the format; the identity of the shape; three counts; keys; values as the bits of
/// doubles; and the SHA-256 of everything before it. Numbers have their lowest byte first.
enum WaitingFile {
  private static let magic = Array("luwes waits 1\n".utf8)
  private static let hashLength = 64

  static func bytes(_ nodes: [WaitingGrid.SolvedNode], identity: String) -> [UInt8] {
    let identity = Array(identity.utf8)
    var bytes = magic
    append(UInt32(identity.count), to: &bytes)
    bytes += identity
    append(UInt32(nodes.count), to: &bytes)
    append(UInt32(nodes.first?.key.count ?? 0), to: &bytes)
    append(UInt32(nodes.first?.values.count ?? 0), to: &bytes)
    for node in nodes {
      bytes += node.key
      for value in node.values { append(value.bitPattern, to: &bytes) }
    }
    return bytes + Array(ContentHash(bytes).digits.utf8)
  }

  /// The nodes of a file; nil when it is damaged, of another format or about another shape.
  static func nodes(_ bytes: [UInt8], identity: String) -> [WaitingGrid.SolvedNode]? {
    guard bytes.count > magic.count + hashLength, bytes.starts(with: magic) else { return nil }
    let contents = bytes.dropLast(hashLength)
    guard Array(ContentHash(contents).digits.utf8) == Array(bytes.suffix(hashLength)) else {
      return nil
    }
    var reader = Reader(bytes: contents, place: magic.count)
    guard let length = reader.count(), let name = reader.take(length),
      Array(name) == Array(identity.utf8), let count = reader.count(),
      let keyLength = reader.count(), let valueCount = reader.count(),
      contents.endIndex - reader.place == count * (keyLength + 8 * valueCount)
    else { return nil }
    var nodes: [WaitingGrid.SolvedNode] = []
    nodes.reserveCapacity(count)
    bytes.withUnsafeBytes { bytes in
      var place = reader.place
      for _ in 0..<count {
        let key = Array(bytes[place..<(place + keyLength)])
        place += keyLength
        let values = (0..<valueCount).map { index in
          Double(
            bitPattern: UInt64(
              littleEndian: bytes.loadUnaligned(fromByteOffset: place + 8 * index, as: UInt64.self))
          )
        }
        place += 8 * valueCount
        nodes.append(WaitingGrid.SolvedNode(key: key, values: values))
      }
    }
    return nodes
  }

  private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    for byte in 0..<(value.bitWidth / 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> (8 * byte)))
    }
  }

  private struct Reader {
    let bytes: ArraySlice<UInt8>
    var place: Int

    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
      guard count >= 0, place + count <= bytes.endIndex else { return nil }
      defer { place += count }
      return bytes[place..<(place + count)]
    }

    mutating func count() -> Int? {
      take(4).map { Int($0.reversed().reduce(0) { $0 << 8 | UInt64($1) }) }
    }
  }
}
