import HybridWork
import Simulation

/// Access to flexible work by group, one table a grouping.
struct FairnessSection {
  let context: ReportContext

  var html: HTML {
    let title = Bilingual(id: "Kesetaraan", en: "Fairness")
    let columns = context.study.reporting.groups
    guard !columns.isEmpty, hasAccess else {
      return ReportContext.section(
        "kesetaraan", title,
        [
          ReportContext.paragraph(
            columns.isEmpty
              ? Bilingual(
                id: "Tidak ada rincian: studi ini tidak menyebut kelompok (kunci groups).",
                en: "There is no breakdown: this study names no groups (key groups).")
              : Bilingual(
                id: "Tidak ada rincian: tidak satu pun kebijakan memberi hari fleksibel.",
                en: "There is no breakdown: no policy gives flexible days."), class: "absent")
        ])
    }
    return ReportContext.section(
      "kesetaraan", title,
      [
        ReportContext.paragraph(
          Bilingual(
            id: "Bagian pegawai tiap kelompok yang memenuhi syarat. Kesenjangan bukan bukti "
              + "perlakuan berbeda: jabatan dan tugas antarkelompok juga berbeda; "
              + "luwes audit menguraikannya. Aturan empat perlima hanyalah kebiasaan penyaringan, "
              + "tanpa kekuatan hukum di Indonesia.",
            en: "Share of each group's staff that is eligible. A gap is no proof of unequal "
              + "treatment: posts and tasks differ between groups too; luwes audit takes it apart. "
              + "The four-fifths rule is a screening convention without legal force in Indonesia."),
          class: "note")
      ] + columns.map(table) + [hiddenNote]
        + LayoutTable(context: context, layout: .evaluations).html)
  }

  private var flexible: [Int] {
    context.policies.filter { context.policy($0).levers.schedule.offersFlexibleDays }
  }

  private var hasAccess: Bool { !flexible.isEmpty }

  private var hiddenNote: HTML {
    .element(
      "p", ["class": "note"],
      [
        Sentence(
          id: "… disembunyikan: menyangkut kurang dari {0} orang, atau melindungi angka lain.",
          en: "… hidden: about fewer than {0} people, or protects another number.",
          .given(String(context.study.reporting.smallestGroup))
        ).html
      ])
  }

  private func table(_ column: RegisterColumn) -> HTML {
    let groups = context.result.samples.keys.compactMap { key -> OutcomeGroup? in
      guard key.outcome == .eligibleShare, case .level(column, _) = key.group else { return nil }
      return key.group
    }
    let title = Self.names[column] ?? Bilingual(id: column.rawValue, en: column.rawValue)
    guard !groups.isEmpty else { return .nothing }
    let header = HTML.element(
      "tr", [:],
      [.element("th", ["scope": "col"], [.both(Phrase.policy.text)])]
        + groups.map { .element("th", ["scope": "col"], [heading($0, column)]) })
    let rows = flexible.map { scenario in
      HTML.element(
        "tr", [:],
        [.element("th", ["scope": "row"], [context.link(scenario)])]
          + groups.map { .element("td", ["class": "num"], [cell(scenario, $0)]) })
    }
    return HTML.element("h3", [:], [.both(title)]).followed(
      by: ReportContext.scrolling(
        title,
        .element(
          "table", ["data-sortable": ""],
          [.element("thead", [:], [header]), .element("tbody", [:], rows)])))
  }

  private func heading(_ group: OutcomeGroup, _ column: RegisterColumn) -> HTML {
    guard case .level(_, let value) = group else { return .nothing }
    if let text = Self.levelText(value, of: column) { return .both(text) }
    return .given(
      Bilingual(
        id: column.valueText(value, .indonesian), en: column.valueText(value, .english)))
  }

  private func cell(_ scenario: Int, _ group: OutcomeGroup) -> HTML {
    let line = [context.id(scenario), group.label, Outcome.eligibleShare.rawValue]
    guard let share = context.written.figure(.outcomes, line, "mean") else {
      return .element("span", ["class": "none"], ["…"])
    }
    return share.html(.percent(decimals: 1))
  }

  /// The words for a level that files have by a letter or a short mark; nil for one that is a word.
  static func levelText(_ value: String, of column: RegisterColumn) -> Bilingual? {
    marks[column]?[value]
  }

  private static let marks: [RegisterColumn: [String: Bilingual]] = [
    .sex: [
      "L": Bilingual(id: "Laki-laki", en: "Men"), "P": Bilingual(id: "Perempuan", en: "Women"),
    ],
    .generation: [
      "boomer": Bilingual(id: "Baby boomer", en: "Baby boomers"),
      "x": Bilingual(id: "Generasi X", en: "Generation X"),
      "y": Bilingual(id: "Generasi Y (milenial)", en: "Generation Y (millennials)"),
      "z": Bilingual(id: "Generasi Z", en: "Generation Z"),
    ],
    .positionKind: ["jpt": Bilingual(id: "JPT", en: "JPT (top management)")],
  ]

  static let names: [RegisterColumn: Bilingual] = [
    .sex: Bilingual(id: "Jenis kelamin", en: "Sex"),
    .generation: Bilingual(id: "Generasi", en: "Generation"),
    .gradeBand: Bilingual(id: "Golongan", en: "Grade band"),
    .positionKind: Bilingual(id: "Jenis jabatan", en: "Kind of position"),
    .disability: Bilingual(id: "Penyandang disabilitas", en: "Disability"),
    .employmentStatus: Bilingual(id: "Status kepegawaian", en: "Employment status"),
    .taskClass: Bilingual(id: "Kelas tugas", en: "Task class"),
  ]
}
