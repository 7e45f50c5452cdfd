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
    }
  }
}
