import HybridWork

/// Tables about counters, safeguards and the people who work away.
extension TableLayout {
  static let guarantee = TableLayout(
    table: .guarantees, name: Bilingual(id: "Jaminan layanan", en: "Guarantee"),
    title: Bilingual(
      id: "Jaminan layanan: ditepati atau tidak", en: "The promise of coverage: kept or not"),
    notes: [
      Bilingual(
        id: "Janji: di sekian bagian hari, keterpenuhan sekurangnya sekian dari pembanding.",
        en: "The promise: on such a share of days, coverage of at least so much of the baseline's.")
    ],
    absence: Bilingual(
      id: "Tidak satu pun kebijakan menjanjikan keterpenuhan layanan.",
      en: "No policy promises coverage."),
    columns: [
      policy, service,
      Column(
        "coverage_of_baseline", "Dari pembanding", "Of the baseline", .number(.percent(decimals: 0))
      ),
      Column(
        "share_of_days_promised", "Hari yang dijanjikan", "Days promised",
        .number(.percent(decimals: 0))),
    ]
      + range(
        .number(.percent(decimals: 1)), of: Bilingual(id: "Hari yang ditepati", en: "Days kept"),
        prefix: "share_of_days_") + [
        Column("kept", "Ditepati", "Kept", .words(truth)),
        Column("largest_loss_weekday", "Hari terburuk", "Worst weekday", .weekdays),
        Column("largest_loss_half_hour", "Jam terburuk", "Worst half hour", .time),
        Column(
          "largest_loss", "Penurunan di sana", "Loss there", .number(.percent(decimals: 1))),
      ])

  static let priorityWaits = TableLayout(
    table: .priorityWaits, name: Bilingual(id: "Antrean prioritas", en: "Priority queue"),
    title: Bilingual(
      id: "Tunggu warga prioritas dan warga lain", en: "Waits of priority citizens and of others"),
    notes: [
      Bilingual(
        id: "Perkiraan pada kedatangan yang direncanakan, asumsi tengah dan petugas rata-rata.",
        en: "Estimates at planned demand, central assumptions and mean staff.")
    ],
    absence: Bilingual(
      id: "Tidak satu pun loket mempunyai warga prioritas.",
      en: "No counter has priority citizens."),
    columns: [
      policy, service,
      Column(
        "priority_share", "Bagian prioritas", "Priority share", .number(.percent(decimals: 0))),
      Column(
        "priority_wait_minutes", "Prioritas (menit)", "Priority (minutes)",
        .number(.number(decimals: 1))),
      Column(
        "ordinary_wait_minutes", "Lainnya (menit)", "Others (minutes)",
        .number(.number(decimals: 1))),
    ])

  static let districts = TableLayout(
    table: .districts, name: Bilingual(id: "Layanan per wilayah", en: "Services by district"),
    title: Bilingual(
      id: "Yang dialami warga tiap wilayah", en: "What citizens of each district meet"),
    notes: [],
    absence: Bilingual(
      id: "Tidak satu pun loket menyebut wilayahnya (kunci district).",
      en: "No counter names its district (key district)."),
    columns: [
      policy,
      Column("district", "Wilayah", "District", .words(["unknown": unknown])),
      Column("measure", "Ukuran", "Measure", .words(citizenMeasures)),
    ] + range(.measured(.level))
      + range(
        .measured(.difference), of: Bilingual(id: "Selisih", en: "Difference"),
        prefix: "difference_"))

  static let safeguards = TableLayout(
    table: .safeguards, name: Bilingual(id: "Pengaman", en: "Safeguards"),
    title: Bilingual(
      id: "Yang dilakukan pengaman, hasil dan biayanya", en: "What safeguards did, brought and cost"
    ),
    notes: [
      Bilingual(
        id: "Pengaruh: kebijakan dikurangi kebijakan yang sama tanpa pengaman.",
        en: "Effect: the policy less the same policy without its safeguards.")
    ],
    absence: Bilingual(
      id: "Tidak satu pun kebijakan memakai pengaman.", en: "No policy has safeguards."),
    columns: [policy, measure] + range(.measured(.level)))

  static let evaluations = TableLayout(
    table: .evaluations, name: Bilingual(id: "Evaluasi bulanan", en: "Monthly evaluation"),
    title: Bilingual(
      id: "Berapa sering evaluasi menegur, dan siapa yang keliru ditegur",
      en: "How often the evaluation warns, and whom wrongly"),
    notes: [],
    absence: Bilingual(
      id: "Tidak satu pun kebijakan mengevaluasi pegawai tiap bulan.",
      en: "No policy evaluates staff every month."),
    columns: [policy, measure] + range(.measured(.level)))

