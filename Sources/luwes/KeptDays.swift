import Foundation
import HybridWork
import RunArchive
import Simulation

/// Solved counter days that one run leaves for the next; results do not depend on them.
enum KeptDays {
  /// Runs a study with the days kept so far and keeps the new ones.
  ///
  /// Says which files were not used or kept. `isOff` begins with none and keeps none.
  static func with<Result>(
    _ study: Study, isOff: Bool, _ language: Language,
    run: (WaitingGrid) throws -> Result
  ) rethrows -> Result {
    let grid = WaitingGrid()
    guard !isOff, let cache = folder.map(WaitingCache.init(folder:)) else { return try run(grid) }
    explain(cache.fill(grid, for: study), language)
    let result = try run(grid)
    explain(cache.keep(grid), language)
    return result
  }

  /// Where they are kept; nil where there is no home folder.
  private static var folder: String? {
    WaitingCache.standardFolder(ProcessInfo.processInfo.environment)
  }

  private static func explain(_ notes: [CacheNote], _ language: Language) {
    for note in notes { complain(CacheWording(note).text(language)) }
  }
}
