import HybridWork

/// Tables about money and work.
extension TableLayout {
  static let ledgerByGroup = TableLayout(
    table: .groupLedger,
    name: Bilingual(id: "Uang per unit dan kelompok", en: "Money by unit and group"),
    title: Bilingual(
      id: "Buku besar menurut unit dan kelompok pegawai", en: "The ledger by unit and staff group"),
    notes: [
      Bilingual(
        id:
          "Dalam satu pengelompokan, baris sebuah arus berjumlah sama dengan barisnya di buku besar.",
        en: "Within a grouping the lines of a flow add up to its line in the ledger."), hidden,
    ],
    absence: Bilingual(
      id: "Studi ini memuat terlalu banyak unit dan kelompok untuk dirinci.",
      en: "This study has too many units and groups to tell apart."),
    columns: [
      policy, Column("grouping", "Pengelompokan", "Grouping", .grouping),
      Column("group", "Kelompok", "Group", .group), Column("item", "Arus", "Flow", .item),
      Column("payer", "Pembayar", "Payer", .payer),
      Column("cashable", "Riil", "Cashable", .words(truth)),
      Column(
        "nature", "Sifat", "Nature",
        .words([
          "resource": Bilingual(id: "sumber daya", en: "resource"),
          "transfer": Bilingual(id: "pengalihan", en: "transfer"),
        ])), Column("quantity", "Jumlah", "Quantity", .number(.number(decimals: 0))),
    ] + range(.number(.rupiah), suffix: "_rupiah"))

  static let presentValue = TableLayout(
    table: .presentValues, name: Bilingual(id: "Nilai kini", en: "Present value"),
    title: Bilingual(
      id: "Nilai kini bersih bagi anggaran", en: "Net present value to the budget"),
    notes: [
      Bilingual(
        id:
          "Pembelian dihitung pada tanggalnya selama masa penilaian studi; peluang untung: bagian "
          + "kalender dengan nilai kini di atas nol.",
        en:
          "Purchases count at their dates over the study's horizon; probability of a gain: share of "
          + "calendars with a present value above nothing.")
    ],
    absence: Bilingual(
      id:
        "Studi ini membagi pembelian menurut umurnya. Untuk nilai kini: kunci appraisal_years dan "
        + "one_off_costs: cash.",
      en:
        "This study spreads purchases over their life. For a present value: keys appraisal_years and "
        + "one_off_costs: cash."),
    columns: [
      policy,
      Column("horizon_years", "Masa (tahun)", "Horizon (years)", .number(.number(decimals: 0))),
      Column("saved_a_year_mean", "Dihemat setahun", "Saved a year", .number(.rupiah)),
      Column(
        "bought_on_first_day_mean", "Dibeli di hari pertama", "Bought on the first day",
        .number(.rupiah)),
    ] + range(.number(.rupiah), prefix: "present_value_") + [
      Column(
        "probability_of_gain", "Peluang untung", "Probability of a gain",
        .number(.percent(decimals: 0)))
    ])

  static let output = TableLayout(
    table: .output, name: Bilingual(id: "Hasil kerja", en: "Work done"),
    title: Bilingual(
      id: "Hasil kerja, dan sejauh mana diekstrapolasi",
      en: "Work done, and how far it is extrapolated"),
    notes: [
      Bilingual(
        id: "Bias: seberapa keliru perbandingan polos antara pegawai fleksibel dan pegawai kantor.",
        en: "Bias: how far a plain comparison of flexible and office staff would mislead.")
    ],
    absence: Bilingual(id: "Tidak ada.", en: "There is none."),
    columns: [policy]
      + range(.number(.change(decimals: 2)), prefix: "output_change_") + [
        people,
        Column(
          "extrapolated_share", "Bagian di luar bukti", "Share beyond evidence",
          .number(.percent(decimals: 0))),
        Column(
          "naive_bias_p05", "Bias P5", "Bias P5", .number(.change(decimals: 2))),
        Column("naive_bias_p50", "Bias P50", "Bias P50", .number(.change(decimals: 2))),
        Column("naive_bias_p95", "Bias P95", "Bias P95", .number(.change(decimals: 2))),
      ])

  static let outputByUnit = TableLayout(
    table: .unitOutput, name: Bilingual(id: "Hasil kerja per unit", en: "Work by unit"),
    title: Bilingual(id: "Hasil kerja tiap unit", en: "Work done by each unit"),
    notes: [
      Bilingual(
        id:
          "Perubahan terhadap pembanding. Hari-orang berjumlah antarunit; persen dan setara pegawai "
          + "adalah milik tiap unit.",
        en: "Changes are against the baseline. Person-days add up over units; shares and full-time "
          + "equivalents are each unit's own."), hidden,
    ],
    absence: Bilingual(
      id: "Studi ini memuat terlalu banyak unit untuk dirinci.",
      en: "This study has too many units to tell apart."),
    columns: [
      policy, Column("unit", "Unit", "Unit", .unit),
      Column("staff", "Pegawai", "Staff", .number(.number(decimals: 0))),
      Column(
        "person_days_present", "Hari-orang hadir", "Person-days present",
        .number(.number(decimals: 0))),
    ]
      + range(
        .number(.signed(decimals: 0)),
        of: Bilingual(id: "Hari-orang tambahan", en: "Person-days gained"),
        prefix: "person_days_gained_")
      + range(
        .number(.change(decimals: 2)),
        of: Bilingual(id: "Perubahan hasil kerja", en: "Change in output"),
        prefix: "output_change_") + [people])
}

// MARK: Columns that several tables have

extension TableLayout {
  static let policy = Column("scenario", "Kebijakan", "Policy", .scenario)
  static let people = Column(
    "fte_equivalent_mean", "Setara jumlah pegawai", "Full-time equivalents",
    .number(.signed(decimals: 1)))

  /// Mean and 90% range; their columns in the file have a prefix or a suffix.
  static func range(
    _ content: Content, of measure: Bilingual? = nil, prefix: String = "", suffix: String = ""
  ) -> [Column] {
    let before = measure.map { Bilingual(id: "\($0.indonesian): ", en: "\($0.english): ") }
    let ends = [("mean", "Rata-rata", "Mean"), ("p05", "P5", "P5"), ("p95", "P95", "P95")]
    return ends.map { end, indonesian, english in
      Column(
        prefix + end + suffix, (before?.indonesian ?? "") + indonesian,
        (before?.english ?? "") + english, content)
    }
  }

  static let truth = [
    "true": Bilingual(id: "ya", en: "yes"), "false": Bilingual(id: "tidak", en: "no"),
    "yes": Bilingual(id: "ya", en: "yes"), "no": Bilingual(id: "tidak", en: "no"),
  ]

  static let hidden = Bilingual(
    id: "Kosong: menyangkut terlalu sedikit orang, atau melindungi angka lain; jumlahnya ada di "
      + "(lainnya).",
    en: "Empty: about too few people, or protects another number; their sum stands in (others).")
}