  static let shocks = TableLayout(
    table: .shocks, name: Bilingual(id: "Banjir dan gangguan", en: "Floods and outages"),
    title: Bilingual(
      id: "Hari-orang yang hilang atau selamat karena banjir, gangguan dan sakit",
      en: "Person-days lost or kept in floods, outages and illness"),
    notes: [], absence: Bilingual(id: "Tidak ada.", en: "There is none."),
    columns: [policy, measure] + range(.measured(.level)))

  static let positions = TableLayout(
    table: .positions, name: Bilingual(id: "Jabatan dan hari", en: "Positions and days"),
    title: Bilingual(
      id: "Berapa orang dari jabatan apa, dan berapa hari",
      en: "How many of which position, and days"),
    notes: [
      Bilingual(
        id: "Kosong: menyangkut terlalu sedikit orang, atau melindungi angka lain.",
        en: "Empty: about too few people, or protects another number.")
    ],
    absence: Bilingual(
      id: "Tidak satu pun kebijakan memberi hari fleksibel.", en: "No policy gives flexible days."),
    columns: [
      policy, Column("unit", "Unit", "Unit", .words(["": allUnits])),
      Column("position", "Jabatan", "Position", .words(["": unknown])),
      Column("people", "Pegawai", "Staff", .number(.number(decimals: 0))),
      Column("eligible", "Memenuhi syarat", "Eligible", .number(.number(decimals: 0))),
      Column(
        "flexible_days_per_week", "Hari fleksibel seminggu", "Flexible days a week",
        .number(.number(decimals: 1))),
      Column("weekdays", "Hari", "Weekdays", .weekdays),
    ])
}

// MARK: Words

extension TableLayout {
  static let service = Column("service", "Layanan", "Service", .service)
  static let measure = Column("measure", "Ukuran", "Measure", .words(measures))
  static let unknown = Bilingual(id: "tidak diketahui", en: "unknown")
  static let allUnits = Bilingual(id: "semua unit", en: "all units")

  static let citizenMeasures = [
    "mean_wait_minutes": Outcome.meanWaitMinutes.text,
    "served_within_standard": Outcome.servedWithinStandard.text,
    "lost_share": Bilingual(
      id: "Pemohon tidak terlayani (bagian)", en: "Citizens not served (share)"),
  ]

  private static let measures: [String: Bilingual] = [
    "refused": Bilingual(id: "Hari-orang ditolak", en: "Person-days refused"),
    "called": Bilingual(id: "Hari-orang dipanggil", en: "Person-days called in"),
    "came": Bilingual(id: "Hari-orang datang", en: "Person-days that came"),
    "called_off": Bilingual(id: "Hari-orang panggilan batal", en: "Person-days called off"),
    "swapped": Bilingual(id: "Hari-orang ditukar", en: "Person-days swapped"),
    "lost_flexible_days": Bilingual(
      id: "Hari fleksibel yang hilang", en: "Flexible days that were lost"),
    "judgements": Bilingual(id: "Penilaian (orang-bulan)", en: "Judgements (person-months)"),
    "warned_share": Bilingual(id: "Ditegur", en: "Warned"),
    "false_alarm_rate": Bilingual(id: "Keliru ditegur", en: "Warned wrongly"),
    "miss_rate": Bilingual(id: "Luput dari teguran", en: "Missed"),
    "months_lost": Bilingual(
      id: "Bulan fleksibel hilang (orang-bulan)", en: "Flexible months lost (person-months)"),
    "cut_off_by_floods": Bilingual(
      id: "Hari-orang terputus banjir", en: "Person-days cut off by floods"),
    "flexible_days_in_floods": Bilingual(
      id: "Hari fleksibel saat banjir", en: "Flexible days worked in floods"),
    "flexible_days_in_outages": Bilingual(
      id: "Hari fleksibel saat gangguan", en: "Flexible days in outages"),
    "sick_days_booked": Bilingual(id: "Hari sakit dicatat", en: "Sick days booked"),
    "sick_days_relabelled": Bilingual(
      id: "Hari sakit menjadi hari fleksibel", en: "Sick days relabelled as flexible"),
  ].merging(
    Outcome.allCases.map { outcome in
      (
        effect + outcome.rawValue,
        Bilingual(
          id: "Pengaruh: \(outcome.text.indonesian)", en: "Effect: \(outcome.text.english)")
      )
    }, uniquingKeysWith: { first, _ in first })
}
