public import Fairness
public import HybridWork

/// `audit.md`: the audit as a page for a planner and an inspectorate.
public struct AuditPage: Sendable {
  private let audits: [PolicyAudit]
  private let plan: AuditPlan
  private let language: Language
  private let numbers: NumberText
  private let title: String
  /// Groups of a grouping beyond this many are left to the tables.
  private static let longest = 12
  /// Pairs of groups shown, those of the lowest ratio.
  private static let pairsShown = 5

  /// A page on these audits.
  ///
  /// - Parameters:
  ///   - audits: The audits, one a policy.
  ///   - plan: What they were made by.
  ///   - title: The study's name.
  ///   - language: The language of the page.
  public init(_ audits: [PolicyAudit], plan: AuditPlan, title: String, language: Language) {
    self.audits = audits
    self.plan = plan
    self.title = title
    self.language = language
    numbers = NumberText(language: language)
  }

  /// The page as Markdown.
  public var markdown: String {
    let heading = "# \(language[audit: .title]): \(title)"
    return ([heading] + audits.flatMap(sections) + notes).joined(separator: "\n\n") + "\n"
  }

  private func sections(_ audit: PolicyAudit) -> [String] {
    let singles = audit.groupings.filter { $0.grouping.columns.count == 1 }
    return [
      "## \(audit.policy.title[language])", summary(audit),
      "### \(language[audit: .headingAccess])",
      access(singles), "### \(language[audit: .headingBurden])", burden(audit),
      "### \(language[audit: .headingPosts])", posts(singles),
      "### \(language[audit: .headingRules])", rules(singles, audit),
      "### \(language[audit: .headingDouble])", doublePenalties(audit),
      "### \(language[audit: .headingPairs])", pairs(audit),
    ]
  }

  private func summary(_ audit: PolicyAudit) -> String {
    [
      "\(language[audit: .people]): \(count(audit.people))",
      "\(count(audit.outside)) \(language[audit: .outside])",
      "\(language[audit: .eligible].lowercased()): \(count(audit.eligible))",
    ].joined(separator: "; ") + "."
  }

  private func burden(_ audit: PolicyAudit) -> String {
    func row(_ name: AuditPhrase, _ figures: [Double?]) -> [String] {
      [language[audit: name]]
        + zip(figures, [2, 3, 4]).map { figure, decimals in
          figure.map { numbers.number($0, decimals: decimals) } ?? NumberText.undefined
        }
    }
    func row(_ name: AuditPhrase, _ spread: BurdenSpread?) -> [String] {
      row(name, [spread?.mean, spread?.gini, spread?.theil])
    }
    let load = audit.counterLoad
    return table(
      [language[audit: .burdenKind], language[audit: .mean], "Gini", language[audit: .theil]],
      [
        row(.officeDays, audit.burden), row(.commuteHours, audit.commute),
        row(.extraDays, [load?.extraDays, load?.gini, load?.theil]),
      ])
  }

  private func access(_ groupings: [GroupingAudit]) -> String {
    let header = [
      language[audit: .group], language[audit: .people], language[audit: .rate],
      language[audit: .difference],
      language[audit: .ratio], "4/5", language[audit: .officeDays], language[audit: .counterDays],
      language[audit: .commuteHours], language[audit: .flips],
      language[audit: .ratesRange],
    ]
    let rows = groupings.flatMap { grouping in
      shownGroups(grouping).map { finding -> [String] in
        let access = finding.access
        let reading =
          access.isReference
          ? language[audit: .reference]
          : access.isBelowFourFifths.map { language[audit: $0 ? .below : .notBelow] } ?? "–"
        return [
          name(grouping.grouping, finding), count(access.people), percent(access.rate),
          points(access.difference), decimal(access.ratio), reading,
          decimal(finding.burden?.officeDays), decimal(finding.burden?.counterDays),
          decimal(finding.burden?.commuteHours),
          flips(finding.boundary), range(finding.boundary),
        ]
      }
    }
    return table(header, rows)
  }

