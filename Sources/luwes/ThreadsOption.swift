import ArgumentParser
import Foundation
import HybridWork

/// How many threads a command uses.
struct ThreadsOption: ParsableArguments {
  @Option(help: "Threads to use; the results do not depend on it.")
  var threads = Self.all

  /// As many threads as the machine has processors.
  static let all = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard (1...1024).contains(threads) else {
      throw ValidationError("--threads takes a number from 1 to 1024, not \(threads).")
    }
  }
}

/// Outcomes that have a direction, as commands name them.
enum JudgedOutcomes {
  /// Reads identifiers separated by commas.
  ///
  /// - Throws: A validation error that names those there are.
  static func parsed(_ text: String) throws -> [Outcome] {
    try text.split(separator: ",").map { name in
      let name = name.trimmingCharacters(in: .whitespaces)
      guard let outcome = Outcome(rawValue: name), outcome.direction != .info else {
        let known = Outcome.allCases.filter { $0.direction != .info }.map(\.rawValue)
        throw ValidationError(
          "There is no outcome \(name) with a good direction. There are: "
            + "\(known.joined(separator: ", ")).")
      }
      return outcome
    }
  }
}
