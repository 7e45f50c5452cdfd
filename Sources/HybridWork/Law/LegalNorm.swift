/// One provision of law that limits flexible work, with the article that says so.
public struct LegalNorm: Hashable, Sendable {
  /// What the provision forbids.
  public enum Content: Hashable, Sendable {
    /// More flexible days a week than this, unless the norm gives way to special circumstances that
    /// the policy invokes.
    case mostFlexibleDaysPerWeek(Int, yieldsToSpecialCircumstances: Bool)
    /// That anyone who meets the condition works away.
    case excludes(Condition)
  }

  /// The norm's identifier.
  public let id: String
  /// The norm in plain words.
  public let text: Bilingual
  /// The article.
  public let article: String
  /// First day in force.
  public let inForce: WorkDate
  /// Last day in force, or nil while it holds.
  public let until: WorkDate?
  /// What is forbidden.
  public let content: Content
  /// Where the wording of the norm was found.
  public let provenance: Provenance

  /// A norm in force from a date on.
  public init(
    id: String, text: Bilingual, article: String, inForce: WorkDate, until: WorkDate?,
    content: Content, provenance: Provenance
  ) {
    self.id = id
    self.text = text
    self.article = article
    self.inForce = inForce
    self.until = until
    self.content = content
    self.provenance = provenance
  }
}

/// Whether a policy keeps to the law in force on its date: information, not a refusal.
public struct LegalStatus: Hashable, Sendable {
  /// A norm that a policy goes beyond.
  public struct Finding: Hashable, Sendable {
    /// The norm.
    public let norm: LegalNorm
    /// Days a week allowed by the policy, or eligible people whom the norm excludes.
    public let found: Int
  }

  /// The date the law is read at.
  public let date: WorkDate
  /// Norms in force on that date.
  public let normsInForce: [LegalNorm]
  /// Norms the policy goes beyond.
  public let findings: [Finding]

  /// The special circumstances the policy needed to invoke, or nil.
  public let specialCircumstances: String?

  /// Whether the policy keeps to every norm in force.
  public var conforms: Bool { findings.isEmpty }

  /// Checks a policy against the norms in force when it applies to a study's calendar.
  ///
  /// The date is the later of the policy's first day and the calendar's. A norm that excludes
  /// people is checked on the register: the finding counts eligible people it excludes.
  public init(
    policy: Policy, decisions: EligibilityDecisions, population: Population,
    calendarStart: WorkDate, norms: [LegalNorm]
  ) {
    let date = policy.assessmentDay(calendarStart: calendarStart)
    let inForce = norms.filter { $0.inForce <= date && date <= ($0.until ?? date) }
    self.date = date
    self.normsInForce = inForce
    let needsThem = inForce.contains { norm in
      guard case .mostFlexibleDaysPerWeek(let limit, true) = norm.content else { return false }
      return policy.levers.schedule.mostFlexibleDaysPerWeek > limit
    }
    self.specialCircumstances = needsThem ? policy.specialCircumstances : nil
    guard policy.levers.schedule.offersFlexibleDays else {
      self.findings = []
      return
    }
    self.findings = inForce.compactMap { norm in
      switch norm.content {
      case .mostFlexibleDaysPerWeek(let limit, let yields):
        let days = policy.levers.schedule.mostFlexibleDaysPerWeek
        guard days > limit, !(yields && policy.specialCircumstances != nil) else { return nil }
        return Finding(norm: norm, found: days)
      case .excludes(let condition):
        let answers = condition.assess(population, on: date)
        let found = answers.indices.count {
          answers[$0] == .passes && decisions.isEligible($0)
        }
        return found > 0 ? Finding(norm: norm, found: found) : nil
      }
    }
  }
}
