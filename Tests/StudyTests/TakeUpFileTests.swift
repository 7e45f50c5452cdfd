import Foundation
import Testing

@Suite("The take-up table of a run")
struct TakeUpFileTests {
  @Test("no few people are printed, nor derivable from a total, in any study's table")
  func smallCells() throws {
    let smallest = 30.0
    for study in ["west-java-mkd", "bandung-city"] {
      let rows = try rows(of: study)
      let cells = Dictionary(grouping: rows) { "\($0[0]) \($0[2])" }
      #expect(cells.count > 10)
      for (place, rows) in cells {
        let shown = rows.compactMap { Double($0[3]) }
        #expect(shown.allSatisfy { $0 == 0 || $0 >= smallest }, "\(study), \(place)")
        guard let all = rows.first(where: { $0[1] == "all" }), let total = Double(all[3]) else {
          continue
        }
        for grouping in ["unit:", "sex:"] {
          let members = rows.filter { $0[1].hasPrefix(grouping) }
          let rest = total - members.reduce(0) { $0 + (Double($1[3]) ?? 0) }
          let isOpen = members.contains { (Double($0[3]) ?? 0) > 0 }
          #expect(
            !isOpen || abs(rest) < 1e-3 || rest >= smallest, "\(study), \(place), \(grouping)")
        }
      }
    }
  }

  private func rows(of study: String) throws -> [[String]] {
    let results = try TemporaryFolder()
    let run = try Program.run([
      "run", "scenarios/\(study)", "--worlds", "3", "--quiet", "--out",
      results.url.appendingPathComponent("out").path,
    ])
    #expect(run.exitCode == 0, "\(run.complaints)")
    // Names of units hold no commas or quotation marks in these studies.
    return try results.text("out/take-up.csv").split(separator: "\r\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
