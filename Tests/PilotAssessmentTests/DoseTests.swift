import PilotAssessment
import Statistics
import TestSupport
import Testing

@Suite("Effects per unit of dose")
struct DoseTests {
  /// Units 0…9 over times 1…6, treated from 4 if even-numbered below 8; dose and outcome by cell.
  private func columns(
    dose: (Int, Int) -> Double, outcome: (Int, Int) -> Double
  ) -> PanelColumns {
    let cells = (0..<10).flatMap { unit in (1...6).map { (unit, $0) } }
    var columns = PanelColumns(
      unit: PanelLabels(cells.map { "u\($0.0)" }), time: cells.map(\.1),
      outcome: cells.map(outcome),
      treatment: .firstTreated(cells.map { isTreated($0.0) ? 4 : nil }))
    columns.others = [.init(name: "days", values: cells.map(dose))]
    return columns
  }

  private func isTreated(_ unit: Int) -> Bool { unit.isMultiple(of: 2) && unit < 8 }

  private func noise(_ purpose: String, _ unit: Int, _ time: Int) -> Double {
    standardNormalQuantile(
      RandomKey(seed: 6).child(purpose).child(UInt64(unit)).uniform(UInt64(time)))
  }

  private func assess(_ columns: PanelColumns, perDose: Bool = true) throws -> PanelAssessment {
    var options = PanelAssessment.Options()
    options.draws = 210
    options.dose = perDose ? "days" : nil
    return PanelAssessment(try Panel(columns), options: options)
  }

  /// The offer adds 1.2 days, a little less for some; each adds 2 to the outcome.
  private var strong: PanelColumns {
    func dose(_ unit: Int, _ time: Int) -> Double {
      0.1 * noise("dose", unit, time)
        + (isTreated(unit) && time >= 4 ? 1.2 - 0.1 * Double(unit) : 0)
    }
    return columns(
      dose: dose,
      outcome: { Double($0) + Double($1) + 2 * dose($0, $1) + 0.3 * noise("y", $0, $1) })
  }

  @Test("an offer that adds 2 days and 3 to the outcome has an effect of 1.5 a day")
  func ratio() throws {
    let exact = columns(
      dose: { isTreated($0) && $1 >= 4 ? 2 : 0 },
      outcome: { Double($0) + Double($1) + (isTreated($0) && $1 >= 4 ? 3 : 0) })
    let found = try #require(try assess(exact).twoWay(.randomization))
    #expect(agrees(found.estimate, 1.5, within: 1e-12))
    // Four of ten: the actual way alone is so extreme.
    #expect(found.pValue == 1.0 / 210)
  }

  @Test("Fieller's ends are where CR2 of outcome less effect times dose has a p of 5%")
  func fieller() throws {
    let columns = strong
    let found = try #require(try assess(columns).twoWay(.cr2))
    let (low, high) = (try #require(found.low), try #require(found.high))
    #expect(low < 2 && 2 < high && high - low < 1.5)
    for end in [low, high] {
      var tested = columns
      tested.outcome = zip(columns.outcome, columns.others[0].values).map { $0 - end * $1 }
      let cr2 = try #require(try assess(tested, perDose: false).twoWay(.cr2))
      #expect(agrees(cr2.pValue, 0.05, within: 1e-9))
      #expect(agrees(cr2.degreesOfFreedom, found.degreesOfFreedom, within: 1e-12))
    }
    // No effect of a day is no effect of the offer.
    let offer = try #require(try assess(columns, perDose: false).twoWay(.cr2))
    #expect(agrees(found.pValue, offer.pValue, within: 1e-12))
  }

  @Test("ends by exchanges are where exchanging outcome less effect times dose crosses 5%")
  func exchanges() throws {
    let columns = strong
    let found = try #require(try assess(columns).twoWay(.randomization))
    for (end, outward) in [(try #require(found.low), -1.0), (try #require(found.high), 1.0)] {
      func p(_ effect: Double) throws -> Double {
        var tested = columns
        tested.outcome = zip(columns.outcome, columns.others[0].values).map { $0 - effect * $1 }
        return try #require(try assess(tested, perDose: false).twoWay(.randomization)?.pValue)
      }
      #expect(try p(end + outward * 1e-6) <= 0.05)
      #expect(try p(end - outward * 1e-6) > 0.05)
    }
  }

  @Test("an offer that hardly moves the dose has an interval without an end, and says so")
  func weak() throws {
    let weak = columns(
      dose: { noise("dose", $0, $1) + (isTreated($0) && $1 >= 4 ? 0.05 : 0) },
      outcome: { noise("y", $0, $1) })
    let assessment = try assess(weak)
    #expect(assessment.twoWay(.cr2)?.isUnbounded == true)
    #expect(assessment.warnings.contains(.intervalUnbounded(.twfe, .cr2)))
    let stage = try #require(
      assessment.warnings.lazy.compactMap { warning -> DoseStage? in
        if case .doseStage(let stage) = warning { stage } else { nil }
      }.first)
    #expect(stage.column == "days" && (stage.pValue ?? 0) > 0.05)
  }

  @Test("a dose that the offer leaves alone is refused")
  func unchanged() throws {
    let same = columns(dose: { unit, _ in Double(unit) }, outcome: { noise("y", $0, $1) })
    let assessment = try assess(same)
    #expect(assessment.estimates.isEmpty)
    #expect(assessment.warnings.contains(.estimatorRefused(.twfe, .doseUnchanged)))
  }
}
