import Foundation
import HybridWork
import Queueing

/// What a queue with constant load comes to.
struct QueueFigures {
  var probabilityOfWaiting: Double
  var meanWaitMinutes: Double
  var serviceLevel: Double
  var abandonment: Double
  var occupancy: Double
  /// Not known from a simulation.
  var serversRequired: Int?

  /// The figures by the names of the JSON keys.
  var named: [(key: String, label: Bilingual, value: Double)] {
    [
      (
        "probability_of_waiting",
        Bilingual(id: "Peluang menunggu", en: "Probability of waiting"), probabilityOfWaiting
      ),
      (
        "mean_wait_minutes",
        Bilingual(id: "Rata-rata menunggu (menit)", en: "Mean wait (minutes)"), meanWaitMinutes
      ),
      (
        "service_level",
        Bilingual(id: "Dilayani dalam target", en: "Served within the target"), serviceLevel
      ),
      (
        "abandonment", Bilingual(id: "Pergi tanpa dilayani", en: "Leave unserved"), abandonment
      ),
      ("occupancy", Bilingual(id: "Petugas sibuk", en: "Servers busy"), occupancy),
    ]
  }
}

/// The text that `luwes queue` prints.
enum QueueText {
  /// One object; the figures of days that begin empty under `solved_day` and `simulated`.
  static func json(
    _ figures: QueueFigures, days: (solved: QueueFigures, simulated: QueueFigures)?
  ) -> String {
    var lines = figures.named.map { "  \"\($0.key)\": \($0.value)" }
    if let required = figures.serversRequired {
      lines.append("  \"servers_required\": \(required)")
    }
    for (name, day) in [("solved_day", days?.solved), ("simulated", days?.simulated)] {
      guard let day else { continue }
      let inner = day.named.map { "    \"\($0.key)\": \($0.value)" }
      lines.append("  \"\(name)\": {\n\(inner.joined(separator: ",\n"))\n  }")
    }
    return "{\n\(lines.joined(separator: ",\n"))\n}"
  }

  /// A line for each figure.
  static func table(
    _ figures: QueueFigures, days: (solved: QueueFigures, simulated: QueueFigures)?,
    language: Language
  ) -> String {
    let steady = Bilingual(id: "rumus", en: "formula")[language]
    let solved = Bilingual(id: "hari", en: "day")[language]
    let simulated = Bilingual(id: "simulasi", en: "simulated")[language]
    var lines = [row("", days == nil ? [steady] : [steady, solved, simulated])]
    for (place, figure) in figures.named.enumerated() {
      let others = days.map { [$0.solved.named[place].value, $0.simulated.named[place].value] }
      lines.append(
        row(
          figure.label[language],
          ([figure.value] + (others ?? [])).map { number($0, language) }))
    }
    if let required = figures.serversRequired {
      let label = Bilingual(id: "Petugas yang diperlukan", en: "Servers required")
      lines.append(row(label[language], ["\(required)"]))
    }
    return lines.joined(separator: "\n")
  }

  private static func row(_ label: String, _ cells: [String]) -> String {
    let columns = cells.map { String(repeating: " ", count: max(0, 12 - $0.count)) + $0 }
    let padding = String(repeating: " ", count: max(0, 28 - label.count))
    return label + padding + columns.joined()
  }

  static func number(_ value: Double, _ language: Language) -> String {
    let text = String(format: "%.4f", value)
    return language == .indonesian ? text.replacingOccurrences(of: ".", with: ",") : text
  }
}

/// Why `luwes queue` refuses its numbers.
enum QueueComplaint: Error {
  /// An option's value is out of range.
  case option(String, found: String, expected: Bilingual)
  /// The servers cannot keep up and nobody leaves.
  case unstable(load: Double, servers: Int)
  /// More people arrive during one patience than can be reckoned with.
  case tooManyArrivals(Double)

  init(_ error: QueueingError) {
    let above = Bilingual(id: "angka di atas 0", en: "a number above 0")
    let from = Bilingual(id: "angka mulai dari 0", en: "a number from 0")
    switch error {
    case .notFinite(let parameter, let value):
      self = .option(
        Self.option(parameter), found: "\(value)",
        expected: parameter == .arrivalsPerHour ? from : above)
    case .negative(let parameter, let value):
      self = .option(Self.option(parameter), found: "\(value)", expected: from)
    case .notPositive(let parameter, let value):
      self = .option(Self.option(parameter), found: "\(value)", expected: above)
    case .negativeServers(let servers):
      self = .option(
        "--servers", found: "\(servers)",
        expected: Bilingual(id: "bilangan bulat mulai dari 0", en: "a whole number from 0"))
    case .unstable(let load, let servers): self = .unstable(load: load, servers: servers)
    case .tooManyArrivals(let arrivals): self = .tooManyArrivals(arrivals)
    }
  }

  private static func option(_ parameter: QueueingError.Parameter) -> String {
    switch parameter {
    case .arrivalsPerHour, .arrivals: "--arrivals-per-hour"
    case .serviceMinutes, .slotMinutes: "--service-minutes"
    case .patienceMinutes: "--patience-minutes"
    case .coefficientOfVariation: "--service-cv"
    }
  }

  func text(_ language: Language) -> String {
    switch self {
    case .option(let name, let found, let expected):
      let wording = Bilingual(
        id: "\(name): ditemukan \(found); seharusnya \(expected[language]).",
        en: "\(name): found \(found); expected \(expected[language]).")
      return wording[language]
    case .unstable(let load, let servers):
      let needed = Int(load.rounded(.down)) + 1
      return Bilingual(
        id:
          "Antrean tidak stabil: pekerjaan yang datang memerlukan \(QueueText.number(load, .indonesian)) petugas terus-menerus, "
          + "yang ada \(servers), dan tidak seorang pun pergi. Beri paling sedikit \(needed) "
          + "petugas (--servers), atau --patience-minutes bila warga pergi setelah lama menunggu.",
        en:
          "The queue is unstable: the work that arrives keeps \(QueueText.number(load, .english)) servers busy all the time, "
          + "there are \(servers), and nobody leaves. Give at least \(needed) servers (--servers), "
          + "or --patience-minutes if citizens leave after a while.")[language]
    case .tooManyArrivals(let arrivals):
      return Bilingual(
        id: "Selama satu masa sabar datang \(arrivals) orang; paling banyak 1000000000. Perkecil "
          + "--arrivals-per-hour atau --patience-minutes.",
        en: "\(arrivals) people arrive during one patience; at most 1000000000 may. Lower "
          + "--arrivals-per-hour or --patience-minutes.")[language]
    }
  }
}
