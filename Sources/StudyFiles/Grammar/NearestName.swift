/// Finds the name a writer most likely meant.
package enum NearestName {
  /// The allowed name nearest to `found`, or nil if none is near.
  ///
  /// A name is near if at most two letters must be changed, added, left out or swapped with their
  /// neighbour (one, for names of two to four letters), or if one of the two begins with the other
  /// and at least three letters agree. Case, hyphens, spaces and underscores do not count. Of
  /// equally near names the first in `allowed` wins.
  package static func find(_ found: String, in allowed: [String]) -> String? {
    let word = folded(found)
    guard !word.isEmpty, word.count <= 80 else { return nil }
    var best: (name: String, distance: Int)?
    for name in allowed {
      let candidate = folded(name)
      let length = min(word.count, candidate.count)
      let limit = length <= 1 ? 0 : length <= 4 ? 1 : 2
      let distance = editDistance(word, candidate, limit: limit)
      if distance <= limit, distance < best?.distance ?? Int.max { best = (name, distance) }
    }
    return best?.name ?? allowed.first { isPrefix(folded($0), word) || isPrefix(word, folded($0)) }
  }

  private static func isPrefix(_ start: [Unicode.Scalar], _ whole: [Unicode.Scalar]) -> Bool {
    start.count >= 3 && whole.starts(with: start)
  }

  private static func folded(_ name: String) -> [Unicode.Scalar] {
    name.lowercased().unicodeScalars.filter { !["-", "_", " "].contains($0) }
  }

  /// The least number of changed, added, left out or swapped letters, or `limit + 1` if it is more.
  private static func editDistance(
    _ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int
  ) -> Int {
    guard abs(a.count - b.count) <= limit else { return limit + 1 }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
