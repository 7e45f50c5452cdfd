/// A monthly score below whose line a person loses the flexible days for some months.
///
/// The score is a noisy reading: it is meant to find people whose true performance lies below the
/// line and also warns some who do not.
public struct Evaluation: Hashable, Sendable {
  /// The line below which a score is a warning, where ordinary performance scores 1.
  public let line: Double
  /// How many months a score is averaged over, at least 1.
  public let windowMonths: Int
  /// For how many months after a warning the days are lost, at least 1.
  public let loseMonths: Int
  /// What the score is made of.
  public let score: Score

  /// How a score comes about.
  public struct Score: Hashable, Sendable {
    /// Standard deviation of a month's reading of one person's output, 0 or more.
    public let noiseSpread: Double
    /// Standard deviation of true performance between people, 0 or more.
    public let trueSpread: Double
    /// Share of the score that is attendance (days neither on leave nor sick), 0…1.
    public let attendanceWeight: Double
    /// Where these numbers come from.
    public let provenance: Provenance

    /// A score of noisy output and attendance.
    public init(
      noiseSpread: Double, trueSpread: Double, attendanceWeight: Double, provenance: Provenance
    ) {
      self.noiseSpread = noiseSpread
      self.trueSpread = trueSpread
      self.attendanceWeight = attendanceWeight
      self.provenance = provenance
    }

    /// One month's score of a person.
    ///
    /// - Parameters:
    ///   - performance: True performance, about 1.
    ///   - noise: A standard normal draw.
    ///   - attendance: Share of the month's working days neither on leave nor sick, 0…1.
    /// - Returns: The score; 1 for ordinary performance, full attendance and no noise.
    public func value(performance: Double, noise: Double, attendance: Double) -> Double {
      (1 - attendanceWeight) * (performance + noiseSpread * noise)
        + attendanceWeight * attendance
    }
  }

  /// A line, its window and what follows.
  public init(line: Double, windowMonths: Int, loseMonths: Int, score: Score) {
    self.line = line
    self.windowMonths = windowMonths
    self.loseMonths = loseMonths
    self.score = score
  }
}
