import PilotAssessment
import Statistics
import Testing

@Suite struct PanelTests {
  /// Three units over three times; the second is treated from time 2.
  private var columns: PanelColumns {
    PanelColumns(
      unit: PanelLabels(["b", "b", "b", "a", "a", "a", "c", "c", "c"]),
      time: [1, 2, 3, 3, 1, 2, 1, 2, 3], outcome: [1, 2, 3, 6, 4, 5, 7, 8, 9],
      treatment: .path([false, true, true, false, false, false, false, false, false]))
  }

  private func defects(of columns: PanelColumns) -> [PanelDefect] {
    do throws(PanelDefects) {
      _ = try Panel(columns)
      return []
    } catch {
      return error.defects
    }
  }

  @Test("rows are sorted by unit and time, whatever their order")
  func rowsAreSorted() throws {
    let panel = try Panel(columns)
    #expect(panel.unitNames == ["a", "b", "c"])
    #expect(panel.outcome == [4, 5, 6, 1, 2, 3, 7, 8, 9])
    #expect(panel.firstTreated == [nil, 2, nil])
    #expect(panel.treatment == [0, 0, 0, 0, 1, 1, 0, 0, 0])
    #expect(panel.isBalanced && panel.warnings.isEmpty && panel.commonDate == nil)
  }

  @Test("first treated times give the panel that the path gives")
  func bothTreatmentsAgree() throws {
    var other = columns
    other.treatment = .firstTreated([2, 2, 2, nil, nil, nil, 9, 9, 9])
    #expect(try Panel(other) == Panel(columns))
  }

  @Test("a unit twice at one time is a duplicate, told with both rows")
  func duplicate() {
    var wrong = columns
    wrong.time[5] = 1
    #expect(defects(of: wrong) == [.duplicate(row: 5, firstRow: 4)])
  }

  @Test("treatment that ends again is a reversal")
  func reversal() {
    var wrong = columns
    wrong.treatment = .path([false, true, false, false, false, false, false, false, false])
    #expect(defects(of: wrong) == [.reversal(row: 2, treatedRow: 1)])
  }

  @Test("first treated times and clusters that change within a unit are told")
  func changesWithinUnit() {
    var wrong = columns
    wrong.treatment = .firstTreated([2, 3, 2, nil, nil, nil, nil, nil, nil])
    wrong.cluster = PanelLabels(["x", "x", "x", "x", "x", "y", "y", "y", "y"])
    #expect(
      defects(of: wrong) == [
        .firstTreatedDiffers(row: 1, firstRow: 0), .clusterDiffers(row: 5, firstRow: 3),
      ])
  }

  @Test("numbers that are not finite and weights of 0 are told with their rows")
  func numbers() {
    var wrong = columns
    wrong.outcome[3] = .nan
    wrong.covariates = [.init(name: "x", values: [0, 0, .infinity, 0, 0, 0, 0, 0, 0])]
    wrong.weights = [1, 0, 1, 1, 1, 1, 1, 1, 1]
    #expect(
      defects(of: wrong) == [
        .weightNotPositive(row: 1), .notFinite(.covariate("x"), row: 2),
        .notFinite(.outcome, row: 3),
      ])
  }

  @Test("panels without a change of treatment are refused, each with its own reason")
  func noDesign() {
    var wrong = columns
    wrong.treatment = .path(Array(repeating: false, count: 9))
    #expect(defects(of: wrong) == [.noneTreated])
    wrong.treatment = .path(Array(repeating: true, count: 9))
    #expect(defects(of: wrong) == [.allTreatedFromStart])
    wrong.treatment = .firstTreated([1, 1, 1, nil, nil, nil, nil, nil, nil])
    #expect(defects(of: wrong) == [.nobodyBecomesTreated])
    let one = PanelColumns(
      unit: PanelLabels(["a", "b"]), time: [1, 1], outcome: [1, 2],
      treatment: .path([true, false]))
    #expect(defects(of: one).contains(.onePeriod(label: "1")))
    let none = PanelColumns(
      unit: PanelLabels([]), time: [], outcome: [], treatment: .path([]))
    #expect(defects(of: none) == [.noRows])
  }

  @Test("a unit treated from its first row is left out with a warning")
  func alwaysTreated() throws {
    var some = columns
    some.treatment = .firstTreated([2, 2, 2, 1, 1, 1, nil, nil, nil])
    let panel = try Panel(some)
    #expect(panel.unitNames == ["b", "c"] && panel.rowCount == 6)
    #expect(panel.warnings == [.alwaysTreatedDropped(units: ["a"])])
  }

  @Test("missing rows and missing times are noticed")
  func gaps() throws {
    let some = PanelColumns(
      clock: .month, unit: PanelLabels(["a", "a", "a", "b", "b"]),
      time: [24_000, 24_001, 24_003, 24_000, 24_003], outcome: [1, 2, 3, 4, 5],
      treatment: .path([false, false, true, false, false]))
    #expect(
      try Panel(some).warnings == [
        .unbalanced(rows: 5, cells: 6), .timeGap(after: "2000-02", before: "2000-04", gaps: 1),
      ])
  }

  @Test("everyone treated at one date is a panel, and says so")
  func commonDate() throws {
    var all = columns
    all.treatment = .firstTreated(Array(repeating: 2, count: 9))
    #expect(try Panel(all).commonDate == 2)
  }

  @Test(
    "days are labelled as in the calendar",
    arguments: [
      (0, "1970-01-01"), (-1, "1969-12-31"), (11_016, "2000-02-29"), (19_557, "2023-07-19"),
      (20_819, "2027-01-01"),
    ])
  func days(days: Int, label: String) {
    #expect(PanelClock.day.label(of: days) == label)
    let parts = label.split(separator: "-").compactMap { Int($0) }
    #expect(PanelClock.days(year: parts[0], month: parts[1], day: parts[2]) == days)
  }
}

@Suite struct SyntheticPanelTests {
  private let design = SyntheticPanel(
    cohorts: [
      .init(firstTreated: 3, units: 2, effect: 2, effectGrowth: 0.5),
      .init(firstTreated: 5, units: 1, effect: -1), .init(firstTreated: nil, units: 3),
    ], periods: 6)

  @Test("the true effect is the mean over treated cells")
  func trueEffect() {
    // Two units gain 2, 2.5, 3, 3.5; one loses 1 twice: (2 · 11 - 2) ÷ 10 cells.
    #expect(design.trueEffect == 2.0)
  }

  @Test("without noise the outcome shows levels and effect exactly")
  func withoutNoise() throws {
    var quiet = design
    quiet.noiseDeviation = 0
    quiet.unitDeviation = 0
    quiet.periodDeviation = 0
    let panel = try quiet.panel(RandomKey(seed: 1))
    let first = panel.rows(ofUnit: 0).map { panel.outcome[$0] }
    #expect(first == [0, 0, 2, 2.5, 3, 3.5])
    #expect(panel.cohortTimes == [3, 5] && panel.treatedUnitCount == 3)
  }

  @Test("a seed gives the same panel, and more units change none of the earlier")
  func keyed() throws {
    let key = RandomKey(seed: 7)
    let panel = try design.panel(key)
    #expect(try design.panel(key) == panel)
    var larger = design
    larger.cohorts[2].units += 1
    #expect(try Array(larger.panel(key).outcome.prefix(36)) == panel.outcome)
    #expect(try design.panel(RandomKey(seed: 8)) != panel)
  }
}
