import HybridWork
import Simulation

/// The sheets of a study's workbook and the values their cells stand for.
enum StudyLayout {
  /// The sheets whose rows are read into files other than their own.
  enum Sheet: String, CaseIterable {
    case study, policies, rules, services, thresholds, assumptions, text

    /// The sheet's name.
    var name: Bilingual {
      switch self {
      case .study: Bilingual(id: "Kajian", en: "Study")
      case .policies: Bilingual(id: "Kebijakan", en: "Policies")
      case .rules: Bilingual(id: "Persyaratan", en: "Eligibility")
      case .services: Bilingual(id: "Layanan", en: "Services")
      case .thresholds: Bilingual(id: "Ambang", en: "Thresholds")
      case .assumptions: Bilingual(id: "Asumsi", en: "Assumptions")
      case .text: Bilingual(id: "Teks", en: "Text")
      }
    }

    /// What stands above the table.
    var title: Bilingual {
      switch self {
      case .study:
        Bilingual(
          id: "Kajian: tanggal, layanan, laporan, dan jumlah dunia (ubah kolom Isi saja)",
          en: "Study: dates, services, report and number of worlds (change the column Value only)")
      case .policies:
        Bilingual(
          id:
            "Kebijakan: satu baris satu kebijakan; sel kosong berarti sama dengan kondisi saat ini",
          en: "Policies: one row a policy; a blank cell means as today")
      case .rules:
        Bilingual(
          id: "Persyaratan pegawai: baris dengan nama aturan yang sama berlaku semuanya (dan)",
          en: "Eligibility: rows with the same name of a rule hold all together (and)")
      case .services:
        Bilingual(
          id:
            "Layanan: loket, pos, atau berkas; cukup pengunjung sehari, loket, jam buka, dan menit",
          en:
            "Services: counters, posts or cases; visitors a day, counters, hours and minutes will do"
        )
      case .thresholds:
        Bilingual(
          id: "Ambang: dari nilai mana hasil disebut aman dan waspada",
          en: "Thresholds: from which value a result is called safe and watch")
      case .assumptions:
        Bilingual(
          id: "Asumsi: satu baris satu asumsi; isi nilai tetap, atau rendah, tengah, dan tinggi",
          en: "Assumptions: one row each; give a value, or low, mode and high")
      case .text:
        Bilingual(
          id: "Teks: bagian berkas yang tidak berbentuk tabel (YAML), satu baris satu baris berkas",
          en: "Text: parts of files that are no table (YAML), one row a line of the file")
      }
    }
  }

  /// The column of text for what a row says beyond its cells.
  static let other = StudySheet.Column(
    "other", Bilingual(id: "Lainnya (YAML)", en: "Other (YAML)"),
    Bilingual(
      id: "Isi lain baris ini, ditulis seperti dalam berkas YAML (docs/file-formats.md).",
      en: "What else the row says, written as in YAML files (docs/file-formats.md)."), width: 40)

  private static let provenance = [
    StudyField(
      "source", .text, Bilingual(id: "Sumber", en: "Source"),
      Bilingual(
        id: "Dari mana angkanya; mulai dengan \"assumption:\" bila dugaan.",
        en: "Where the number is from; begin with \"assumption:\" if it is a guess.")),
    StudyField(
      "date", .date, Bilingual(id: "Tanggal sumber", en: "Date of source"),
      Bilingual(id: "Tanggal angka itu.", en: "The date of the number.")),
    StudyField(
      "confidence", .name(nil), Bilingual(id: "Keyakinan", en: "Confidence"),
      Bilingual(
        id: "Kode keyakinan seperti dalam docs/file-formats.md; J dugaan.",
        en: "The code of docs/file-formats.md; J is a judgement.")),
  ]

