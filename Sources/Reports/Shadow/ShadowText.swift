public import Exploration
public import HybridWork
import Simulation
import Statistics

/// How well a study repeats what logs tell, for reading.
public struct ShadowText: Sendable {
  private let result: ShadowResult
  private let language: Language

  /// Lays out a result.
  public init(_ result: ShadowResult, language: Language) {
    self.result = result
    self.language = language
  }

  /// The text for a terminal of a width in characters.
  public func terminalText(width: Int) -> String {
    func wrapped(_ texts: [String]) -> String {
      texts.flatMap { TerminalTable.wrapped($0, width) }.joined(separator: "\n")
    }
    let tables = sections.flatMap { section in
      [
        section.title,
        TerminalTable(header: header, rows: section.rows).lines(width: width)
          .joined(separator: "\n"),
      ]
    }
    return ([wrapped([title] + introduction)] + tables + [wrapped(notes)])
      .joined(separator: "\n\n")
  }

  /// `shadow.md`.
  public var markdown: String {
    let tables = sections.map { section in
      let table = TerminalTable(header: header, rows: section.rows)
      return "## \(section.title.markdownEscaped)\n\n\(table.markdown)"
    }
    return
      (["# \(title.markdownEscaped)"] + introduction.map(\.markdownEscaped) + tables
      + [notes.map { "- \($0.markdownEscaped)" }.joined(separator: "\n")])
      .joined(separator: "\n\n") + "\n"
  }

  private var title: String {
    Bilingual(id: "Uji bayangan", en: "Shadow test")[language]
      + ": \(result.study.header.title[language])"
  }

  private var introduction: [String] {
    let period = "\(result.study.calendar.from.iso)…\(result.study.calendar.through.iso)"
    let run = result.study.run
    return [
      Bilingual(
        id: "Model dijalankan pada \(period) dengan kebijakan yang berlaku waktu itu "
          + "(\(result.policy.title[.indonesian])) dan dibandingkan dengan log; \(run.worlds) dunia, "
          + "\(run.replications) ulangan.",
        en: "The model was run on \(period) under the policy then in force "
          + "(\(result.policy.title[.english])) and held against the logs; \(run.worlds) worlds, "
          + "\(run.replications) replications.")[language],
      ShadowNotice(ShadowMarks(result), language: language).text,
    ]
  }

  private var header: [String] {
    switch language {
    case .indonesian:
      [
        "Unit / layanan", "Ukuran", "Log", "Model [90%]", "Bias model", "Galat mutlak bulanan",
        "Bulan dalam rentang", "Kesimpulan",
      ]
    case .english:
      [
        "Unit / service", "Measure", "Log", "Model [90%]", "Model's bias",
        "Monthly absolute error", "Months inside", "Verdict",
      ]
    }
  }

  private struct Section {
    let title: String
    let rows: [[String]]
  }

  /// Everyone, what is marked, then a summary by quantity of the rest; all rows are in the files.
  private var sections: [Section] {
    let everyone = result.findings.filter { $0.group == .all }
    let marked = result.findings.filter { $0.group != .all && $0.verdict == .notReproduced }
    let services = result.findings.filter {
      if case .service = $0.group { $0.verdict != .notReproduced } else { false }
    }
    return [
      Section(
        title: Bilingual(id: "Semua pegawai", en: "Everyone")[language], rows: everyone.map(row)),
      Section(
        title: Bilingual(
          id: "Unit dan layanan yang tidak terulang", en: "Units and services not repeated")[
            language], rows: marked.map(row)),
      Section(
        title: Bilingual(id: "Layanan lainnya", en: "Other services")[language],
        rows: services.map(row)),
    ].filter { !$0.rows.isEmpty }
  }

  private func row(_ finding: ShadowFinding) -> [String] {
    let quantity = finding.quantity
    func show(_ value: Double) -> String { quantity.text(value, language) }
    let range = finding.predicted
    let sign = finding.bias > 0 ? "+" : ""
    return [
      finding.group == .all ? Bilingual(id: "semua", en: "all")[language] : finding.group.label,
      quantity.text[language], show(finding.observed),
      "\(show(range.mean)) [\(show(range.low)) … \(show(range.high))]",
      sign + show(finding.bias), show(finding.meanAbsoluteError),
      "\(finding.monthsInside)/\(finding.months.count)", finding.verdict.text[language],
    ]
  }

  /// Units by quantity that lie inside their range.
  private var insideShares: String {
    ShadowQuantity.allCases.compactMap { quantity in
      let all = result.findings.filter {
        $0.quantity == quantity && $0.group != .all && $0.verdict != .logIncomplete
      }
      guard !all.isEmpty else { return nil }
      let inside = all.count { $0.predicted.contains($0.observed) }
      return "\(quantity.text[language].lowercased()) \(inside)/\(all.count)"
    }.joined(separator: ", ")
  }

  private var notes: [String] {
    let incomplete = result.incomplete.map(\.label).joined(separator: "; ")
    return [
      Bilingual(
        id:
          "Dalam rentang 90%: \(insideShares). Bila model benar, kira-kira satu dari sepuluh berada "
          + "di luar karena kebetulan.",
        en: "Inside the 90% range: \(insideShares). If the model is right, about one in ten lies "
          + "outside by chance.")[language],
      Bilingual(
        id:
          "Sebuah unit ditandai bila lognya, sendiri atau selisihnya dari unit median, dua kali lebih "
          + "jauh daripada ujung rentang (kebetulan: sekitar satu dari seribu) dan galatnya melebihi 2 "
          + "poin persen (tunggu: 2 menit; batas 90%: 5 menit; pemohon: 10%; standar: 5 poin), batas "
          + "yang ditetapkan sendiri (J).",
        en:
          "A unit is marked if its log, by itself or by its difference from the median unit, lies "
          + "twice as far out as the range's end (by chance: about one in a thousand) and the error "
          + "is beyond 2 percentage points (wait: 2 minutes; P90: 5 minutes; citizens: 10%; standard: "
          + "5 points), limits of judgement (J).")[language],
      Bilingual(
        id:
          "\(result.suppressedUnits) unit terlalu kecil untuk ditampilkan; tetap masuk angka semua "
          + "pegawai. Sakit dan cuti per unit hanya untuk seluruh masa, tidak per bulan.",
        en: "\(result.suppressedUnits) units are too small to be shown; they count in everyone's "
          + "figures. Sickness and leave by unit are of the whole period, not by month.")[language],
    ]
      + (result.ignoredDays > 0
        ? [
          Bilingual(
            id:
              "\(result.ignoredDays) hari-unit dalam log bukan hari kerja menurut kalender studi.",
            en: "\(result.ignoredDays) unit-days of the log are no working days of the study.")[
              language]
        ] : [])
      + (incomplete.isEmpty
        ? []
        : [
          Bilingual(
            id: "Log tidak lengkap (jumlah orang berbeda lebih dari seperempat dari register): "
              + "\(incomplete).",
            en: "Incomplete logs (people differ from the register by more than a quarter): "
              + "\(incomplete).")[language]
        ])
  }
}
