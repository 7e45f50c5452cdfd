import Glibc

/// Memory for the bytes of whole files.
enum LargeMemory {
  /// From here on memory comes in huge pages, where the system gives any: a register of a million rows
  /// spends a tenth of its time on making small ones.
  private static let large = 1 << 22
  private static let hugePage = 1 << 21

  /// Room for so many bytes, to be given back with `deallocate()`.
  static func allocate(byteCount: Int) -> UnsafeMutableRawPointer {
    guard byteCount >= large else {
      return UnsafeMutableRawPointer.allocate(byteCount: max(1, byteCount), alignment: 8)
    }
    let memory = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: hugePage)
    // Advice only: without huge pages everything works as before.
    _ = madvise(memory, byteCount, MADV_HUGEPAGE)
    return memory
  }
}