  /// The cells of the sheet of the study, one a row.
  static let study: [StudyField] = [
    StudyField(
      "title.id", .text, Bilingual(id: "Judul (Indonesia)", en: "Title (Indonesian)"),
      Bilingual(id: "Judul kajian.", en: "The title of the study.")),
    StudyField(
      "title.en", .text, Bilingual(id: "Judul (Inggris)", en: "Title (English)"),
      Bilingual(id: "Judul dalam bahasa Inggris.", en: "The title in English.")),
    StudyField(
      "institution", .text, Bilingual(id: "Instansi", en: "Institution"),
      Bilingual(id: "Nama instansi.", en: "Name of the institution.")),
    StudyField(
      "author", .text, Bilingual(id: "Penyusun", en: "Author"),
      Bilingual(id: "Siapa yang menyusun.", en: "Who made it.")),
    StudyField(
      "date", .date, Bilingual(id: "Tanggal kajian", en: "Date of the study"),
      Bilingual(id: "Tanggal disusun.", en: "The day it was made.")),
    StudyField(
      "legal_reference", .text, Bilingual(id: "Dasar hukum", en: "Legal reference"),
      Bilingual(id: "Peraturan yang menjadi dasar.", en: "The rules it rests on.")),
    StudyField(
      "description.id", .text, Bilingual(id: "Uraian (Indonesia)", en: "Description (Indonesian)"),
      Bilingual(id: "Apa yang ditanyakan.", en: "What is asked.")),
    StudyField(
      "description.en", .text, Bilingual(id: "Uraian (Inggris)", en: "Description (English)"),
      Bilingual(id: "Uraian dalam bahasa Inggris.", en: "The description in English.")),
    StudyField(
      "sources", .lines, Bilingual(id: "Sumber", en: "Sources"),
      Bilingual(id: "Satu sumber satu baris (Alt+Enter).", en: "One source a line (Alt+Enter).")),
    StudyField(
      "classification", .name(Classification.allCases.map(\.rawValue)),
      Bilingual(id: "Klasifikasi", en: "Classification"),
      Bilingual(
        id: "Biasa/terbuka, terbatas, atau rahasia.", en: "Open, restricted or secret.")),
    StudyField(
      "calendar.from", .date, Bilingual(id: "Hari pertama", en: "First day"),
      Bilingual(id: "Hari pertama simulasi.", en: "The first day simulated.")),
    StudyField(
      "calendar.to", .date, Bilingual(id: "Hari terakhir", en: "Last day"),
      Bilingual(id: "Hari terakhir simulasi.", en: "The last day simulated.")),
    StudyField(
      "population.register", .name(nil), Bilingual(id: "Daftar pegawai", en: "Register"),
      Bilingual(
        id: "Tulis pegawai.csv bila lembar Pegawai diisi; kosongkan dua baris berikutnya.",
        en: "Write pegawai.csv when the sheet Staff is filled; blank the next two rows.")),
    StudyField(
      "population.synthesize", .name(nil),
      Bilingual(id: "Pegawai buatan dari", en: "Synthetic staff from"),
      Bilingual(id: "Berkas angka agregat.", en: "The file of margins.")),
    StudyField(
      "population.seed", .integer(0...999_999_999_999_999),
      Bilingual(id: "Benih pegawai buatan", en: "Seed of synthetic staff"),
      Bilingual(id: "Bilangan bulat.", en: "A whole number.")),
    StudyField(
      "budget", .name(EmployerBudget.allCases.map(\.rawValue)),
      Bilingual(id: "Anggaran", en: "Budget"),
      Bilingual(id: "Anggaran yang membayar.", en: "Whose budget pays.")),
    StudyField(
      "groups", .names, Bilingual(id: "Kelompok", en: "Groups"),
      Bilingual(
        id: "Kolom pegawai yang dibandingkan, dengan koma.",
        en: "Columns of staff to compare, with commas.")),
    StudyField(
      "access_groups", .names, Bilingual(id: "Kelompok akses", en: "Access groups"),
      Bilingual(id: "Kelompok untuk rasio kesempatan.", en: "Groups of the access ratio.")),
    StudyField(
      "smallest_group", .integer(1...100_000),
      Bilingual(id: "Kelompok terkecil", en: "Smallest group"),
      Bilingual(
        id: "Kelompok yang lebih kecil disembunyikan.", en: "Smaller groups are suppressed.")),
    StudyField(
      "run.worlds", .integer(1...100_000), Bilingual(id: "Jumlah dunia", en: "Worlds"),
      Bilingual(id: "Tarikan asumsi.", en: "Draws of assumptions.")),
    StudyField(
      "run.replications", .integer(1...1000), Bilingual(id: "Ulangan", en: "Replications"),
      Bilingual(id: "Kalender nasib per dunia.", en: "Calendars of luck in each world.")),
    StudyField(
      "run.seed", .integer(0...999_999_999_999_999), Bilingual(id: "Benih", en: "Seed"),
      Bilingual(id: "Bilangan bulat.", en: "A whole number.")),
    StudyField(
      "run.sampling", .name(WorldSampling.allCases.map(\.rawValue)),
      Bilingual(id: "Cara menarik dunia", en: "Sampling"),
      Bilingual(id: "Kosong berarti monte-carlo.", en: "Blank means monte-carlo.")),
  ]