  private func posts(_ groupings: [GroupingAudit]) -> String {
    let rows = groupings.flatMap { grouping in
      shownGroups(grouping).compactMap { finding -> [String]? in
        guard let posts = finding.posts else { return nil }
        let apart = posts.apart(smallestGroup: plan.smallestGroup).group
        return [
          name(grouping.grouping, finding), points(posts.gap), points(posts.byPosts),
          points(posts.withinPosts), "≈ \(count(apart))",
        ]
      }
    }
    return table(
      [
        language[audit: .group], language[audit: .gap], language[audit: .byPosts],
        language[audit: .withinPosts],
        language[audit: .offSupport],
      ], rows)
  }

  private func rules(_ groupings: [GroupingAudit], _ audit: PolicyAudit) -> String {
    let levers = audit.policy.levers
    let refuses = levers.exceptions.contains { $0.effect == .refuse }
    let rows = groupings.flatMap { grouping in
      shownGroups(grouping).flatMap { finding -> [[String]] in
        guard finding.access.isBelowFourFifths == true else { return [] }
        let largest = finding.rules.filter { $0.share != nil }
          .min { ($0.share ?? 0) < ($1.share ?? 0) }
        let row = [
          name(grouping.grouping, finding), points(finding.access.difference),
          largest.map { source($0, levers) } ?? language[audit: .notShown],
          points(largest?.share), change(finding.change, levers.eligibility),
        ]
        guard refuses, largest?.rule != nil, let part = finding.rules.last, part.rule == nil else {
          return [row]
        }
        let share = part.share.map { points($0) } ?? language[audit: .notShown]
        return [row, [row[0], row[1], source(part, levers), share, NumberText.undefined]]
      }
    }
    return table(
      [
        language[audit: .group], language[audit: .difference], language[audit: .rule],
        language[audit: .share],
        language[audit: .change],
      ], rows)
  }

  /// What a part of a gap is due to: a rule, or the exceptions that refuse, by their wording.
  private func source(_ part: RuleShare, _ levers: PolicyLevers) -> String {
    if let rule = part.rule { return levers.eligibility[rule].text[language] }
    let texts = levers.exceptions.filter { $0.effect == .refuse }.map { $0.text[language] }
    return "\(language[audit: .exceptions]): " + texts.joined(separator: "; ")
  }

  private func change(_ change: RuleChange?, _ rules: [EligibilityRule]) -> String {
    guard let change else { return language[audit: .noChange] }
    let what =
      switch change.kind {
      case .dropped: language[audit: .dropped]
      case .moved(let column, let value):
        "\(column.rawValue): \(language[audit: .movedTo]) \(numbers.number(value, decimals: 2))"
      }
    let people = CountText.shown(change.admitted, plan.smallestGroup).map(count)
    return "\(rules[change.rule].text[language]): \(what) "
      + "(+\(people ?? "< \(plan.smallestGroup)") \(language[audit: .admitted]))"
  }

  private func doublePenalties(_ audit: PolicyAudit) -> String {
    guard !audit.doublePenalties.isEmpty else { return language[audit: .noDoublePenalty] }
    let rules = audit.policy.levers.eligibility
    return audit.doublePenalties.map { penalty in
      let why =
        switch penalty.link {
        case .sameColumns(let columns):
          "\(language[audit: .sameFact]) (\(columns.map(\.rawValue).joined(separator: ", ")))"
        case .disciplineInTalentBox: language[audit: .boxAndDiscipline]
        }
      return "- \"\(rules[penalty.first].text[language])\", "
        + "\"\(rules[penalty.second].text[language])\": \(why); "
        + "\(language[audit: .hitByBoth]): \(count(penalty.people))"
    }.joined(separator: "\n")
  }

