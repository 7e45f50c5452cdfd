import Foundation

/// Times work in this process: by the clock on the wall and by the processor.
struct Meter {
  /// Seconds of each round by the clock on the wall.
  private(set) var wallSeconds: [Double] = []
  /// Seconds of each round that processors spent, all threads together.
  private(set) var processorSeconds: [Double] = []

  mutating func measure<Value>(_ work: () throws -> Value) rethrows -> Value {
    let wall = Self.now(CLOCK_MONOTONIC)
    let processor = Self.now(CLOCK_PROCESS_CPUTIME_ID)
    let value = try work()
    processorSeconds.append(Self.now(CLOCK_PROCESS_CPUTIME_ID) - processor)
    wallSeconds.append(Self.now(CLOCK_MONOTONIC) - wall)
    return value
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// The most memory that the process has held, in bytes.
  static var peakBytes: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }
}

/// What one case of a benchmark prints, as JSON.
struct CaseReport: Encodable {
  let wallSeconds: [Double]
  let processorSeconds: [Double]
  let peakBytes: Int
  /// How much was done in each round, in the unit that the case is counted in.
  let work: Double
  /// Seconds by the clock before the first round: making people, rules and plans.
  var setUpSeconds = 0.0
  /// Results by name, to be compared with the peers'.
  var results: [String: [Double]] = [:]

  init(_ meter: Meter, work: Double) {
    wallSeconds = meter.wallSeconds
    processorSeconds = meter.processorSeconds
    peakBytes = Meter.peakBytes
    self.work = work
  }

  func write() throws {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = .sortedKeys
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    print(String(decoding: try encoder.encode(self), as: UTF8.self))
  }
}
