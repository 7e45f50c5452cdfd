import HybridWork

extension YAMLMapping {
  /// Where the numbers of this mapping come from: its keys `source`, `date` and `confidence`.
  ///
  /// `date` may be left out where there is a fallback for it.
  func provenance(datedElse fallback: WorkDate? = nil) -> Provenance? {
    let source = required("source")?.text()
    let dated = fallback == nil ? required("date") : optional("date")
    let date = dated.map { $0.date() } ?? fallback
    let confidence = required("confidence")?.choice(Confidence.self)
    guard let source, let date, let confidence else { return nil }
    return Provenance(source: source, date: date, confidence: confidence)
  }

  /// The keys of a period: a first day, and a last one that must not lie before it.
  func period(from start: String, through end: String) -> (from: WorkDate, through: WorkDate?)? {
    let from = required(start)?.date()
    guard let last = optional(end) else { return from.map { ($0, nil) } }
    let through = last.date()
    guard let from, let through else { return nil }
    guard from <= through else {
      last.complain(.date(.endsBeforeStart(end: through, start: from)))
      return nil
    }
    return (from, through)
  }

  /// The keys of a period of which both ends may be left open; nil if one cannot be read.
  func openPeriod(from start: String, through end: String) -> (from: WorkDate?, through: WorkDate?)?
  {
    let (first, last) = (optional(start), optional(end))
    let (from, through) = (first?.date(), last?.date())
    guard (first == nil) == (from == nil), (last == nil) == (through == nil) else { return nil }
    if let from, let through, from > through {
      last?.complain(.date(.endsBeforeStart(end: through, start: from)))
      return nil
    }
    return (from, through)
  }
}

extension YAMLValue {
  /// Whether the value is the word `none`.
  var isNone: Bool {
    if case .scalar("none", _) = node.content { true } else { false }
  }

  /// Whether the value is a mapping, so that its reader can tell forms apart.
  var isMapping: Bool {
    if case .mapping = node.content { true } else { false }
  }

  /// The entries of a list, each read; nil if one of them cannot be.
  func each<Value>(mayBeEmpty: Bool = false, _ read: (YAMLValue) -> Value?) -> [Value]? {
    guard let entries = list(mayBeEmpty: mayBeEmpty) else { return nil }
    let values = entries.compactMap(read)
    return values.count == entries.count ? values : nil
  }

  /// A list of different days of a week, the working week unless another is given.
  func weekdays(of week: [Weekday] = Weekday.workingWeek) -> Set<Weekday>? {
    var seen = SeenNames(.references)
    return each { entry in
      entry.weekday(of: week).flatMap { seen.isNew($0.name, at: entry) ? $0 : nil }
    }.map(Set.init)
  }

  /// A day of a week, the working week unless another is given.
  func weekday(of week: [Weekday] = Weekday.workingWeek) -> Weekday? {
    guard let text = text() else { return nil }
    guard let weekday = Weekday(name: text) else {
      let allowed = week.map(\.name)
      complain(
        .name(
          .unknown(
            found: text, nearest: NearestName.find(text, in: allowed), allowed: allowed)))
      return nil
    }
    guard week.contains(weekday) else {
      complain(.study(.notAWorkingDay(text)))
      return nil
    }
    return weekday
  }
}
