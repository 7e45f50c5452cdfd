import ArgumentParser

/// How many calendars of luck a world has, or that the run is to find out.
enum ReplicationCount: ExpressibleByArgument, Equatable {
  case fixed(Int)
  case auto

  init?(argument: String) {
    if argument == "auto" {
      self = .auto
    } else if let count = Int(argument) {
      self = .fixed(count)
    } else {
      return nil
    }
  }
}

/// A precision as people write it: `1%` or `0.01`.
struct PrecisionShare: ExpressibleByArgument {
  let share: Double

  init?(argument: String) {
    let isPercent = argument.hasSuffix("%")
    guard let number = Double(isPercent ? String(argument.dropLast()) : argument) else {
      return nil
    }
    share = isPercent ? number / 100 : number
    guard share > 0, share < 1 else { return nil }
  }
}
