import HybridWork
import Testing

@Suite("Positions made up of tasks")
struct PositionProfileTests {
  private func task(
    _ share: Double, _ place: TaskPlace, _ answers: [PositionCriterion: ColumnValues.Flag] = [:]
  ) -> PositionTask {
    PositionTask(shareOfTime: share, place: place) { answers[$0] ?? .unknown }
  }

  @Test("shares of tasks at the same place are added, without binary noise")
  func shares() {
    let profile = PositionProfile(
      position: "A", tasks: [task(0.1, .alone), task(0.2, .alone), task(0.7, .counter)])
    #expect(profile.shares[.alone] == 0.3)
    #expect(profile.shares[.counter] == 0.7)
    #expect(profile.shares[.field] == 0)
    #expect(profile.movableShare == 0.3)
  }

  @Test("movable is what is done alone or together and no criterion speaks against")
  func movable() {
    let profile = PositionProfile(
      position: "A",
      tasks: [
        task(0.3, .alone, [.doableElsewhere: .yes]),
        task(0.25, .alone, [.specialRoomOrEquipment: .yes]), task(0.2, .together),
        task(0.15, .field, [.doableElsewhere: .yes]), task(0.1, .together, [.faceToFace: .yes]),
      ])
    #expect(profile.movableShare == 0.5)
  }

  @Test(
    "a criterion is answered as for more than half of the time",
    arguments: [
      (0.51, 0.49, ColumnValues.Flag.yes), (0.5, 0.5, .unknown), (0.49, 0.51, .no),
      (0.4, 0.4, .unknown), (0, 0, .unknown), (0.6, 0, .yes),
    ])
  func majority(row: (Double, Double, ColumnValues.Flag)) {
    let profile = PositionProfile(
      position: "A",
      tasks: [
        task(row.0, .alone, [.byICT: .yes]), task(row.1, .alone, [.byICT: .no]),
        task(1 - row.0 - row.1, .alone),
      ])
    #expect(profile.answer(.byICT) == row.2)
    #expect(profile.answer(.faceToFace) == .unknown)
  }
}
