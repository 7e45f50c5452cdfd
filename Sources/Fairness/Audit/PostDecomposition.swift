import HybridWork

/// How much of a gap between two groups goes with the posts they hold.
///
/// Over the posts that both groups hold, with w a group's share of people in a post and r its
/// selection rate there, the gap is Σ (w_A − w_B) · r_B + Σ w_A · (r_A − r_B): A is the group and B
/// the reference. What goes with posts is described by them, not justified by them: who gets which
/// post may itself be unfair. Follows Kitagawa (1955), with the reference's rates as weights.
public struct PostDecomposition: Sendable, Equatable {
  /// The gap among people in posts that both groups hold.
  public let gap: Double
  /// The part that goes with the posts held.
  public let byPosts: Double
  /// The part within comparable posts.
  public let withinPosts: Double
  /// Posts that both groups hold.
  public let sharedPosts: Int
  /// People of the group, and of the reference, in posts the other does not hold.
  public let offSupport: Int, referenceOffSupport: Int

  /// People of the group, and of the reference, without counterpart, to the nearest multiple of the
  /// smallest group: exact counts could be set against tables of pairs.
  public func apart(smallestGroup: Int) -> (group: Int, reference: Int) {
    let step = max(smallestGroup, 1)
    func rounded(_ count: Int) -> Int { (count + step / 2) / step * step }
    return (rounded(offSupport), rounded(referenceOffSupport))
  }
}

/// How many of each group are in each post, and eligible there.
struct PostTable {
  private let groups: Int
  private let people: [Int], eligible: [Int]

  init(_ groups: GroupCodes, posts: GroupCodes, _ patterns: FailurePatterns) {
    let table = PairTable(posts, groups, patterns)
    self.groups = groups.labels.count
    people = table.people
    eligible = table.eligible
  }

  /// The decomposition of the gap between a group and the reference, or nil if they share no post.
  func decomposition(_ group: Int, reference: Int) -> PostDecomposition? {
    let starts = stride(from: 0, to: people.count, by: groups)
    let shared = starts.filter { people[$0 + group] > 0 && people[$0 + reference] > 0 }
    guard !shared.isEmpty else { return nil }
    func total(_ column: Int, _ starts: [Int]) -> Int {
      starts.reduce(0) { $0 + people[$1 + column] }
    }
    let inside = (total(group, shared), total(reference, shared))
    var byPosts = 0.0
    var within = 0.0
    var gap = 0.0
    for start in shared {
      let (a, b) = (start + group, start + reference)
      let weight = Double(people[a]) / Double(inside.0)
      let referenceWeight = Double(people[b]) / Double(inside.1)
      let rate = Double(eligible[a]) / Double(people[a])
      let referenceRate = Double(eligible[b]) / Double(people[b])
      byPosts += (weight - referenceWeight) * referenceRate
      within += weight * (rate - referenceRate)
      gap += weight * rate - referenceWeight * referenceRate
    }
    return PostDecomposition(
      gap: gap, byPosts: byPosts, withinPosts: within, sharedPosts: shared.count,
      offSupport: total(group, Array(starts)) - inside.0,
      referenceOffSupport: total(reference, Array(starts)) - inside.1)
  }
}

extension GroupCodes {
  /// Posts: the position, or the kind of position and the task class where it is not known.
  init(posts population: Population) {
    let positions = population.categories(.position)
    let kinds = population.categories(.positionKind)
    let tasks = population.categories(.taskClass)
    let named = positions.levels.count
    let width = tasks.levels.count + 1
    labels =
      positions.levels.map { $0 }
      + (0..<((kinds.levels.count + 1) * width)).map { "\($0)" }
    codes = positions.codes.indices.map { person in
      let position = positions.codes[person]
      guard position == CategoryColumn.unknown else { return UInt32(position) }
      let kind = min(Int(kinds.codes[person]), kinds.levels.count)
      let task = min(Int(tasks.codes[person]), tasks.levels.count)
      return UInt32(named + kind * width + task)
    }
  }
}
