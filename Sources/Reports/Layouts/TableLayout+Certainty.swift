import HybridWork

/// Tables about how sure results are.
extension TableLayout {
  static let intervals = TableLayout(
    table: .uncertainty, name: Bilingual(id: "Tiga selang", en: "Three intervals"),
    title: Bilingual(
      id: "Kisaran satu kalender, ketidaktahuan, galat Monte Carlo",
      en: "Range of one calendar, not-knowing, Monte Carlo error"),
    notes: [DecisionPhrase.intervalsNote.text], absence: notReported,
    columns: [
      policy, outcome,
      Column(
        "measure", "Yang diukur", "What is measured",
        .words([
          "level": Bilingual(id: "tingkat", en: "level"),
          "difference": Bilingual(id: "selisih", en: "difference"),
        ])),
    ]
      + [
        ("mean", "Rata-rata", "Mean"), ("range_p05", "Satu kalender: P5", "One calendar: P5"),
        ("range_p95", "Satu kalender: P95", "One calendar: P95"),
        ("not_knowing_p05", "Ketidaktahuan: P5", "Not-knowing: P5"),
        ("not_knowing_p95", "Ketidaktahuan: P95", "Not-knowing: P95"),
        ("monte_carlo_low", "Monte Carlo: bawah", "Monte Carlo: low"),
        ("monte_carlo_high", "Monte Carlo: atas", "Monte Carlo: high"),
      ].map { Column($0, $1, $2, .measured(.level)) } + [
        Column(
          "share_of_luck", "Bagian keberuntungan", "Share of luck", .number(.percent(decimals: 0)))
      ])

  static let rankings = TableLayout(
    table: .rankings, name: Bilingual(id: "Peringkat", en: "Ranking"),
    title: Bilingual(
      id: "Peringkat kebijakan, ukuran demi ukuran", en: "Policies ranked, measure by measure"),
    notes: [DecisionPhrase.rankingNote.text], absence: notReported,
    columns: [
      outcome, Column("policy", "Kebijakan", "Policy", .scenario),
      Column("mean", "Rata-rata", "Mean", .measured(.level)),
      Column("mean_rank", "Peringkat rata-rata", "Mean rank", .number(.number(decimals: 1))),
      Column(
        "probability_best", "Peluang terbaik", "Probability best", .number(.percent(decimals: 0))),
      Column("error_of_best", "Galatnya", "Its error", .number(.percent(decimals: 0))),
    ]
      + [
        ("mean_regret", "Penyesalan rata-rata", "Mean regret"),
        ("regret_p95", "Penyesalan P95", "Regret P95"),
        ("regret_max", "Penyesalan terbesar", "Greatest regret"),
      ].map { Column($0, $1, $2, .measured(.level)) })

  static let firstPlaces = TableLayout(
    table: .leads, name: Bilingual(id: "Tempat pertama", en: "First place"),
    title: Bilingual(
      id: "Siapa yang pertama, dan asumsi apa yang mengubahnya",
      en: "Who comes first, and which assumption changes that"),
    notes: [], absence: notReported,
    columns: [
      outcome, Column("first", "Pertama", "First", .scenario),
      Column("second", "Kedua", "Second", .scenario),
      Column("assumption", "Keunggulannya mengikuti", "The lead goes with", .assumptions),
      Column("better", "Lebih baik di", "Better in", .number(.percent(decimals: 0))),
      Column("equal", "Sama di", "Equal in", .number(.percent(decimals: 0))),
      Column("correlation", "Korelasi", "Correlation", .number(.signed(decimals: 2))),
    ])

  static let robustness = TableLayout(
    table: .robustness, name: Bilingual(id: "Keadaan buruk", en: "Bad worlds"),
    title: Bilingual(
      id: "Bila keadaan memburuk", en: "When things go badly"),
    notes: [DecisionPhrase.robustNote.text], absence: notReported,
    columns: [
      Column("policy", "Kebijakan", "Policy", .scenario), outcome,
      Column(
        "safe_share", "Memenuhi semua batas aman", "Keeps every safe limit",
        .number(.percent(decimals: 0))),
      Column(
        "watch_share", "Memenuhi batas waspada", "Keeps every watch limit",
        .number(.percent(decimals: 0))),
    ]
      + [
        ("worst", "Dunia terburuk", "Worst world"),
        ("bad_tenth", "Sepersepuluh terburuk", "Bad tenth"),
        ("mean", "Rata-rata", "Mean"), ("regret_max", "Penyesalan terbesar", "Greatest regret"),
      ].map { Column($0, $1, $2, .measured(.level)) })

