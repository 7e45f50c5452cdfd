import Statistics

/// OpenBLAS as every command uses it.
enum LinearAlgebra {
  /// Sets OpenBLAS to one thread and has it compute products with known results.
  ///
  /// - Throws: ``Exit/bug`` after saying that it computes wrongly on this machine.
  static func check() throws {
    OpenBLAS.useOneThread()
    do {
      try OpenBLAS.selfCheck()
    } catch {
      complain("OpenBLAS computes wrong results on this machine (\(error)); nothing was run.")
      throw Exit.bug
    }
  }
}