  private func pairs(_ audit: PolicyAudit) -> String {
    let findings = audit.groupings.filter { $0.grouping.columns.count == 2 }
      .flatMap { grouping in grouping.groups.map { (grouping.grouping, $0) } }
      .compactMap { pair in pair.1.access.ratio.map { (pair.0, pair.1, $0) } }
      .enumerated()
      .sorted { $0.element.2 == $1.element.2 ? $0.offset < $1.offset : $0.element.2 < $1.element.2 }
    let rows = findings.prefix(Self.pairsShown).map { place in
      [
        name(place.element.0, place.element.1), count(place.element.1.access.people),
        percent(place.element.1.access.rate), decimal(place.element.2),
      ]
    }
    return "\(language[audit: .lowestPairs]):\n\n"
      + table(
        [
          language[audit: .group], language[audit: .people], language[audit: .rate],
          language[audit: .ratio],
        ], rows)
  }

  private var notes: [String] {
    var lines = [
      language[audit: .censusNote], language[audit: .differencesNote],
      language[audit: .fourFifthsNote],
      language[audit: .postsNote], language[audit: .rulesNote], language[audit: .burdenNote],
      language[audit: .commuteNote], language[audit: .loadNote],
    ]
    if audits.contains(where: { !$0.policy.levers.exceptions.isEmpty }) {
      lines.append(language[audit: .exceptionsNote])
    }
    if let error = plan.raterError {
      lines.append(
        "\(language[audit: .boundaryNote]): \(numbers.percent(error.moveChance, decimals: 0)) (J); "
          + "\(numbers.number(Double(error.redraws), decimals: 0)) ×.")
    }
    lines += [
      "\(language[audit: .suppressedNote]) \(plan.smallestGroup).", language[audit: .districtNote],
      language[.simulationOnly],
    ]
    return [
      "## \(language[audit: .headingNotes])", lines.map { "- \($0)" }.joined(separator: "\n"),
    ]
  }

  private func shownGroups(_ grouping: GroupingAudit) -> [GroupFinding] {
    grouping.groups.count <= Self.longest ? grouping.groups : []
  }

  private func name(_ grouping: StaffGrouping, _ finding: GroupFinding) -> String {
    let group = zip(grouping.columns, finding.access.group).map { column, value in
      value.map { column.valueText($0, language) } ?? language[audit: .unknown]
    }.joined(separator: " + ")
    return "\(grouping.name): \(group)"
  }

  private func count(_ count: Int?) -> String {
    count.map { numbers.number(Double($0), decimals: 0) } ?? language[audit: .notShown]
  }

  private func percent(_ share: Double?) -> String {
    share.map { numbers.percent($0) } ?? language[audit: .notShown]
  }

  private func points(_ share: Double?) -> String {
    share.map { numbers.number($0 * 100, decimals: 1) } ?? NumberText.undefined
  }

  private func decimal(_ value: Double?) -> String {
    value.map { numbers.number($0, decimals: 2) } ?? NumberText.undefined
  }

  private func flips(_ boundary: BoundaryFairness?) -> String {
    boundary.map {
      "\(numbers.percent($0.flips)) ± \(numbers.percent($0.standardError, decimals: 2))"
    } ?? NumberText.undefined
  }

  private func range(_ boundary: BoundaryFairness?) -> String {
    boundary.map {
      "\(numbers.percent($0.rates.lowerBound)) … \(numbers.percent($0.rates.upperBound))"
    } ?? NumberText.undefined
  }

  private func table(_ header: [String], _ rows: [[String]]) -> String {
    guard !rows.isEmpty else { return NumberText.undefined }
    let lines = [header, header.map { _ in "---" }] + rows
    return lines.map { line in
      "| " + line.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }.joined(separator: "\n")
  }
}

/// Counts of people as reports may show them.
enum CountText {
  /// The count, or nil where it is small but not zero.
  static func shown(_ count: Int, _ smallest: Int) -> Int? {
    count > 0 && count < smallest ? nil : count
  }
}
