public import Exploration
public import HybridWork
import Simulation
import Statistics

/// A search for days, for reading.
public struct OptimizationText: Sendable {
  private let result: OptimizationResult
  private let language: Language
  private static let unitsShown = 10

  /// Lays out a result.
  public init(_ result: OptimizationResult, language: Language) {
    self.result = result
    self.language = language
  }

  private var numbers: NumberText { NumberText(language: language) }
  private var first: Outcome { result.settings.objectives[0] }

  /// The text for a terminal of a width in characters.
  public func terminalText(width: Int) -> String {
    parts.map { part in
      switch part {
      case .heading(let text), .line(let text):
        TerminalTable.wrapped(text, width).joined(separator: "\n")
      case .table(let table): table.lines(width: width).joined(separator: "\n")
      }
    }.joined(separator: "\n\n")
  }

  /// The text as Markdown, every unit shown.
  public var markdown: String {
    let title = "# \(result.study.header.title[language].markdownEscaped)"
    let texts = parts.map { part -> String in
      switch part {
      case .heading(let text): return "## \(text.markdownEscaped)"
      case .line(let text): return text.markdownEscaped
      case .table(let table): return table.markdown
      }
    }
    return ([title] + texts).joined(separator: "\n\n") + "\n"
  }

  private enum Part {
    case heading(String)
    case line(String)
    case table(TerminalTable)
  }

  private var parts: [Part] {
    [.heading(heading), .line(question), .table(front), .line(kneeText)] + together + chosen
      + remedies
      + [.heading(word(.prices)), .table(prices), .line(hiddenText)]
      + [word(.noteFront), word(.notePrices), language[.simulationOnly]].map(Part.line)
  }

  private func word(_ phrase: OptimizationPhrase) -> String { phrase.text[language] }

  private var heading: String {
    "\(word(.title)): \(result.study.header.title[language])"
  }

  private var question: String {
    let settings = result.settings
    let promise = settings.promise
    let least = numbers.percent(promise.least, decimals: 0)
    let objectives = settings.objectives.map { $0.text[language] }.joined(separator: "; ")
    let days =
      language == .indonesian
      ? "pada \(numbers.percent(promise.shareOfDays)) hari di "
        + "\(numbers.percent(promise.shareOfWorlds, decimals: 0)) dunia"
      : "on \(numbers.percent(promise.shareOfDays)) of days in "
        + "\(numbers.percent(promise.shareOfWorlds, decimals: 0)) of worlds"
    return "\(word(.keptFrom)) \"\(result.template.title[language])\" (\(result.template.id)). "
      + "\(word(.maximised)): \(objectives). "
      + "\(word(promise.isOfBaseline ? .promiseOfToday : .promise)) \(least), \(days); "
      + "\(word(.fairness)) \(numbers.percent(settings.fairness, decimals: 0)); "
      + "\(settings.leastDays)–\(settings.mostDays) \(word(.days)), \(word(scope.by)), "
      + "\(word(kinds))."
  }

  private var scope: (by: OptimizationPhrase, names: OptimizationPhrase) {
    switch result.settings.assigneeKind {
    case .unit: (.byUnit, .units)
    case .position: (.byPosition, .positions)
    case .positionKind: (.byPositionKind, .positionKinds)
    }
  }

  private var kinds: OptimizationPhrase {
    let kinds = result.settings.dayKinds
    return kinds.count == 2
      ? .weekdaysOrChosen : kinds.contains(.weekdays) ? .onlyWeekdays : .onlyChosen
  }

  /// What positions do to each other that the program does not see, where it can be seen.
  private var together: [Part] {
    let values = OutcomeValueText(outcome: first, language: language)
    let told = result.points.filter { point in
      abs(point.gainTogether - point.gainSeen) > 0.001 * abs(point.gainSeen)
    }
    guard !told.isEmpty else { return [] }
    let sign = first.direction == .minimise ? -1.0 : 1
    let texts = told.map { point in
      "\(promised(point)): \(values.change(sign * point.gainSeen)) → "
        + "\(values.change(sign * point.gainTogether))"
    }
    return [.line("\(word(.together)) \(texts.joined(separator: "; ")).")]
  }

  private var front: TerminalTable {
    let outcomes = frontOutcomes
    return TerminalTable(
      header: [word(.promisedDays), word(.state)] + outcomes.map { $0.text[language] }
        + [word(.dayRatio), word(.gap), word(.rounds)],
      rows: result.points.map { point in
        [promised(point), state(point)] + outcomes.map { change($0, point) }
          + [
            numbers.number(point.dayRatio, decimals: 2),
            numbers.percent(point.gap, decimals: 2), "\(point.rounds)",
          ]
      })
  }

  private var frontOutcomes: [Outcome] {
    let usual: [Outcome] = [
      .budgetNetRupiah, .flexibleDaysPerWeek, .outputChange, .coverage, .p90WaitMinutes,
      .lostCitizens,
    ]
    return (usual.contains(first) ? [] : [first]) + usual
  }

  private func promised(_ point: FrontPoint) -> String {
    let share = numbers.percent(point.shareOfDays, decimals: point.shareOfDays == 0 ? 0 : 1)
    return point.shareOfDays == result.settings.promise.shareOfDays
      ? "\(share) (\(word(.asked)))" : share
  }

  private func state(_ point: FrontPoint) -> String {
    switch point.outcome {
    case .accepted: word(.accepted)
    case .infeasible: word(.infeasible)
    case .notAccepted: word(.notAccepted)
    }
  }