  static let failures = TableLayout(
    table: .failures, name: Bilingual(id: "Kapan gagal", en: "When it fails"),
    title: Bilingual(
      id: "Di dunia macam apa tiap kebijakan melanggar batas aman",
      en: "In what worlds each policy breaks a safe limit"),
    notes: [DecisionPhrase.discoveryNote.text],
    absence: Bilingual(
      id: "Studi ini tidak menetapkan ambang (kunci thresholds).",
      en: "This study sets no thresholds (key thresholds)."),
    columns: [
      Column("policy", "Kebijakan", "Policy", .scenario),
      Column("assumption", "Bila asumsi", "When the assumption", .assumptions),
      Column("at_least", "di atas", "is above", .number(.plain)),
      Column("at_most", "di bawah", "is below", .number(.plain)),
      Column("failures", "Dunia yang gagal", "Worlds that fail", .number(.percent(decimals: 1))),
      Column("coverage", "Cakupan", "Coverage of failures", .number(.percent(decimals: 0))),
      Column("density", "Kepadatan", "Density", .number(.percent(decimals: 0))),
    ])

  static let screenings = TableLayout(
    table: .screenings, name: Bilingual(id: "Penyaringan PAWN", en: "PAWN screening"),
    title: Bilingual(
      id: "Asumsi yang menggeser penghematan bersih anggaran",
      en: "Assumptions that move the net budget saving"),
    notes: [DecisionPhrase.pawnNote.text], absence: notReported,
    columns: [
      Column("policy", "Kebijakan", "Policy", .scenario), outcome,
      Column("assumption", "Asumsi", "Assumption", .assumptions),
      Column("median", "Tengah", "Median", .number(.number(decimals: 2))),
      Column("greatest", "Terbesar", "Greatest", .number(.number(decimals: 2))),
      Column("chance", "Batas kebetulan", "Chance", .number(.number(decimals: 2))),
    ])

  static let indices = TableLayout(
    table: .indices, name: Bilingual(id: "Indeks Sobol'", en: "Sobol' indices"),
    title: Bilingual(
      id: "Berapa bagian ragam hasil berasal dari tiap asumsi (Sobol')",
      en: "How much of a result's variance comes from each assumption (Sobol')"),
    notes: [DecisionPhrase.sobolNote.text, DecisionPhrase.groupNote.text],
    absence: Bilingual(
      id: "Membagi ragam butuh dunia tersendiri: luwes sensitivity … --out MAP, lalu luwes run … "
        + "--sensitivity MAP.",
      en:
        "Dividing the variance takes worlds of its own: luwes sensitivity … --out FOLDER, then luwes "
        + "run … --sensitivity FOLDER."),
    columns: [
      Column("policy", "Kebijakan", "Policy", .scenario), outcome,
      Column("factor", "Asumsi", "Assumption", .assumptions),
    ]
      + [
        ("first", "Sendiri (S)", "Alone (S)"), ("first_low", "S: bawah", "S: low"),
        ("first_high", "S: atas", "S: high"), ("total", "Seluruhnya (ST)", "In all (ST)"),
        ("total_low", "ST: bawah", "ST: low"), ("total_high", "ST: atas", "ST: high"),
      ].map { Column($0, $1, $2, .number(.percent(decimals: 1))) } + [
        Column("mean_step", "Langkah rata-rata", "Mean step", .measured(.level))
      ])

  static let posterior = TableLayout(
    table: .posterior, name: Bilingual(id: "Setelah uji coba", en: "After pilots"),
    title: Bilingual(
      id: "Selisih dari pembanding, sebelum dan sesudah hasil uji coba dipakai",
      en: "Difference from the baseline, before and after what pilots found"),
    notes: [],
    absence: Bilingual(
      id: "Tidak ada hasil uji coba yang diberikan: luwes run … --posterior BERKAS.",
      en: "No finding of a pilot was given: luwes run … --posterior FILE."),
    columns: [Column("policy", "Kebijakan", "Policy", .scenario), outcome]
      + [
        ("mean_before", "Sebelum: rata-rata", "Before: mean"),
        ("p05_before", "Sebelum: P5", "Before: P5"),
        ("p95_before", "Sebelum: P95", "Before: P95"),
        ("mean_after", "Sesudah: rata-rata", "After: mean"),
        ("p05_after", "Sesudah: P5", "After: P5"),
        ("p95_after", "Sesudah: P95", "After: P95"),
      ].map { Column($0, $1, $2, .measured(.difference)) } + [
        Column(
          "effective_worlds", "Dunia yang masih berarti", "Worlds that still count",
          .number(.number(decimals: 0)))
      ])

  static let outcome = Column("outcome", "Ukuran", "Measure", .outcome)
  private static let notReported = Bilingual(
    id: "Tidak satu pun ukurannya dilaporkan untuk kebijakan apa pun.",
    en: "None of its measures is reported for any policy.")
}
