import HybridWork

/// A policy's file as far as it could be read.
struct PolicyFile {
  /// A rule and its place in the file.
  struct PlacedRule {
    let rule: EligibilityRule
    let place: YAMLValue
  }

  /// The file's name without its ending.
  let id: String
  /// The header and levers; nil if something in the file is wrong.
  let policy: (header: PolicyHeader, difference: PolicyDifference)?
  /// The rules that could be read.
  let rules: [PlacedRule]
  /// The services that safeguards name, each where the safeguards stand.
  let safeguardServices: [(name: String, place: YAMLValue)]
  /// The exceptions that could be read.
  let exceptions: [ExceptionReader.Placed]
  /// The schedule's parts that only a study can check.
  let schedule: ScheduleReader
  /// The levers a baseline must state that the file does not mention.
  let leversABaselineLacks: [String]

  /// Reads a policy; nil if the file cannot be opened or is not well-formed.
  static func load(_ input: InputFile, id: String, log: DiagnosticLog) -> PolicyFile? {
    YAMLFile.read(path: input.path, name: input.name, log: log) { PolicyFile($0, id: id) }
  }

  /// Policies put on top of each other, such as `split-4-1+rapat-daring`; nil if one is wrong or two
  /// set the same lever differently, which is reported at `place`.
  ///
  /// The later of the first days and the earlier of the last ones count.
  static func stacked(_ files: [PolicyFile], id: String, at place: YAMLValue) -> PolicyFile? {
    guard let first = files.first, let policy = first.policy else { return nil }
    var (header, difference) = policy
    for file in files.dropFirst() {
      guard let (top, added) = file.policy else { return nil }
      let (joined, conflicts) = difference.stacked(with: added)
      guard conflicts.isEmpty else {
        place.complain(.policy(.stackedDiffer(id, levers: conflicts)))
        return nil
      }
      difference = joined
      guard let both = header.stacked(with: top, id: id) else {
        place.complain(.policy(.stackedNeverTogether(id)))
        return nil
      }
      header = both
    }
    return PolicyFile(files, id: id, policy: (header, difference))
  }

  private init(
    _ files: [PolicyFile], id: String, policy: (header: PolicyHeader, difference: PolicyDifference)
  ) {
    self.id = id
    self.policy = policy
    rules = files.flatMap(\.rules)
    safeguardServices = files.flatMap(\.safeguardServices)
    exceptions = files.flatMap(\.exceptions)
    schedule = files.first { $0.policy?.difference.schedule != nil }?.schedule ?? files[0].schedule
    leversABaselineLacks = policy.difference.leversABaselineLacks
  }

  private init(_ keys: YAMLMapping, id: String) {
    self.id = id
    leversABaselineLacks = ["schedule", "take_up", "allowances"].filter { !keys.has($0) }
    let header = Self.header(keys, id: id)
    var rules = Rules(reference: keys.optional("reference").flatMap { $0.isMapping ? nil : $0 })
    var difference = PolicyDifference()
    var isSound = header != nil

    func lever<Value>(_ key: String, _ read: (YAMLValue) -> Value?) -> Value? {
      guard let value = keys.optional(key) else { return nil }
      let lever = read(value)
      if lever == nil { isSound = false }
      return lever
    }
    difference.eligibility = lever("eligibility") { rules.read($0) }
    var exceptions = ExceptionReader(reference: rules.reference, seen: rules.seen)
    difference.exceptions = lever("exceptions") { exceptions.read($0) }
    var schedule = ScheduleReader()
    difference.schedule = lever("schedule") { schedule.read($0) }
    let takeUp = lever("take_up") { $0.takeUp() }
    difference.takeUp = takeUp?.takeUp
    difference.takeUpOdds = takeUp?.odds ?? []
    difference.cap = lever("cap") { $0.cap() }
    difference.allowances = lever("allowances") { $0.allowances() }
    difference.provision = lever("provision") { $0.provision() }
    difference.meetingsOnlineShare = lever("meetings") { $0.meetingsOnlineShare() }
    difference.evaluation = lever("evaluation") { $0.evaluation() }
    difference.safeguards = lever("safeguards") { $0.safeguards() }
    difference.guarantee = lever("guarantee") { $0.guarantee() }
    let place = keys.optional("safeguards")
    safeguardServices = (difference.safeguards ?? []).flatMap { safeguard in
      (safeguard.services ?? []).compactMap { name in place.map { (name, $0) } }
    }
    difference.sickness = lever("sickness") { $0.sicknessRule() }
    if let header, !schedule.fits(from: header.inForce, until: header.until) { isSound = false }
    self.schedule = schedule
    self.rules = rules.placed
    self.exceptions = exceptions.placed
    policy = isSound ? header.map { ($0, difference) } : nil
  }

  private static func header(_ keys: YAMLMapping, id: String) -> PolicyHeader? {
    let title = keys.required("title")?.bilingual()
    let institution = keys.required("institution")?.text()
    let reference = keys.required("reference")?.text()
    let period = keys.period(from: "in_force", through: "until")
    let circumstances = keys.optional("special_circumstances")
    let declaredBy = circumstances?.text()
    guard let title, let institution, let reference, let period,
      (circumstances == nil) == (declaredBy == nil)
    else { return nil }
    return PolicyHeader(
      id: id, title: title, institution: institution, reference: reference,
      inForce: period.from, until: period.through, specialCircumstances: declaredBy)
  }
}

/// Reads the rules of one policy.
private struct Rules {
  /// The reference of rules that have none of their own.
  let reference: String
  var placed: [PolicyFile.PlacedRule] = []
  private(set) var seen = SeenNames(.definitions)

  init(reference: YAMLValue?) {
    // The header complains of a reference that is no text.
    if case .scalar(let text, _)? = reference?.node.content {
      self.reference = text
    } else {
      self.reference = ""
    }
  }

  mutating func read(_ value: YAMLValue) -> [EligibilityRule]? {
    if value.isNone { return [] }
    guard let entries = value.list() else { return nil }
    for entry in entries {
      guard let rule = entry.mapping({ rule($0) }) else { continue }
      placed.append(PolicyFile.PlacedRule(rule: rule, place: entry))
    }
    guard entries.count <= EligibilityDecisions.ruleLimit else {
      value.complain(
        .policy(.tooManyRules(count: entries.count, limit: EligibilityDecisions.ruleLimit)))
      return nil
    }
    return placed.count == entries.count ? placed.map(\.rule) : nil
  }

  private mutating func rule(_ keys: YAMLMapping) -> EligibilityRule? {
    let place = keys.required("rule")
    let name = place?.text()
    let text = keys.required("text")?.bilingual()
    let own = keys.optional("reference").map { $0.text() }
    let condition = keys.required("where")?.condition()
    let unassessed = keys.required("unassessed")?
      .choice(EligibilityRule.UnassessedTreatment.self)
    let period = keys.openPeriod(from: "in_force", through: "until")
    var isNew = false
    if let name, let place { isNew = seen.isNew(name, at: place) }
    guard let name, isNew, let text, let reference = own ?? reference, let condition,
      let unassessed, let period
    else { return nil }
    var rule = EligibilityRule(
      id: name, text: text, reference: reference, condition: condition, unassessed: unassessed)
    rule.inForce = period.from
    rule.until = period.through
    return rule
  }
}