  private func change(_ outcome: Outcome, _ point: FrontPoint) -> String {
    guard let scenario = point.scenario,
      let found = result.result?.comparison(OutcomeKey(outcome), scenario: scenario)
    else { return NumberText.undefined }
    let text = OutcomeValueText(outcome: outcome, language: language)
    let difference = found.difference
    return numbers.ranged(difference.mean, difference.p05, difference.p95, text.change)
  }

  /// The knee and what the promise costs on either side of it.
  private var kneeText: String {
    guard let knee = result.knee else { return word(.noKnee) }
    let text = OutcomeValueText(outcome: first, language: language)
    let found = result.points.indices.filter { result.points[$0].scenario != nil }
    func cost(from place: Int, to next: Int) -> String {
      let points = (result.points[place], result.points[next])
      let loss = result.gain(first, at: points.0) - result.gain(first, at: points.1)
      let width = (points.1.shareOfDays - points.0.shareOfDays) * 100
      return text.level(loss / width)
    }
    let share = numbers.percent(result.points[knee].shareOfDays)
    let place = found.firstIndex(of: knee) ?? 0
    let before = place > 0 ? cost(from: found[place - 1], to: knee) : NumberText.undefined
    let after =
      place + 1 < found.count ? cost(from: knee, to: found[place + 1]) : NumberText.undefined
    return language == .indonesian
      ? "\(word(.knee)): janji pada \(share) hari. Sebelum titik ini satu poin persentase janji "
        + "memakan \(before); sesudahnya \(after)."
      : "\(word(.knee)): a promise on \(share) of days. Before it one percentage point of the "
        + "promise costs \(before); beyond it \(after)."
  }

  private var chosen: [Part] {
    guard let asked = result.asked, let assignment = asked.assignment else { return [] }
    let rows = assignment.groups.map { group in
      let option = group.option
      return [
        option.split, days(option),
        option.isNone
          ? NumberText.undefined : word(option.keepsServersIn ? .serversStay : .serversToo),
        option.isNone
          ? NumberText.undefined
          : option.shareAway.map { numbers.percent($0, decimals: 0) } ?? word(.noCap),
        "\(group.names.count)", group.names.joined(separator: ", "),
      ]
    }
    let table = TerminalTable(
      header: [
        word(.split), word(.weekdays), word(.servers), word(.cap), "n", word(scope.names),
      ], rows: rows)
    let share = numbers.percent(asked.shareOfDays)
    return [
      .heading("\(word(.chosen)) \(share)"), .table(table), .line(word(.noteChosen)),
    ]
  }

  private func days(_ option: DayOption) -> String {
    switch option.days {
    case .fixed([]): word(.nobodyAway)
    case .fixed(let weekdays):
      weekdays.sorted().map { $0.text[language] }.joined(separator: ", ")
    case .chosen: word(.chosenByStaff)
    }
  }

  private var remedies: [Part] {
    guard case .infeasible(let remedies)? = result.asked?.outcome else { return [] }
    guard !remedies.isEmpty else { return [.line(word(.contradiction))] }
    let lines = remedies.flatMap { remedy in
      zip(remedy.services, remedy.attainableShares).map { service, attainable -> Part in
        let clerks = (remedy.clerks ?? []).filter { $0.service == service }.map {
          "\($0.people) \(word(.moreClerks)) \($0.weekday.text[language])"
        }
        let cure = remedy.clerks == nil ? word(.noRemedy) : clerks.joined(separator: ", ")
        return .line(
          "\(result.study.services[service].title[language]): \(cure); "
            + "\(word(.attainable)) \(numbers.percent(attainable)) "
            + (language == .indonesian ? "hari." : "of days."))
      }
    }
    return [.heading(word(.remedy))] + lines
  }

  /// The units with the largest gain of a first day.
  private var prices: TerminalTable {
    let shown = result.prices.filter { !$0.steps.isEmpty }
    let ordered = shown.indices.sorted { left, right in
      let gains = [left, right].map { gain(shown[$0], 0) }
      return gains[0] == gains[1] ? left < right : gains[0] > gains[1]
    }
    let told: [Outcome] = [first] + [.outputChange, .p90WaitMinutes].filter { $0 != first }
    return TerminalTable(
      header: [word(.units), word(.order)]
        + told.map { "\($0.text[language]): \(word(.perDay))" } + [word(.keeps)],
      rows: ordered.prefix(Self.unitsShown).map { place in
        let price = shown[place]
        return [
          price.unit,
          (price.steps.last?.weekdays ?? []).map { String($0.text[language].prefix(3)) }
            .joined(separator: " "),
        ] + told.map { steps(price, $0) } + ["\(price.steps.prefix { $0.keepsPromise }.count)"]
      })
  }

  private func gain(_ price: DayPrice, _ step: Int) -> Double {
    let value = price.steps[step].changes[first] ?? .nan
    let signed = first.direction == .minimise ? -value : value
    return signed.isNaN ? -.infinity : signed
  }

  private func steps(_ price: DayPrice, _ outcome: Outcome) -> String {
    let text = OutcomeValueText(outcome: outcome, language: language)
    var before = 0.0
    return price.steps.map { step in
      let value = step.changes[outcome] ?? .nan
      defer { before = value }
      return text.change(value - before)
    }.joined(separator: "; ")
  }

  private var hiddenText: String {
    let hidden = result.prices.count { $0.steps.isEmpty }
    return "\(word(.moreInFile)) \(word(.hiddenUnits)) \(hidden)."
  }
}
