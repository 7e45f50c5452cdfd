import Fairness
import HybridWork
import Testing

/// A position with shares in the order counter, field, together, alone.
func profile(
  _ shares: [Double], named name: String = "Jabatan", movable: Double? = nil,
  basis: PositionProfile.Basis = .declared, answers: [PositionCriterion: ColumnValues.Flag] = [:]
) -> PositionProfile {
  PositionProfile(
    position: name,
    time: PositionTime(
      shares: TaskShares { shares[TaskPlace.allCases.firstIndex(of: $0) ?? 0] }, movable: movable),
    basis: basis
  ) { answers[$0] ?? .unknown }
}

@Suite("Whether a position can be done away")
struct MovabilityTests {
  /// Thresholds that leave no doubt by nearness, for rows about boundaries.
  private func plain() throws -> InventoryThresholds {
    try #require(InventoryThresholds(away: 0.8, partly: 0.2, doubt: 0))
  }

  @Test(
    "the class follows the movable share, at a threshold the class above it",
    arguments: [
      ("all of it at a counter", [1, 0, 0, 0], MovabilityClass.placeBound, 0.2),
      ("all of it in the field", [0, 1, 0, 0], .placeBound, 0.2),
      ("just below the lower threshold", [0.4, 0.41, 0.1, 0.09], .placeBound, 0.01),
      ("at the lower threshold", [0.4, 0.4, 0.1, 0.1], .partly, 0),
      ("just above the lower threshold", [0.4, 0.39, 0.1, 0.11], .partly, 0.01),
      ("half and half", [0.5, 0, 0, 0.5], .partly, 0.3),
      ("just below the upper threshold", [0.21, 0, 0.09, 0.7], .partly, 0.01),
      ("at the upper threshold, whose sum is 0.7999… in binary", [0.2, 0, 0.1, 0.7], .away, 0),
      ("just above the upper threshold", [0, 0.19, 0.11, 0.7], .away, 0.01),
      ("together counts as movable", [0, 0, 1, 0], .away, 0.2),
      ("all of it alone", [0, 0, 0, 1], .away, 0.2),
    ])
  func classes(row: (String, [Double], MovabilityClass, Double)) throws {
    let verdict = MovabilityVerdict(profile(row.1), asked: [], thresholds: try plain())
    #expect(verdict.outcome == row.2, "\(row.0)")
    #expect(verdict.leaning == row.2, "\(row.0)")
    #expect(abs((verdict.margin ?? .nan) - row.3) < 1e-9, "\(row.0)")
  }

  @Test(
    "a share within the margin of doubt is doubtful, on either side of a threshold",
    arguments: [
      ("in the margin above", 0.84, MovabilityClass.doubtful, MovabilityClass.away),
      ("at the end of the margin above", 0.85, .away, .away),
      ("in the margin below", 0.76, .doubtful, .partly),
      ("at the end of the margin below", 0.75, .partly, .partly),
      ("in the margin below the lower threshold", 0.16, .doubtful, .placeBound),
      ("at the end of that margin", 0.15, .placeBound, .placeBound),
    ])
  func doubt(row: (String, Double, MovabilityClass, MovabilityClass)) {
    let verdict = MovabilityVerdict(
      profile([1 - row.1, 0, 0, row.1]), asked: [], thresholds: .standard)
    #expect(verdict.outcome == row.2, "\(row.0)")
    #expect(verdict.leaning == row.3, "\(row.0)")
  }

  @Test("an answer against working away makes all of it immovable unless a share is stated")
  func failedCriteria() {
    for criterion in PositionCriterion.allCases {
      let against: ColumnValues.Flag = criterion.favourableAnswer == .yes ? .no : .yes
      let bound = profile([0, 0, 0, 1], answers: [criterion: against])
      let verdict = MovabilityVerdict(bound, asked: [criterion], thresholds: .standard)
      #expect(verdict.outcome == .placeBound)
      #expect(verdict.movableShare == 0)
      #expect(verdict.reasons.contains(.criterionFailed(criterion)))
      let stated = profile([0, 0, 0, 1], movable: 0.5, answers: [criterion: against])
      #expect(
        MovabilityVerdict(stated, asked: [criterion], thresholds: .standard).outcome == .partly)
      let favourable = profile([0, 0, 0, 1], answers: [criterion: criterion.favourableAnswer])
      #expect(
        MovabilityVerdict(favourable, asked: [criterion], thresholds: .standard).outcome == .away)
    }
  }

  @Test("a criterion that is asked and not answered raises doubt, but not about the place-bound")
  func unansweredCriteria() {
    let office = MovabilityVerdict(
      profile([0, 0, 0, 1]), asked: [.byICT], thresholds: .standard)
    #expect(office.outcome == .doubtful)
    #expect(office.leaning == .away)
    #expect(office.reasons.first == .criterionUnanswered(.byICT))
    let counter = MovabilityVerdict(
      profile([1, 0, 0, 0]), asked: [.byICT], thresholds: .standard)
    #expect(counter.outcome == .placeBound)
    let notAsked = MovabilityVerdict(profile([0, 0, 0, 1]), asked: [], thresholds: .standard)
    #expect(notAsked.outcome == .away)
  }

  @Test("what was derived is doubtful whatever its shares")
  func derived() {
    for shares in [[1.0, 0, 0, 0], [0.5, 0, 0, 0.5], [0, 0, 0, 1]] {
      let verdict = MovabilityVerdict(
        profile(shares, basis: .derived), asked: [.byICT], thresholds: .standard)
      #expect(verdict.outcome == .doubtful)
      #expect(verdict.reasons.first == .derived)
    }
  }

  @Test("a service is never done away, and its class is that of its staff's mean time")
  func services() throws {
    func verdict(_ movable: [Double]) throws -> MovabilityVerdict {
      let thresholds = try plain()
      return MovabilityVerdict(
        staff: movable.map {
          (
            MovabilityVerdict(
              profile([1 - $0, 0, 0, $0]), asked: [], thresholds: thresholds), false
          )
        }, thresholds: thresholds)
    }
    #expect(try verdict([0, 0.1]).outcome == .placeBound)
    #expect(try verdict([0, 0.5]).outcome == .partly)
    #expect(try verdict([0, 0.5]).movableShare == 0.25)
    let odd = try verdict([1, 1])
    #expect(odd.outcome == .doubtful)
    #expect(odd.leaning == .partly)
    #expect(odd.reasons.first == .staffCouldBeAway)
    let empty = try verdict([])
    #expect(empty.outcome == .doubtful)
    #expect(empty.reasons.first == .noKnownStaff)
  }

  @Test("thresholds that contradict each other are refused")
  func thresholds() {
    #expect(InventoryThresholds(away: 0.2, partly: 0.8) == nil)
    #expect(InventoryThresholds(away: 1.1) == nil)
    #expect(InventoryThresholds(partly: -0.1) == nil)
    #expect(InventoryThresholds(doubt: .nan) == nil)
    #expect(InventoryThresholds(away: 0.5, partly: 0.5, doubt: 0) != nil)
  }
}
