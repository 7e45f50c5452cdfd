public import Fairness
import Foundation
import HybridWork

/// The five tables of an audit, one line a group, or a group and a rule; columns never change.
///
/// An empty field is suppressed or not defined; the column `suppressed` tells which counts are.
public struct AuditFiles: Sendable {
  private let audits: [PolicyAudit]

  /// The tables of these audits, in their order.
  public init(_ audits: [PolicyAudit]) { self.audits = audits }

  /// `audit.csv`: counts, selection rate, difference, ratio and days in the office by group.
  public var access: String {
    var csv = CSVText(header: [
      "policy", "grouping", "group", "is_reference", "suppressed", "people", "eligible",
      "selection_rate", "difference", "ratio", "below_four_fifths", "office_days_per_week",
      "counter_days_per_week", "commute_hours_per_week",
    ])
    for audit in audits {
      let rate = audit.eligible.map { Double($0) / Double(audit.people) }
      csv.add(
        [
          audit.policy.id, "all", "all", "false", audit.eligible == nil ? "eligible" : "",
          String(audit.people), Self.count(audit.eligible), Self.number(rate), "", "", "",
          Self.number(audit.burden?.mean), "", Self.rounded(audit.commute?.mean),
        ])
      for grouping in audit.groupings {
        for finding in grouping.groups {
          csv.add([audit.policy.id, grouping.grouping.name] + Self.fields(finding))
        }
      }
    }
    return csv.text
  }

  private static func fields(_ finding: GroupFinding) -> [String] {
    let access = finding.access
    let suppressed =
      access.people == nil ? "people and eligible" : (access.eligible == nil ? "eligible" : "")
    return [
      name(access.group), String(access.isReference), suppressed, count(access.people),
      count(access.people == nil ? nil : access.eligible), number(access.rate),
      number(access.difference), number(access.ratio),
      access.isBelowFourFifths.map(String.init) ?? "", number(finding.burden?.officeDays),
      rounded(finding.burden?.counterDays), rounded(finding.burden?.commuteHours),
    ]
  }

  /// `audit-burden.csv`: how the burden of those who stay is spread, one line a burden.
  public var burden: String {
    var csv = CSVText(header: ["policy", "burden", "unit", "mean", "gini", "theil"])
    for audit in audits {
      csv.add([audit.policy.id, "office_days", "days a week"] + Self.fields(audit.burden))
      csv.add([audit.policy.id, "commute_hours", "hours a week"] + Self.fields(audit.commute))
      let load = audit.counterLoad
      csv.add([
        audit.policy.id, "extra_counter_days", "days a week", Self.rounded(load?.extraDays),
        Self.rounded(load?.gini, 3), Self.rounded(load?.theil, 4),
      ])
    }
    return csv.text
  }

  private static func fields(_ spread: BurdenSpread?) -> [String] {
    [rounded(spread?.mean), rounded(spread?.gini, 3), rounded(spread?.theil, 4)]
  }

  /// Few decimals: a mean written out in full could be turned back into counts.
  private static func rounded(_ value: Double?, _ decimals: Int = 2) -> String {
    value.map { $0.isNaN ? "" : String(format: "%.\(decimals)f", $0) } ?? ""
  }

  /// `audit-decomposition.csv`: the gap over shared posts, its two parts, and who stands apart.
  public func decomposition(smallestGroup: Int) -> String {
    var csv = CSVText(header: [
      "policy", "grouping", "group", "reference", "shared_posts", "gap_in_shared_posts",
      "goes_with_posts", "within_posts", "people_without_counterpart",
      "reference_people_without_counterpart",
    ])
    eachGroup { audit, grouping, finding, reference in
      guard let posts = finding.posts else { return }
      let apart = posts.apart(smallestGroup: smallestGroup)
      csv.add(
        [
          audit.policy.id, grouping.name, Self.name(finding.access.group), reference,
          String(posts.sharedPosts), Self.number(posts.gap), Self.number(posts.byPosts),
          Self.number(posts.withinPosts), String(apart.group), String(apart.reference),
        ])
    }
    return csv.text
  }

  /// `audit-rules.csv`: each rule's part of each gap, the cheapest change, and double penalties.
  public func rules(smallestGroup: Int) -> String {
    var csv = CSVText(header: [
      "policy", "kind", "grouping", "group", "reference", "rule", "second_rule", "detail",
      "value", "people", "ratio_after",
    ])
    eachGroup { audit, grouping, finding, reference in
      let place = [grouping.name, Self.name(finding.access.group), reference]
      let rules = audit.policy.levers.eligibility
      for part in finding.rules {
        csv.add(
          [audit.policy.id, "part_of_gap"] + place
            + [
              part.rule.map { rules[$0].id } ?? "", "", part.rule == nil ? "exceptions" : "",
              Self.number(part.share), "", "",
            ])
      }
      if let change = finding.change {
        let isSmall = change.admitted < smallestGroup
        csv.add(
          [audit.policy.id, "cheapest_change"] + place + [rules[change.rule].id, ""]
            + Self.detail(change)
            + [
              isSmall ? "" : String(change.admitted), isSmall ? "" : Self.number(change.ratio),
            ])
      }
    }
    for audit in audits {
      let rules = audit.policy.levers.eligibility
      for penalty in audit.doublePenalties {
        csv.add([
          audit.policy.id, "double_penalty", "", "", "", rules[penalty.first].id,
          rules[penalty.second].id, Self.detail(penalty.link), "", Self.count(penalty.people), "",
        ])
      }
    }
    return csv.text
  }

  private static func detail(_ change: RuleChange) -> [String] {
    switch change.kind {
    case .dropped: ["dropped", ""]
    case .moved(let column, let value): [column.rawValue, CSVText.number(value)]
    }
  }

  private static func detail(_ link: DoublePenalty.Link) -> String {
    switch link {
    case .sameColumns(let columns): columns.map(\.rawValue).joined(separator: " ")
    case .disciplineInTalentBox: "discipline in talent_box (declared)"
    }
  }

  /// `audit-boundary.csv`: what rater error does to eligibility, by group.
  public var boundary: String {
    var csv = CSVText(header: [
      "policy", "grouping", "group", "flip_share", "monte_carlo_error", "lose_share",
      "gain_share", "selection_rate_p5", "selection_rate_p95",
    ])
    eachGroup { audit, grouping, finding, _ in
      guard let boundary = finding.boundary else { return }
      csv.add([
        audit.policy.id, grouping.name, Self.name(finding.access.group),
        CSVText.number(boundary.flips), CSVText.number(boundary.standardError),
        CSVText.number(boundary.loses), CSVText.number(boundary.gains),
        CSVText.number(boundary.rates.lowerBound), CSVText.number(boundary.rates.upperBound),
      ])
    }
    return csv.text
  }

  private func eachGroup(
    _ body: (PolicyAudit, StaffGrouping, GroupFinding, String) -> Void
  ) {
    for audit in audits {
      for grouping in audit.groupings {
        let reference = grouping.groups.first(where: \.access.isReference)
        let name = reference.map { Self.name($0.access.group) } ?? ""
        for finding in grouping.groups { body(audit, grouping.grouping, finding, name) }
      }
    }
  }

  private static func name(_ group: [String?]) -> String {
    group.map { $0 ?? "unknown" }.joined(separator: " + ")
  }

  private static func count(_ count: Int?) -> String { count.map { String($0) } ?? "" }

  private static func number(_ value: Double?) -> String { value.map(CSVText.number) ?? "" }
}
