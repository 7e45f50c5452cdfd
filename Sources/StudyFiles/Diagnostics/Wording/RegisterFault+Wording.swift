import HybridWork

extension RegisterFault {
  var wording: Bilingual {
    switch self {
    case .spoiltIdentifier(let text):
      Bilingual(
        id: "\(Bilingual.quoted(text)) bukan NIP lagi: Excel hanya menyimpan 15 angka dari 18. "
          + "Beri kolom itu format Teks, isi lagi dari sumbernya, lalu ekspor lagi.",
        en: "\(Bilingual.quoted(text)) is no longer a NIP: spreadsheets keep 15 digits of 18. "
          + "Format the column as text, fill it again from its source, and export again.")
    case .notASex(let text):
      Bilingual(
        id: "\(Bilingual.quoted(text)) bukan jenis kelamin. Tulis L atau P.",
        en: "\(Bilingual.quoted(text)) is not a sex. Write L (male) or P (female).")
    case .notAGrade(let text, let nearest):
      Bilingual(
        id:
          "\(Bilingual.quoted(text)) bukan golongan. Tulis misalnya III/d, atau I sampai XVII untuk PPPK.",
        en:
          "\(Bilingual.quoted(text)) is not a grade. Write for example III/d, or I to XVII for PPPK."
      ).followed(by: .nearest(nearest))
    case .duplicateIdentifier(let text, let firstLine):
      Bilingual(
        id: "\(Bilingual.quoted(text)) sudah ada di baris \(firstLine). Setiap pegawai satu baris.",
        en:
          "\(Bilingual.quoted(text)) already stands in line \(firstLine). Give each person one row."
      )
    default: rowWording
    }
  }

  private var rowWording: Bilingual {
    switch self {
    case .spoiltNIP:
      Bilingual(
        id: "NIP di sel ini rusak: Excel hanya menyimpan 15 angka dari 18. "
          + "Beri kolom itu format Teks, isi lagi dari sumbernya, lalu ekspor lagi.",
        en: "the NIP in this cell is spoilt: spreadsheets keep 15 digits of 18. "
          + "Format the column as text, fill it again from its source, and export again.")
    case .distancesTwice:
      Bilingual(
        id: "data pegawai sudah memuat jarak. Hapus distances dari study.yaml, "
          + "atau hapus kolom ini.",
        en: "the register has distances of its own. Take distances out of study.yaml, "
          + "or take this column out.")
    case .identifierTwice(let firstLine):
      Bilingual(
        id: "nomor pegawai ini sudah ada di baris \(firstLine). Setiap pegawai satu baris.",
        en: "this identifier already stands in line \(firstLine). Give each person one row.")
    case .notABox(let text):
      Bilingual(
        id: "\(Bilingual.quoted(text)) bukan kotak talenta. Tulis angka 1 sampai 9, "
          + "atau kosongkan bila belum dinilai.",
        en: "\(Bilingual.quoted(text)) is not a box of the talent map. Write 1 to 9, "
          + "or leave it blank for people not assessed yet.")
    case .positionWithoutEchelon(let text):
      Bilingual(
        id: "\(Bilingual.quoted(text)) tidak menyebut eselon. Tulis eselonnya, "
          + "misalnya Eselon III, atau jpt, administrator, pengawas.",
        en: "\(Bilingual.quoted(text)) names no echelon. Write it, as in Eselon III, "
          + "or jpt, administrator, pengawas.")
    case .furtherRows(let count):
      Bilingual(
        id: "\(count) baris lain bermasalah serupa di kolom ini.",
        en: "\(count) further rows have a fault of this kind in this column.")
    default: registerWording
    }
  }

  private var registerWording: Bilingual {
    switch self {
    case .skippedRows(let count, let total, let reasons):
      Bilingual(
        id: "\(count) dari \(total) baris dilewati: \(list(reasons, in: .indonesian)). "
          + "Hasil hanya berlaku untuk baris lainnya.",
        en: "\(count) of \(total) rows were left out: \(list(reasons, in: .english)). "
          + "Results hold for the others only.")
    case .valueNotShown(let column): valueNotShown(column)
    case .noHeader(let expected):
      Bilingual(
        id: "baris pertama bukan nama kolom: tidak satu pun yang dicari ada di situ. "
          + "Hapus baris judul di atas nama kolom, atau tambahkan baris nama kolom: "
          + "\(expected.joined(separator: ", ")).",
        en: "the first line holds no column names: none of those looked for stands there. "
          + "Delete title lines above the column names, or add a line of them: "
          + "\(expected.joined(separator: ", ")).")
    case .noRowLeft:
      Bilingual(
        id: "tidak ada baris yang dapat dibaca. Perbaiki barisnya.",
        en: "no row can be read. Correct the rows.")
    case .headerMappedTwice(let header, let columns):
      Bilingual(
        id: "kolom \(Bilingual.quoted(header)) dibaca dua kali, sebagai \(names(columns)). "
          + "Ubah salah satunya di columns.",
        en: "the column \(Bilingual.quoted(header)) is read twice, as \(names(columns)). "
          + "Change one of them in columns.")
    case .tooManyValues(let limit):
      Bilingual(
        id: "kolom ini memuat lebih dari \(limit) nilai yang berbeda. "
          + "Periksa apakah kolomnya benar.",
        en: "this column has more than \(limit) different values. "
          + "Check whether it is the right column.")
    default: Bilingual(id: "", en: "")
    }
  }

  private func list(_ reasons: [SkippedRows.Reason], in language: Language) -> String {
    reasons.map { reason in
      let fault = SkippedRecords.Fault(kind: reason.kind, column: reason.column)
      return "\(fault.text(in: language)) (\(reason.rows))"
    }.joined(separator: "; ")
  }

  private func valueNotShown(_ column: RegisterColumn) -> Bilingual {
    let hint: Bilingual =
      switch column.kind {
      case .number(let range):
        Bilingual(
          id: "Tulis angka dari \(NumberText.plain(range.lowerBound)) "
            + "sampai \(NumberText.plain(range.upperBound)).",
          en: "Write a number from \(NumberText.plain(range.lowerBound)) "
            + "to \(NumberText.plain(range.upperBound)).")
      case .date: Bilingual(id: "Tulis misalnya 1980-01-31.", en: "Write for example 1980-01-31.")
      case .flag: Bilingual(id: "Tulis true atau false.", en: "Write true or false.")
      case .category(let levels) where !levels.isEmpty && column != .talentBox:
        Bilingual.allowed(levels) ?? Bilingual(id: "", en: "")
      default: Bilingual(id: "Perbaiki nilainya.", en: "Correct the value.")
      }
    return Bilingual(
      id: "nilai di sel ini tidak dapat dibaca sebagai \(column.rawValue); nilainya tidak "
        + "ditampilkan karena mungkin data pribadi. Periksa apakah kolomnya tertukar.",
      en: "the value of this cell cannot be read as \(column.rawValue); it is not shown since it "
        + "may be personal data. Check whether columns are exchanged."
    ).followed(by: hint)
  }

  private func names(_ columns: [RegisterColumn]) -> String {
    columns.map(\.rawValue).joined(separator: ", ")
  }
}
