public import Exploration
public import HybridWork
import Simulation

/// Alarms of guardrails, for reading and as a tidy table.
public struct TriggerText: Sendable {
  private let result: TriggerResult
  private let language: Language

  /// Lays out a result.
  public init(_ result: TriggerResult, language: Language) {
    self.result = result
    self.language = language
  }

  private func choose(_ indonesian: String, _ english: String) -> String {
    Bilingual(id: indonesian, en: english)[language]
  }

  private var numbers: NumberText { NumberText(language: language) }

  /// The text for a terminal of a width in characters: one table for each state.
  public func terminalText(width: Int) -> String {
    let title = choose("Pengaman mingguan untuk", "Weekly guardrails for")
    let rules = result.triggers.map { "\($0.id): \(words($0))" }
    let tables = result.states.indices.flatMap { state in
      [heading(state), table(state).lines(width: width).joined(separator: "\n")]
    }
    let parts =
      ["\(title) \"\(result.policy.title[language])\" (\(result.policy.id))"] + rules + tables
      + [reading, notes]
    return parts.map { part in
      part.contains("\n") ? part : TerminalTable.wrapped(part, width).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// `triggers.csv`: one line a state, trigger and number of weeks.
  public var csv: String {
    var csv = CSVText(header: [
      "state", "value", "trigger", "outcome", "service", "side", "limit", "weeks_running",
      "within_weeks", "alarm_share", "calendars",
    ])
    for state in result.states {
      let (name, value) = Self.name(state.worse)
      for number in state.alarms.indices {
        let head = [name, value] + ruleFields(number)
        for weeks in result.horizons {
          let share = state.share(trigger: number, within: weeks)
          let own = ["\(weeks)", CSVText.number(share), "\(state.alarms[number].count)"]
          csv.add(head + own)
        }
      }
    }
    return csv.text
  }

  private func ruleFields(_ number: Int) -> [String] {
    guard number < result.triggers.count else { return ["any", "", "", "", "", ""] }
    let rule = result.triggers[number]
    return [
      rule.id, rule.outcome.rawValue, rule.service ?? "",
      rule.side == .above ? "above" : "below", CSVText.number(rule.limit), "\(rule.weeks)",
    ]
  }

  private static func name(_ worse: Worsening?) -> (String, String) {
    switch worse {
    case nil: ("assumed", "")
    case .test(let test): (test.id, "")
    case .assumption(let id, let value): (id.rawValue, CSVText.number(value))
    }
  }

  private func words(_ trigger: Trigger) -> String {
    let value = OutcomeValueText(outcome: trigger.outcome, language: language)
      .level(trigger.limit)
    let side = trigger.side == .above ? choose("di atas", "above") : choose("di bawah", "below")
    let place = trigger.service.map { choose(" di ", " at ") + $0 } ?? ""
    let measure = "\(trigger.outcome.text[language])\(place)"
    return choose(
      "hentikan bila \(measure) \(side) \(value), \(trigger.weeks) minggu berturut-turut",
      "stop if \(measure) is \(side) \(value), \(trigger.weeks) week(s) running")
  }

  private func heading(_ state: Int) -> String {
    switch result.states[state].worse {
    case nil:
      choose(
        "Seperti diasumsikan: alarm palsu dalam …", "As assumed: false alarms within …")
    case .test(let test):
      choose("Memburuk: ", "Worse: ") + test.title[language]
        + choose("; alarm dalam …", "; alarms within …")
    case .assumption(let id, let value):
      choose("Memburuk: ", "Worse: ")
        + "\(id.text[language]) = \(numbers.number(value, decimals: 3))"
        + choose("; alarm dalam …", "; alarms within …")
    }
  }

  private func table(_ state: Int) -> TerminalTable {
    let state = result.states[state]
    return TerminalTable(
      header: [choose("Pengaman", "Guardrail")]
        + result.horizons.map { "\($0) " + choose("minggu", "weeks") }
        + [choose("Minggu tengah", "Median week")]
        + (state.worse == nil ? [] : [choose("Terlewat", "Missed")]),
      rows: state.alarms.indices.map { row(state, trigger: $0) })
  }

  private func row(_ state: TriggerResult.State, trigger: Int) -> [String] {
    let isAny = trigger == result.triggers.count
    var cells = [isAny ? choose("semua", "any") : result.triggers[trigger].id]
    cells += result.horizons.map { numbers.percent(state.share(trigger: trigger, within: $0)) }
    cells.append(state.medianWeek(trigger: trigger).map(String.init) ?? NumberText.undefined)
    if state.worse != nil {
      cells.append(numbers.percent(1 - state.share(trigger: trigger, within: result.weeks)))
    }
    return cells
  }

  /// One sentence: what all guardrails together do within a quarter.
  private var reading: String {
    let weeks = result.horizons.last { $0 <= 13 } ?? result.weeks
    let any = result.triggers.count
    let alarm = numbers.percent(result.states[0].share(trigger: any, within: weeks))
    let misses = result.states.dropFirst().map { state in
      numbers.percent(1 - state.share(trigger: any, within: weeks))
    }
    let stopped = choose(
      "Dalam \(weeks) minggu kebijakan yang berjalan seperti diasumsikan dihentikan tanpa sebab "
        + "dengan peluang \(alarm)",
      "Within \(weeks) weeks a policy that runs as assumed is stopped for nothing with probability "
        + alarm)
    guard !misses.isEmpty else { return stopped + "." }
    let missed = misses.joined(separator: "; ")
    let unnoticed = choose(
      "; keadaan buruk tidak ketahuan dengan peluang \(missed).",
      "; what is worse goes unnoticed with probability \(missed).")
    return stopped + unnoticed
  }

  private var notes: String {
    let count = result.states[0].alarms.last?.count ?? 0
    return choose(
      "\(count) kalender dari \(result.weeks) minggu penuh. Peluang mencakup dunia yang asumsinya "
        + "memang buruk: alarm di dunia seperti itu dihitung palsu juga. Tiap minggu disimulasikan "
        + "sendiri: absensi yang berlanjut dimulai lagi setiap Senin.",
      "\(count) calendars of \(result.weeks) whole weeks. Probabilities include worlds whose "
        + "assumptions are bad by themselves: an alarm there counts as false too. Each week is "
        + "simulated on its own: spells of absence begin anew each Monday.")
      + "\n" + language[.simulationOnly]
  }
}
