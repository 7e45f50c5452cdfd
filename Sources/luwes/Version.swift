import ArgumentParser
import Statistics

/// `luwes version`: the program's version and the linear algebra it runs on.
struct Version: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the version and the linear algebra in use.")

  func run() throws {
    print("luwes \(Luwes.version)")
    print("OpenBLAS \(OpenBLAS.kernel)")
  }
}
