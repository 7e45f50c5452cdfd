import HybridWork

extension StudyLayout.Sheet {
  /// The columns of the sheet.
  func columns(_ language: Language) -> [StudySheet.Column] {
    func column(_ key: String, _ id: String, _ en: String, width: Int) -> StudySheet.Column {
      StudySheet.Column(
        key, Bilingual(id: id, en: en), Bilingual(id: "", en: ""), width: width)
    }
    switch self {
    case .study:
      return [
        column("label", "Yang diisi", "What to fill in", width: 28),
        column("value", "Isi", "Value", width: 70),
        column("note", "Keterangan", "Note", width: 56),
        column("key", "Kunci (jangan diubah)", "Key (leave it)", width: 26),
      ]
    case .policies:
      let roles = StudyRole.allCases.map { $0.name[language] }
      return [
        column("policy", "Pengenal", "Identifier", width: 30),
        StudySheet.Column(
          "role", Bilingual(id: "Peran", en: "Role"),
          Bilingual(
            id: "Tepat satu kondisi saat ini; yang dibandingkan menjadi baris tabel.",
            en: "Exactly one is today; those compared are rows of the table."), choices: roles,
          width: 18),
      ] + StudyLayout.policy.map { StudySheet.Column($0) } + [StudyLayout.other]
    case .rules:
      return [
        column("policy", "Kebijakan", "Policy", width: 28),
        column("rule", "Aturan", "Rule", width: 20),
      ] + Self.tests + StudyLayout.rule.map { StudySheet.Column($0) } + [StudyLayout.other]
    case .services: return StudyLayout.service.map { StudySheet.Column($0) } + [StudyLayout.other]
    case .thresholds:
      return StudyLayout.threshold.map { StudySheet.Column($0) } + [StudyLayout.other]
    case .assumptions:
      return [column("file", "Berkas", "File", width: 28)]
        + StudyLayout.assumption.map { StudySheet.Column($0) } + [StudyLayout.other]
    case .text:
      return [
        column("file", "Berkas", "File", width: 30), column("text", "Teks", "Text", width: 150),
      ]
    }
  }

  /// The columns of a rule's test.
  private static let tests = [
    StudySheet.Column(
      "column", Bilingual(id: "Kolom pegawai", en: "Column of staff"),
      Bilingual(
        id: "Kolom daftar pegawai, atau box untuk kotak talenta.",
        en: "A column of the register, or box for the talent box."), width: 20),
    StudySheet.Column(
      "test", Bilingual(id: "Uji", en: "Test"),
      Bilingual(
        id: "is: ya/tidak; in: salah satu; at_least: sedikitnya; at_most: paling banyak.",
        en: "is: yes or no; in: one of; at_least, at_most: a limit."), choices: RuleRows.tests,
      width: 14),
    StudySheet.Column(
      "value", Bilingual(id: "Nilai", en: "Value"),
      Bilingual(
        id: "Angka, true/false, atau nama dengan koma.",
        en: "A number, true or false, or names with commas."), width: 30),
    StudySheet.Column(
      "scheme", Bilingual(id: "Skema kotak", en: "Scheme of boxes"),
      Bilingual(id: "Hanya untuk box.", en: "For box only."),
      choices: TalentNumbering.allCases.map(\.rawValue), width: 20),
  ]
}
