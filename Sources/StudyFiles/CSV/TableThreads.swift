/// How threads share the reading of a table; nothing that is found depends on it.
package struct TableThreads: Sendable {
  /// How many threads read.
  package let count: Int
  /// The bytes after which, at the next line, another stretch of the file begins.
  ///
  /// Each thread reads several stretches, since one may take longer than another.
  package let stretchBytes: Int

  /// States how many threads read, and how long stretches are.
  package init(_ count: Int, stretchBytes: Int = 1 << 22) {
    precondition(count > 0 && stretchBytes > 0, "a table is read by somebody, byte by byte")
    self.count = count
    self.stretchBytes = stretchBytes
  }
}