  /// The cells of a policy's row.
  static let policy: [StudyField] = [
    StudyField(
      "title.id", .text, Bilingual(id: "Judul (Indonesia)", en: "Title (Indonesian)"),
      Bilingual(id: "Judul dalam tabel skenario.", en: "The title in the scenario table.")),
    StudyField(
      "title.en", .text, Bilingual(id: "Judul (Inggris)", en: "Title (English)"),
      Bilingual(id: "Judul dalam bahasa Inggris.", en: "The title in English.")),
    StudyField(
      "institution", .text, Bilingual(id: "Instansi", en: "Institution"),
      Bilingual(id: "Siapa yang menetapkan.", en: "Who sets it.")),
    StudyField(
      "reference", .text, Bilingual(id: "Dasar hukum", en: "Legal reference"),
      Bilingual(id: "Peraturan atau sumber.", en: "The rule or source.")),
    StudyField(
      "in_force", .date, Bilingual(id: "Berlaku sejak", en: "In force from"),
      Bilingual(id: "Hari pertama berlaku.", en: "The first day in force.")),
    StudyField(
      "until", .date, Bilingual(id: "Sampai", en: "Until"),
      Bilingual(id: "Hari terakhir; boleh kosong.", en: "The last day; may be blank.")),
    StudyField(
      "eligibility", .name(["none"]), Bilingual(id: "Tanpa syarat", en: "No rules"),
      Bilingual(
        id: "none bila semua pegawai memenuhi; kosong bila ada di lembar Persyaratan.",
        en: "none if everyone qualifies; blank if the rules stand on their sheet.")),
    StudyField(
      "schedule.office_days", .integer(0...5), Bilingual(id: "Hari kantor", en: "Office days"),
      Bilingual(
        id: "Hari di kantor per minggu; dengan hari fleksibel berjumlah 5.",
        en: "Days a week in the office; with flexible days they sum to 5.")),
    StudyField(
      "schedule.flexible_days", .integer(0...5),
      Bilingual(id: "Hari fleksibel", en: "Flexible days"),
      Bilingual(id: "Hari di luar kantor per minggu.", en: "Days a week away.")),
    StudyField(
      "schedule.flexible_on", .names, Bilingual(id: "Hari tertentu", en: "Fixed weekdays"),
      Bilingual(
        id: "Sebagai ganti pola: monday, tuesday, … dengan koma.",
        en: "Instead of a split: monday, tuesday, … with commas.")),
    StudyField(
      "schedule.anchor_days", .names, Bilingual(id: "Hari wajib kantor", en: "Anchor days"),
      Bilingual(id: "Hari semua di kantor.", en: "Days with everyone in the office.")),
    StudyField(
      "schedule.most_days_a_month", .integer(1...23),
      Bilingual(id: "Paling banyak sebulan", en: "Most days a month"),
      Bilingual(id: "Batas hari per bulan.", en: "The limit of days a month.")),
    StudyField(
      "take_up", .name(TakeUp.allCases.map(\.rawValue)), Bilingual(id: "Pemakaian", en: "Take-up"),
      Bilingual(id: "Sukarela atau diperintahkan.", en: "Voluntary or ordered.")),
    StudyField(
      "cap", .name(["none"]), Bilingual(id: "Tanpa batas", en: "No cap"),
      Bilingual(id: "none bila tidak ada batas.", en: "none if there is no cap.")),
    StudyField(
      "cap.share_of_unit_away", .number(0...1),
      Bilingual(id: "Batas unit di luar kantor", en: "Share of unit away"),
      Bilingual(id: "0 sampai 1, misalnya 0,5.", en: "0 to 1, such as 0.5.")),
    StudyField(
      "allowances.uang_makan_on_flexible_day",
      .name(AllowanceTreatment.allCases.map(\.rawValue)),
      Bilingual(id: "Uang makan", en: "Meal allowance"),
      Bilingual(id: "Dibayar pada hari fleksibel?", en: "Paid on a flexible day?")),
    StudyField(
      "meetings.online_share", .number(0...1),
      Bilingual(id: "Rapat daring", en: "Meetings online"),
      Bilingual(id: "Bagian rapat dan perjalanan, 0 sampai 1.", en: "Share of meetings and travel.")
    ),
  ]

