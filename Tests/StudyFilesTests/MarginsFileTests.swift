import HybridWork
import Populations
import Statistics
import StudyFiles
import Testing

@Suite("Files of margins")
struct MarginsFileTests {
  private func sound() throws -> (margins: Margins, inputs: [InputFile]) {
    let log = DiagnosticLog()
    var inputs = [InputFile(name: "margins/unit-by-sex.csv", path: "x")]
    let margins = MarginsFile.load(
      path: FixtureFile.path("margins/sound.yaml"), name: "other/sound.yaml", inputs: &inputs,
      log: log)
    #expect(FixtureFile.complaints(log) == [])
    return (try #require(margins), inputs)
  }

  @Test("a table's rows become cells, and the table an input of the study")
  func table() throws {
    let (margins, inputs) = try sound()
    #expect(margins.population == 100)
    #expect(
      margins.margins[0].cells == [
        .init(values: ["Dinas A", "L"], count: 30), .init(values: ["Dinas A", "P"], count: 20),
        .init(values: ["Dinas B", "L"], count: 25), .init(values: ["Dinas B", "P"], count: 25),
      ])
    #expect(inputs.map(\.name) == ["margins/unit-by-sex.csv", "other/unit-by-sex.csv"])
    #expect(inputs.last?.path == FixtureFile.path("margins/unit-by-sex.csv"))
  }

  @Test("counts stay, shares become people, and each keeps its source")
  func countsAndShares() throws {
    let margins = try sound().margins.margins
    #expect(margins[1].columns == ["sex"])
    #expect(margins[1].cells.map(\.count) == [55, 45])
    #expect(margins[2].cells.map(\.count) == [75, 25])
    #expect(
      margins[1].provenance
        == Populations.Provenance(
          basis: .derived, source: "Example in figures, summed", date: "2024-12-31",
          confidence: "D"))
  }

  @Test("shares within an earlier column name its values, or all others")
  func given() throws {
    let given = try sound().margins.given
    #expect(
      given.map(\.column) == [
        "service", "position_kind", "task_class", "commute_mode", "talent_box",
      ])
    #expect(given[0].strata.map(\.value) == ["Dinas A"])
    #expect(given[0].otherShares == [.init(value: "none", share: 1)])
    #expect(given[3].strata == [])
    #expect(given[3].otherShares?.map(\.value) == ["motorcycle", "other"])
  }

  @Test("distributions take the column's bounds unless they have their own")
  func numbers() throws {
    let numbers = try sound().margins.numbers
    #expect(numbers.map(\.decimals) == [0, 2, 1])
    #expect(numbers[1].distribution == nil)
    #expect(
      numbers[1].condition?.strata == [
        .init(value: "none", distribution: BoundedDistribution(.constant(0))),
        .init(value: "permits", distribution: BoundedDistribution(.uniform(low: 0.5, high: 1))),
      ])
    let commute = BoundedDistribution(.lognormal(median: 9, sigma: 0.6), lower: 0.5, upper: 60)
    #expect(numbers[2].distribution == commute)
    let far = BoundedDistribution(.lognormal(median: 50, sigma: 0.6), lower: 0.5, upper: 60)
    #expect(numbers[2].condition?.strata == [.init(value: "P", distribution: far)])
  }
}
