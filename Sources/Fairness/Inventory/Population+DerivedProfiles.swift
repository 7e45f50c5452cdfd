import HybridWork

extension Population {
  /// Descriptions of the staff's positions for want of a table, marked as derived.
  ///
  /// A person's share of direct service counts as time at a counter. The rest is in the field for
  /// place-bound work, together for collaborative work, alone for routine and professional work. The
  /// position's shares are the means over its people, to six decimals. No criterion is answered.
  func derivedProfiles() -> [PositionProfile] {
    let positions = categories(.position)
    let classes = categories(.taskClass)
    let counterShares = numbers(.directServiceShare)
    let places = TaskPlace.allCases
    var sums = positions.levels.map { _ in places.map { _ in 0.0 } }
    var people = positions.levels.map { _ in 0 }
    for (person, code) in positions.codes.enumerated() where code != CategoryColumn.unknown {
      let rest = Self.place(of: classes.value(person).flatMap(TaskClass.init))
      let counter = counterShares[person]
      for (index, place) in places.enumerated() {
        if place == .counter { sums[Int(code)][index] += counter }
        if place == rest { sums[Int(code)][index] += 1 - counter }
      }
      people[Int(code)] += 1
    }
    return positions.levels.indices.filter { people[$0] > 0 }.map { level in
      PositionProfile(
        position: positions.levels[level],
        time: PositionTime(
          shares: TaskShares { place in
            let mean = sums[level][places.firstIndex(of: place) ?? 0] / Double(people[level])
            return (mean * 1e6).rounded() / 1e6
          }), basis: .derived
      ) { _ in .unknown }
    }
  }

  private static func place(of task: TaskClass?) -> TaskPlace {
    switch task {
    case .routine, .professional: .alone
    case .collaborative: .together
    case .placeBound, nil: .field
    }
  }
}
