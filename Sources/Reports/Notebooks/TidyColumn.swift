import HybridWork

/// What a column of a results table holds, for those who load it with another program.
struct TidyColumn {
  /// A type of the Frictionless table schema.
  enum Kind: String {
    case string, number, integer, boolean, date
  }

  let kind: Kind
  let text: Bilingual

  private init(_ kind: Kind, _ indonesian: String, _ english: String) {
    self.kind = kind
    text = Bilingual(id: indonesian, en: english)
  }

  /// The column of a table; nil for one that is not described.
  static func named(_ name: String, in table: String) -> TidyColumn? {
    special["\(table).\(name)"] ?? common[name]
  }

  /// Columns that mean another thing in one table.
  private static let special: [String: TidyColumn] = [
    "ledger.cashable": TidyColumn(
      .boolean, "Penghematan kas bagi pembayar", "Whether it is cash for the payer"),
    "assumptions.p05": TidyColumn(.number, "Kuantil 5% asumsi", "5% quantile of the assumption"),
    "assumptions.p95": TidyColumn(.number, "Kuantil 95% asumsi", "95% quantile of the assumption"),
    "position-days.people": TidyColumn(
      .integer, "Pegawai; kosong bila disembunyikan", "People; empty where suppressed"),
  ]

  private static let common: [String: TidyColumn] = keys.merging(measures) { first, _ in first }

  private static let keys: [String: TidyColumn] = [
    "policy": TidyColumn(.string, "Pengenal kebijakan", "Identifier of the policy"),
    "scenario": TidyColumn(.string, "Pengenal kebijakan", "Identifier of the policy"),
    "title_id": TidyColumn(.string, "Judul dalam bahasa Indonesia", "Title in Indonesian"),
    "title_en": TidyColumn(.string, "Judul dalam bahasa Inggris", "Title in English"),
    "text_id": TidyColumn(.string, "Nama dalam bahasa Indonesia", "Name in Indonesian"),
    "text_en": TidyColumn(.string, "Nama dalam bahasa Inggris", "Name in English"),
    "legal_status": TidyColumn(
      .string, "conforms: sesuai; exceeds: melampaui ketentuan", "conforms or exceeds"),
    "articles": TidyColumn(.string, "Pasal yang dilampaui", "Articles it goes beyond"),
    "worst_service": TidyColumn(.string, "Layanan terlemah", "Weakest service"),
    "worst_weekday": TidyColumn(.string, "Hari terlemah", "Weakest weekday"),
    "worst_half_hour": TidyColumn(.string, "Setengah jam terlemah", "Weakest half hour"),
    "verdict": TidyColumn(
      .string, "safe: aman; watch: waspada; refuse: tidak", "safe, watch or refuse"),
    "group": TidyColumn(.string, "Kelompok; all: semua", "Group; all is everyone"),
    "outcome": TidyColumn(.string, "Ukuran", "Measure"),
    "measure": TidyColumn(.string, "Ukuran", "Measure"),
    "unit": TidyColumn(
      .string, "Satuan; pada position-days unit kerja", "Unit; of staff in position-days"),
    "direction": TidyColumn(.string, "Arah yang lebih baik", "Which way is better"),
    "item": TidyColumn(.string, "Arus uang", "Money flow"),
    "payer": TidyColumn(.string, "Pembayar", "Who pays"),
    "payee": TidyColumn(.string, "Penerima", "Who receives"),
    "account": TidyColumn(.string, "Kode rekening", "Budget account"),
    "nature": TidyColumn(.string, "Sumber daya atau pengalihan", "Resource or transfer"),
    "origin": TidyColumn(.string, "Hari fleksibel atau rapat", "Flexible days or meetings"),
    "quantity_unit": TidyColumn(.string, "Satuan jumlah", "Unit of the quantity"),
    "service": TidyColumn(.string, "Pengenal layanan", "Identifier of the service"),
    "weekday": TidyColumn(.string, "Hari", "Weekday"),
    "half_hour": TidyColumn(.string, "Setengah jam", "Half hour"),
    "step": TidyColumn(
      .string, "Langkah dari memenuhi syarat", "Step from eligible to working away"),
    "rule": TidyColumn(.string, "Pengenal syarat", "Identifier of the rule"),
    "text": TidyColumn(.string, "Bunyi syarat", "Wording of the rule"),
    "reference": TidyColumn(.string, "Rujukan", "Reference"),
    "unassessed_means": TidyColumn(
      .string, "Arti belum dapat dinilai", "What not assessable counts as"),
    "in_force": TidyColumn(.boolean, "Berlaku pada tanggalnya", "Whether it is in force"),
    "position": TidyColumn(.string, "Jabatan", "Position"),
    "weekdays": TidyColumn(.string, "Hari yang ditetapkan", "Weekdays that are ordered"),
    "assumption": TidyColumn(.string, "Pengenal asumsi", "Identifier of the assumption"),
    "kind": TidyColumn(.string, "distribution atau dated", "distribution or dated"),
    "is_assumption": TidyColumn(.boolean, "Penilaian tanpa sumber", "Whether it has no source"),
    "confidence": TidyColumn(.string, "Tingkat kepercayaan", "How far to trust it"),
    "date": TidyColumn(.date, "Tanggal", "Date"),
    "source": TidyColumn(.string, "Sumber", "Source"),
  ]