  /// The cells of a rule's row beside its condition.
  static let rule: [StudyField] = [
    StudyField(
      "text.id", .text, Bilingual(id: "Bunyi (Indonesia)", en: "Wording (Indonesian)"),
      Bilingual(id: "Bunyi syarat.", en: "The rule in words.")),
    StudyField(
      "text.en", .text, Bilingual(id: "Bunyi (Inggris)", en: "Wording (English)"),
      Bilingual(id: "Bunyi dalam bahasa Inggris.", en: "The wording in English.")),
    StudyField(
      "reference", .text, Bilingual(id: "Dasar hukum", en: "Legal reference"),
      Bilingual(id: "Kosong berarti dasar kebijakan.", en: "Blank means the policy's own.")),
    StudyField(
      "unassessed", .name(EligibilityRule.UnassessedTreatment.allCases.map(\.rawValue)),
      Bilingual(id: "Bila belum dinilai", en: "If not assessed"),
      Bilingual(
        id: "Bagaimana pegawai tanpa data diperlakukan.", en: "How staff without data are treated.")
    ),
    StudyField(
      "in_force", .date, Bilingual(id: "Berlaku sejak", en: "In force from"),
      Bilingual(id: "Boleh kosong.", en: "May be blank.")),
    StudyField(
      "until", .date, Bilingual(id: "Sampai", en: "Until"),
      Bilingual(id: "Boleh kosong.", en: "May be blank.")),
  ]

  /// The cells of a threshold's row.
  static let threshold: [StudyField] = [
    StudyField(
      "outcome", .name(Outcome.allCases.filter { $0.direction != .info }.map(\.rawValue)),
      Bilingual(id: "Hasil", en: "Outcome"),
      Bilingual(id: "Pengenal hasil.", en: "The outcome's identifier.")),
    StudyField(
      "compare", .name(Threshold.Comparison.allCases.map(\.rawValue)),
      Bilingual(id: "Yang dinilai", en: "What is judged"),
      Bilingual(
        id: "level: nilainya; difference: selisih dari kondisi saat ini.",
        en: "level: the value; difference: from today.")),
    StudyField(
      "safe", .number(-1e15...1e15), Bilingual(id: "Aman", en: "Safe"),
      Bilingual(id: "Batas aman.", en: "The limit of safe.")),
    StudyField(
      "watch", .number(-1e15...1e15), Bilingual(id: "Waspada", en: "Watch"),
      Bilingual(id: "Batas waspada.", en: "The limit of watch.")),
  ]

  /// The cells of an assumption's row.
  static let assumption: [StudyField] =
    [
      StudyField(
        "id", .name(nil), Bilingual(id: "Asumsi", en: "Assumption"),
        Bilingual(id: "Pengenal asumsi (luwes params).", en: "The identifier (luwes params).")),
      StudyField(
        "unit", .name(nil), Bilingual(id: "Satuan", en: "Unit"),
        Bilingual(id: "Satuan; jangan diubah.", en: "The unit; leave it.")),
      StudyField(
        "value", .number(-1e15...1e15), Bilingual(id: "Nilai tetap", en: "Value"),
        Bilingual(
          id: "Satu angka; kosongkan rendah, tengah, tinggi, dan distribution di Lainnya.",
          en: "One number; blank low, mode, high and the distribution under Other.")),
    ]
    + ["low", "mode", "high"].map { part in
      StudyField(
        "distribution.triangular.\(part)", .number(-1e15...1e15),
        [
          "low": Bilingual(id: "Rendah", en: "Low"), "mode": Bilingual(id: "Tengah", en: "Mode"),
        ][part] ?? Bilingual(id: "Tinggi", en: "High"),
        Bilingual(
          id: "Sebaran segitiga: rendah, paling mungkin, tinggi.",
          en: "A triangular distribution: low, most likely, high."))
    } + provenance

