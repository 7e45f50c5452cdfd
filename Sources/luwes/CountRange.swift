import ArgumentParser
import Foundation

/// Numbers from one to another, as people write them: `4..12`, or `8` for one alone.
struct CountRange: ExpressibleByArgument {
  let range: ClosedRange<Int>

  init(_ range: ClosedRange<Int>) { self.range = range }

  init?(argument: String) {
    let parts = argument.components(separatedBy: "..").map { Int($0) }
    guard let low = parts[0], let high = parts[parts.count - 1], parts.count <= 2, low <= high
    else { return nil }
    range = low...high
  }

  var defaultValueDescription: String { "\(range.lowerBound)..\(range.upperBound)" }
}
