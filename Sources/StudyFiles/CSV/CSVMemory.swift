/// Room for the cells of a table, which never have more bytes than their file.
///
/// The cells of a stretch of the file stand behind the stretch's own offset, so that several threads
/// fill the room at once.
final class CSVMemory {
  let start: UnsafeMutableRawPointer
  let byteCount: Int

  /// Room for the cells of a file of so many bytes.
  init(byteCount: Int) {
    self.byteCount = byteCount
    start = LargeMemory.allocate(byteCount: byteCount)
  }

  deinit { start.deallocate() }
}