  /// The cells of a service's row.
  static let service: [StudyField] =
    [
      StudyField(
        "id", .name(nil), Bilingual(id: "Pengenal", en: "Identifier"),
        Bilingual(
          id: "Seperti dalam kolom service daftar pegawai.", en: "As in the staff's column service."
        )),
      StudyField(
        "title.id", .text, Bilingual(id: "Nama (Indonesia)", en: "Name (Indonesian)"),
        Bilingual(id: "Nama layanan.", en: "The name of the service.")),
      StudyField(
        "title.en", .text, Bilingual(id: "Nama (Inggris)", en: "Name (English)"),
        Bilingual(id: "Nama dalam bahasa Inggris.", en: "The name in English.")),
      StudyField(
        "profile", .name(nil), Bilingual(id: "Profil", en: "Profile"),
        Bilingual(
          id: "Profil dalam services.yaml (lembar Teks); kosong bila jam buka diisi di sini.",
          en: "A profile of services.yaml (sheet Text); blank if hours stand here.")),
      StudyField(
        "shape", .name(nil), Bilingual(id: "Bentuk hari", en: "Shape of the day"),
        Bilingual(
          id: "Bentuk baku bila hanya jumlah pengunjung diketahui; boleh kosong.",
          en: "A generic shape if only totals are known; may be blank.")),
      StudyField(
        "counters", .integer(1...1000), Bilingual(id: "Loket", en: "Counters"),
        Bilingual(id: "Jumlah loket milik sendiri.", en: "The number of own counters.")),
      StudyField(
        "counters.own", .integer(1...1000), Bilingual(id: "Loket sendiri", en: "Own counters"),
        Bilingual(
          id: "Bila instansi lain juga membuka loket: milik sendiri.",
          en: "If others staff counters too: its own.")),
      StudyField(
        "counters.other", .integer(0...1000), Bilingual(id: "Loket lain", en: "Others' counters"),
        Bilingual(id: "Loket instansi lain.", en: "Counters of other agencies.")),
      StudyField(
        "visitors_per_day", .number(0.1...1_000_000),
        Bilingual(id: "Pengunjung sehari", en: "Visitors a day"),
        Bilingual(id: "Rata-rata hari buka.", en: "The mean of open days.")),
      StudyField(
        "handling_minutes", .number(0.1...480),
        Bilingual(id: "Menit layanan", en: "Minutes a visit"),
        Bilingual(id: "Rata-rata menit per pengunjung.", en: "Mean minutes a visitor.")),
      StudyField(
        "open.days", .names, Bilingual(id: "Hari buka", en: "Open days"),
        Bilingual(id: "monday, tuesday, … dengan koma.", en: "monday, tuesday, … with commas.")),
      StudyField(
        "open.from", .time, Bilingual(id: "Buka", en: "Opens"),
        Bilingual(id: "Misalnya 08:00.", en: "Such as 08:00.")),
      StudyField(
        "open.to", .time, Bilingual(id: "Tutup", en: "Closes"),
        Bilingual(id: "Misalnya 15:00.", en: "Such as 15:00.")),
      StudyField(
        "open.closed.from", .time, Bilingual(id: "Istirahat dari", en: "Break from"),
        Bilingual(id: "Boleh kosong.", en: "May be blank.")),
      StudyField(
        "open.closed.to", .time, Bilingual(id: "Istirahat sampai", en: "Break to"),
        Bilingual(id: "Boleh kosong.", en: "May be blank.")),
      StudyField(
        "standard.share", .number(0.01...1),
        Bilingual(id: "Standar: bagian", en: "Standard: share"),
        Bilingual(id: "Misalnya 0,8 terlayani dalam …", en: "Such as 0.8 served within …")),
      StudyField(
        "standard.within_minutes", .number(0...1440),
        Bilingual(id: "Standar: menit", en: "Standard: minutes"),
        Bilingual(id: "Menit menunggu.", en: "Minutes of waiting.")),
      StudyField(
        "posts.minimum", .integer(1...100_000), Bilingual(id: "Pos minimum", en: "Minimum posts"),
        Bilingual(
          id: "Untuk layanan tanpa antrean: petugas yang harus ada.",
          en: "For services without a queue: staff that must be there.")),
      StudyField(
        "posts.days", .names, Bilingual(id: "Hari pos", en: "Days of posts"),
        Bilingual(id: "monday, tuesday, … dengan koma.", en: "monday, tuesday, … with commas.")),
      StudyField(
        "district", .text, Bilingual(id: "Wilayah", en: "District"),
        Bilingual(id: "Boleh kosong.", en: "May be blank.")),
    ] + provenance
}