  private static let measures: [String: TidyColumn] = [
    "eligible_share": TidyColumn(.number, "Bagian memenuhi syarat, 0…1", "Eligible share, 0…1"),
    "eligible_share_lower": TidyColumn(
      .number, "Bila yang belum dinilai gagal", "If all not assessed fail"),
    "eligible_share_upper": TidyColumn(
      .number, "Bila yang belum dinilai lolos", "If all not assessed pass"),
    "output_extrapolated_share": TidyColumn(
      .number, "Bagian hari di luar jangkauan bukti", "Part of days beyond evidence"),
    "access_ratio_min": TidyColumn(.number, "Rasio kesempatan terendah", "Lowest access ratio"),
    "mean": TidyColumn(.number, "Rata-rata", "Mean"),
    "sd": TidyColumn(.number, "Simpangan baku", "Standard deviation"),
    "p05": TidyColumn(.number, "Kuantil 5%", "5% quantile"),
    "p50": TidyColumn(.number, "Median", "Median"),
    "p95": TidyColumn(.number, "Kuantil 95%", "95% quantile"),
    "probability_better": TidyColumn(
      .number, "Bagian kalender yang lebih baik", "Part of calendars that are better"),
    "probability_equal": TidyColumn(
      .number, "Bagian kalender yang sama", "Part of calendars that are the same"),
    "quantity": TidyColumn(.number, "Jumlah rata-rata", "Mean quantity"),
    "price_rupiah": TidyColumn(
      .number, "Harga satuan rata-rata, rupiah", "Mean unit price, rupiah"),
    "need": TidyColumn(.number, "Petugas yang diperlukan", "Servers needed"),
    "servers_mean": TidyColumn(.number, "Petugas di tempat", "Servers on site"),
    "coverage_mean": TidyColumn(.number, "Keterpenuhan, 0…1", "Coverage, 0…1"),
    "arrivals_mean": TidyColumn(.number, "Kedatangan", "Arrivals"),
    "queue_mean": TidyColumn(.number, "Antrean", "Queue"),
    "wait_minutes_mean": TidyColumn(.number, "Waktu tunggu, menit", "Wait, minutes"),
    "people": TidyColumn(.integer, "Pegawai", "People"),
    "share_of_step_before": TidyColumn(
      .number, "Bagian dari langkah sebelumnya", "Share of the step before"),
    "flexible_days_per_person": TidyColumn(
      .number, "Hari fleksibel per orang", "Flexible days a person"),
    "flexible_days_per_week": TidyColumn(
      .number, "Hari fleksibel seminggu yang diizinkan", "Flexible days a week allowed"),
    "passed": TidyColumn(
      .integer, "Lolos; kosong bila disembunyikan", "Passed; empty if suppressed"),
    "failed": TidyColumn(
      .integer, "Gagal; kosong bila disembunyikan", "Failed; empty if suppressed"),
    "unassessed": TidyColumn(
      .integer, "Belum dapat dinilai; kosong bila disembunyikan",
      "Not assessable; empty if suppressed"),
    "failed_only_this": TidyColumn(.integer, "Gagal hanya di sini", "Failed by this rule alone"),
    "lower_bound": TidyColumn(.integer, "Batas bawah", "Lower bound"),
    "upper_bound": TidyColumn(.integer, "Batas atas", "Upper bound"),
    "eligible": TidyColumn(
      .integer, "Memenuhi syarat; kosong bila disembunyikan", "Eligible; empty if suppressed"),
    "central": TidyColumn(.number, "Nilai tengah", "Central value"),
    "values": TidyColumn(.integer, "Banyaknya nilai bertanggal", "Number of dated values"),
    "alternatives": TidyColumn(.integer, "Banyaknya nilai lain", "Number of alternative values"),
  ].merging(ranges) { first, _ in first }

  /// Columns of a mean and its range, under a common beginning of their names.
  private static let ranges: [String: TidyColumn] = {
    let quantities: [(String, String, String)] = [
      ("worst_coverage", "keterpenuhan terlemah, 0…1", "lowest coverage, 0…1"),
      ("p90_wait_minutes", "batas tunggu 90% pemohon, menit", "P90 wait, minutes"),
      ("cashable_saving_rupiah", "penghematan kas anggaran, rupiah", "cashable saving, rupiah"),
      ("output_change", "perubahan hasil kerja", "change of output"),
      ("difference", "selisih dari pembanding", "difference from the baseline"),
      ("people", "pegawai", "people"),
    ]
    let ends = [
      ("mean", "Rata-rata: ", "Mean: "), ("p05", "Kuantil 5%: ", "5% quantile: "),
      ("p95", "Kuantil 95%: ", "95% quantile: "),
    ]
    return Dictionary(
      uniqueKeysWithValues: quantities.flatMap { name, indonesian, english in
        ends.map { end, before, beforeEnglish in
          (
            "\(name)_\(end)",
            TidyColumn(.number, before + indonesian, beforeEnglish + english)
          )
        }
      })
  }()
}
