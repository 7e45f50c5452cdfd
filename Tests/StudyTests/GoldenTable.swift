import Foundation

/// The rows of an `outcomes.csv` that are about everyone, for comparison with a recorded table.
struct GoldenTable: Equatable {
  let header: [String]
  let rows: [[String]]

  /// Reads the text of an outcomes file; fields hold no quoted commas in the rows kept.
  init(outcomes text: String) {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = lines.first ?? []
    self.header = header
    rows = lines.dropFirst().filter { $0.count == header.count && $0[1] == "all" }
  }

  var text: String {
    ([header] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
  }

  /// The rows that differ from a recorded table by more than machines may.
  ///
  /// Numbers agree to |a−b| ≤ 1e-9·max(|a|, |b|, s), s the outcome's mean under the baseline (the
  /// first scenario); probabilities, which count samples, must be equal.
  func differences(from recorded: GoldenTable) -> [String] {
    guard header == recorded.header, rows.count == recorded.rows.count else {
      return ["\(rows.count) rows for \(recorded.rows.count), header \(header)"]
    }
    var magnitudes: [String: Double] = [:]
    for row in recorded.rows where magnitudes[row[2]] == nil {
      magnitudes[row[2]] = abs(Double(row[5]) ?? 0)
    }
    return zip(rows, recorded.rows).flatMap { row, golden -> [String] in
      row.indices.compactMap { column in
        let (found, expected) = (row[column], golden[column])
        guard found != expected else { return nil }
        if let a = Double(found), let b = Double(expected), header[column] != "probability_better",
          header[column] != "probability_equal",
          abs(a - b) <= 1e-9 * max(abs(a), abs(b), magnitudes[row[2]] ?? 0)
        {
          return nil
        }
        return "\(row[0]) \(row[2]) \(header[column]): \(found), recorded \(expected)"
      }
    }
  }
}
