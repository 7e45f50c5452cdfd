import Exploration
import Foundation
import HybridWork
import Testing

/// Luwes' boxes of failure beside those that the EMA Workbench's PRIM finds in the same worlds
/// (References/prim.py).
@Suite("Scenario discovery beside the EMA Workbench")
struct ScenarioDiscoveryReferenceTests {
  private func reference(_ name: String) throws -> [[String]] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let text = try String(
      contentsOf: folder.appending(path: "References/\(name).csv"), encoding: .utf8)
    return text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// A limit that the EMA Workbench found.
  private struct Limit {
    let input: String
    let least: Double?, greatest: Double?
    let chance: Double
  }

  /// Both peel a twentieth at a time, take the box with the greatest harmonic mean, and differ in how
  /// they break ties, paste and test limits: an edge may be one peel off, and so may both shares.
  @Test(
    "the same assumptions limit the box, one peel apart at most",
    arguments: ["prim-box"])
  func agrees(data: String) throws {
    let table = try reference(data)
    let names = Array(table[0].dropFirst(2))
    let worlds = Array(table.dropFirst())
    // Inputs that are no assumptions of the catalogue stand for some.
    let ids = names.enumerated().map { AssumptionID(rawValue: $1) ?? AssumptionID.allCases[$0] }
    let inputs = try ids.indices.map { place in
      (id: ids[place], values: try worlds.map { try #require(Double($0[place + 2])) })
    }
    let found = ScenarioDiscovery(inputs, fails: worlds.map { $0[1] == "1" })

    let theirs = try reference("prim").filter { $0[0] == data }
    let shares = try #require(theirs.first).dropFirst().prefix(4).compactMap(Double.init)
    #expect(abs(found.failures - shares[0]) < 1e-12)
    #expect(abs(found.coverage - shares[1]) <= 0.05)
    #expect(abs(found.density - shares[2]) <= 0.05)
    #expect(abs(found.mass - shares[3]) <= 0.05)

    let limits = theirs.dropFirst().map { row in
      Limit(
        input: row[5], least: Double(row[6]), greatest: Double(row[7]),
        chance: Double(row[8]) ?? 0)
    }.filter { $0.chance <= 0.05 }
    #expect(!limits.isEmpty)
    #expect(
      Set(found.limits.map(\.id))
        == Set(
          limits.compactMap { limit in
            names.firstIndex(of: limit.input).map { ids[$0] }
          }))
    for limit in limits {
      let place = try #require(names.firstIndex(of: limit.input))
      guard let own = found.limits.first(where: { $0.id == ids[place] }) else { continue }
      let values = inputs[place].values
      func rank(_ edge: Double?, open: Double) -> Double {
        edge.map { edge in Double(values.count { $0 < edge }) / Double(values.count) } ?? open
      }
      #expect(abs(rank(own.least, open: 0) - rank(limit.least, open: 0)) <= 0.05)
      #expect(abs(rank(own.greatest, open: 1) - rank(limit.greatest, open: 1)) <= 0.05)
    }
  }
}
