import Foundation

/// Parts of a result that do not depend on each other, made on several threads.
enum IndependentParts {
  /// Makes every part; which thread makes which decides nothing.
  ///
  /// - Parameters:
  ///   - parts: What makes each part.
  ///   - threads: At least 1.
  /// - Returns: The parts in the order given.
  static func made<Part: Sendable>(_ parts: [@Sendable () -> Part], threads: Int) -> [Part] {
    let lock = NSLock()
    nonisolated(unsafe) var next = 0
    nonisolated(unsafe) var made: [Part?] = parts.map { _ in nil }
    DispatchQueue.concurrentPerform(iterations: min(max(threads, 1), max(parts.count, 1))) { _ in
      while true {
        let place = lock.withLock {
          next += 1
          return next - 1
        }
        guard place < parts.count else { return }
        let part = parts[place]()
        lock.withLock { made[place] = part }
      }
    }
    return made.compactMap(\.self)
  }
}
