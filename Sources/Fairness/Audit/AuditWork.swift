import HybridWork
import Statistics

/// The tables an audit of one policy is made from, counted once.
struct AuditWork {
  let patterns: FailurePatterns
  private let decisions: EligibilityDecisions
  private let population: Population
  private let plan: AuditPlan
  private let groupings: [StaffGrouping]
  private let codes: [GroupCodes]
  private let tables: [GroupTable]
  private let shown: [ShownCells]
  private let flexibleDays: Double
  /// For each grouping, those who serve a service to citizens beside those who don't.
  private let serving: [PairTable]
  private let staying: StayingBurdens?

  init(
    _ policy: Policy, _ decisions: EligibilityDecisions, _ population: Population,
    _ plan: AuditPlan
  ) {
    self.decisions = decisions
    self.population = population
    self.plan = plan
    let patterns = FailurePatterns(decisions)
    self.patterns = patterns
    groupings = plan.columns.compactMap(StaffGrouping.init)
    codes = plan.columns.map { GroupCodes($0, population) }
    tables = codes.map { GroupTable($0, patterns) }
    shown = tables.map { table in
      ShownCells(
        people: table.labels.indices.map(table.people),
        eligible: table.labels.indices.map(table.eligible), smallest: plan.smallestGroup)
    }
    let flexibleDays = Self.meanDays(policy.levers.schedule, decisions, population)
    self.flexibleDays = flexibleDays
    let servers = GroupCodes(serving: population)
    serving = codes.map { PairTable($0, servers, patterns) }
    staying = plan.burdenBasis.map {
      StayingBurdens(decisions, population, flexibleDays: flexibleDays, $0)
    }
  }

  /// Days away that the schedule allows in an average week; the mean of those eligible where they
  /// differ by record or unit.
  private static func meanDays(
    _ schedule: Schedule, _ decisions: EligibilityDecisions, _ population: Population
  ) -> Double {
    guard
      !schedule.splitsByRecord.isEmpty || !schedule.daysByUnit.isEmpty
        || !schedule.daysByRecord.isEmpty
    else {
      return schedule.meanFlexibleDaysPerWeek
    }
    let days = schedule.meanFlexibleDays(population, on: decisions.day)
    let ofEligible = days.indices.filter { decisions.isEligible($0) }.map { days[$0] }
    return ofEligible.reduce(0, +) / Double(max(ofEligible.count, 1))
  }

  /// How the days in the office are spread over all.
  func spread(eligible: Int) -> BurdenSpread {
    let week = Double(DaySplit.workingDays)
    let values = [week - flexibleDays, week]
    let counts = [eligible, patterns.people - eligible]
    let total = values[0] * Double(counts[0]) + values[1] * Double(counts[1])
    return BurdenSpread(
      mean: total / Double(patterns.people),
      // Two values only: the Gini coefficient is the share of people who come less often, less the
      // share of the days that fall on them.
      gini: total > 0
        ? Double(counts[0]) / Double(patterns.people) - values[0] * Double(counts[0]) / total
        : .nan,
      theil: theilIndex(values, counts: counts))
  }

  func singles() -> [GroupingAudit] {
    let posts = GroupCodes(posts: population)
    let changes = RuleChanges(decisions, patterns, population)
    let boundaries = plan.raterError.map {
      BoundaryRedraws(decisions, population, $0).figures(codes, tables)
    }
    return groupings.indices.map { place in
      let reference = reference(of: place)
      let postTable = PostTable(codes[place], posts: posts, patterns)
      let hours = staying?.meanHours(codes[place], tables[place], smallest: plan.smallestGroup)
      let groups = filledGroups(tables[place]).map { group in
        let access = access(place, group, reference)
        let isCompared = access.difference != nil && group != reference
        return GroupFinding(
          access: access,
          burden: access.rate.map { burden($0, place, group, hours?[group]) },
          posts: isCompared ? postTable.decomposition(group, reference: reference) : nil,
          rules: isCompared
            ? tables[place].shares(
              group, reference: reference, of: decisions,
              smallest: plan.smallestGroup) : [],
          change: isCompared && access.isBelowFourFifths == true
            ? changes.cheapest(group, reference: reference, codes[place], tables[place]) : nil,
          boundary: access.rate == nil ? nil : boundaries?[place][group])
      }
      return GroupingAudit(grouping: groupings[place], groups: groups)
    }
  }

  private func filledGroups(_ table: GroupTable) -> [Int] {
    table.labels.indices.filter { table.people($0) > 0 }
  }

  /// The group named in the plan, else the largest of known value; the first of equals.
  private func reference(of place: Int) -> Int {
    let table = tables[place]
    if let named = plan.references[plan.columns[place]],
      let group = table.labels.firstIndex(of: named)
    {
      return group
    }
    let known = table.labels.indices.dropLast()
    let largest = known.max {
      table.people($0) < table.people($1) || ($0 > $1 && table.people($0) == table.people($1))
    }
    return largest ?? 0
  }

