import Exploration
import Simulation
import Testing

@Suite("Findings of a shadow test")
struct ShadowFindingTests {
  /// One month of an office share whose 101 calendars lie evenly about a half.
  private func month(_ observed: Double, halfWidth: Double = 0.05) -> ShadowFinding.Month {
    ShadowFinding.Month(
      number: 24_000, observed: observed, standardError: 0, weight: 100,
      predicted: (0...100).map { 0.5 + halfWidth * (Double($0) - 50) / 50 })
  }

  private func verdict(
    _ month: ShadowFinding.Month, median: ShadowFinding.Month? = nil, isComplete: Bool = true
  ) throws -> ShadowFinding.Verdict {
    try #require(
      ShadowFinding(
        .unit("A"), .officeShare, months: [month], median: median.map { [$0] },
        isLogComplete: isComplete)
    ).verdict
  }

  @Test("a wide range: inside, beyond it, and more than twice as far from the mean, by hand")
  func wide() throws {
    // The range is 0.455…0.545, twice as wide 0.41…0.59.
    #expect(try verdict(month(0.544)) == .reproduced)
    #expect(try verdict(month(0.456)) == .reproduced)
    #expect(try verdict(month(0.56)) == .doubtful)
    #expect(try verdict(month(0.44)) == .doubtful)
    #expect(try verdict(month(0.589)) == .doubtful)
    #expect(try verdict(month(0.591)) == .notReproduced)
    #expect(try verdict(month(0.591), isComplete: false) == .logIncomplete)
  }

  @Test("a narrow range: two points of a hundred are of no account, more are a mark")
  func narrow() throws {
    // The range is 0.4955…0.5045.
    #expect(try verdict(month(0.504, halfWidth: 0.005)) == .reproduced)
    #expect(try verdict(month(0.519, halfWidth: 0.005)) == .withinTolerance)
    #expect(try verdict(month(0.521, halfWidth: 0.005)) == .notReproduced)
    #expect(try verdict(month(0.479, halfWidth: 0.005)) == .notReproduced)
  }

  @Test("a unit unlike the others is seen though what is uncertain of all hides it")
  func difference() throws {
    // Every calendar moves the unit and the median alike, so their difference is certain: 0.
    #expect(try verdict(month(0.54), median: month(0.53)) == .withinTolerance)
    #expect(try verdict(month(0.54), median: month(0.51)) == .notReproduced)
    #expect(try verdict(month(0.54), median: month(0.54)) == .reproduced)
  }

  @Test("months count by their weights, for the log and for the model")
  func weights() throws {
    func month(
      _ number: Int, _ observed: Double, _ predicted: Double, _ weight: Double
    )
      -> ShadowFinding.Month
    {
      ShadowFinding.Month(
        number: number, observed: observed, standardError: 0, weight: weight,
        predicted: [predicted, predicted])
    }
    let finding = try #require(
      ShadowFinding(
        .all, .officeShare, months: [month(1, 0.9, 0.8, 30), month(2, 0.5, 0.7, 10)]))
    #expect(abs(finding.observed - 0.8) < 1e-12)
    #expect(abs(finding.bias - (0.775 - 0.8)) < 1e-12)
    #expect(abs(finding.meanAbsoluteError - (30 * 0.1 + 10 * 0.2) / 40) < 1e-12)
    #expect(finding.monthsInside == 0)
  }
}