  private func access(_ place: Int, _ group: Int, _ reference: Int) -> GroupAccess {
    let table = tables[place]
    let cells = shown[place]
    let referencePeople = table.people(reference)
    return GroupAccess(
      group: [table.labels[group]], isReference: group == reference,
      people: cells.people[group] ? table.people(group) : nil,
      eligible: cells.eligible[group] ? table.eligible(group) : nil,
      referenceRate: cells.eligible[reference] && referencePeople > 0
        ? Double(table.eligible(reference)) / Double(referencePeople) : nil)
  }

  private func burden(
    _ rate: Double, _ place: Int, _ group: Int, _ commuteHours: Double?
  ) -> AttendanceBurden {
    let week = Double(DaySplit.workingDays)
    let cell = group * serving[place].columns.count
    let servers = serving[place].people[cell]
    let eligible = serving[place].eligible[cell]
    return AttendanceBurden(
      officeDays: week - flexibleDays * rate,
      counterDays: servers == 0 || areServersHidden(place, group)
        ? nil : week - flexibleDays * Double(eligible) / Double(servers),
      commuteHours: commuteHours)
  }

  /// Whether a group's servers are not to be told.
  ///
  /// Servers and the rest of the group sum to figures already shown: neither may be small.
  private func areServersHidden(_ place: Int, _ group: Int) -> Bool {
    !shown[place].eligible[group]
      || CellProtection.isSmall(serverCounts(place, group), plan.smallestGroup)
  }

  /// People, eligible and other people among a group's servers, and the same among the rest.
  private func serverCounts(_ place: Int, _ group: Int) -> [Int] {
    let table = serving[place]
    let first = group * table.columns.count
    return [first, first + 1].flatMap { cell in
      [table.people[cell], table.eligible[cell], table.people[cell] - table.eligible[cell]]
    }
  }

  /// How hours on the way are spread over all.
  var commute: BurdenSpread? {
    staying?.commute(people: patterns.people, smallest: plan.smallestGroup)
  }

  /// How days at services fall on those who serve.
  ///
  /// It is near to telling how many servers are eligible; with it the servers of a hidden group
  /// would follow from those of the others, so in each grouping several must be hidden or none.
  var counterLoad: CounterLoad? {
    let isSafe = tables.indices.allSatisfy { place in
      let hidden = filledGroups(tables[place]).filter { areServersHidden(place, $0) }
      let sums = hidden.map { serverCounts(place, $0) }.reduce([0, 0, 0, 0, 0, 0]) {
        zip($0, $1).map(+)
      }
      return hidden.isEmpty
        || (hidden.count > 1 && !CellProtection.isSmall(sums, plan.smallestGroup))
    }
    return isSafe ? staying?.counterLoad(smallest: plan.smallestGroup) : nil
  }

  func pairs() -> [GroupingAudit] {
    let pairs = StaffGrouping.pairs(of: plan.columns)
    var place = 0
    var audits: [GroupingAudit] = []
    for first in codes.indices {
      for second in codes.indices where second > first {
        audits.append(pair(pairs[place], first, second))
        place += 1
      }
    }
    return audits
  }

  private func pair(_ grouping: StaffGrouping, _ first: Int, _ second: Int) -> GroupingAudit {
    let table = PairTable(codes[first], codes[second], patterns)
    let cells = ShownCells(
      table, rows: shown[first], columns: shown[second], smallest: plan.smallestGroup)
    let width = table.columns.count
    // Pairs of a group hidden in its own grouping are listed when they exist; empty ones only when
    // hidden to give nothing away.
    let isOpen = table.people.indices.map { cell in
      shown[first].people[cell / width] && shown[second].people[cell % width]
        && tables[first].people(cell / width) > 0 && tables[second].people(cell % width) > 0
    }
    let listed = table.people.indices.filter { cell in
      isOpen[cell] && (table.people[cell] > 0 || !cells.people[cell])
    }
    let known = listed.filter { cell in
      cells.people[cell] && table.rows[cell / width] != nil && table.columns[cell % width] != nil
    }
    let reference = known.max {
      table.people[$0] < table.people[$1] || (table.people[$0] == table.people[$1] && $0 > $1)
    }
    let rate = reference.flatMap { cell in
      cells.eligible[cell] ? Double(table.eligible[cell]) / Double(table.people[cell]) : nil
    }
    let groups = listed.map { cell in
      GroupFinding(
        access: GroupAccess(
          group: [table.rows[cell / width], table.columns[cell % width]],
          isReference: cell == reference, people: cells.people[cell] ? table.people[cell] : nil,
          eligible: cells.eligible[cell] ? table.eligible[cell] : nil, referenceRate: rate),
        burden: nil, posts: nil, rules: [], change: nil, boundary: nil)
    }
    return GroupingAudit(grouping: grouping, groups: groups)
  }
}

extension GroupCodes {
  /// Whether people serve a service to citizens: 0 yes, 1 no.
  fileprivate init(serving population: Population) {
    let services = population.categories(.service)
    let serves = services.levels.map { $0 != "none" }
    labels = ["true", nil]
    codes = services.codes.map { code in
      code != CategoryColumn.unknown && serves[Int(code)] ? 0 : 1
    }
  }
}
