import HybridWork

extension ExportFault {
  var wording: Bilingual {
    switch self {
    case .unknownCode(let allowed):
      let list = allowed.prefix(40).joined(separator: ", ")
      return Bilingual(
        id:
          "kode ini tidak ada dalam pemetaan (isinya tidak ditampilkan). Tambahkan pada codes, atau "
          + "tulis salah satu: \(list).",
        en: "this code is not in the mapping (it is not shown). Add it to codes, or write one of: "
          + "\(list).")
    case .notAMonth:
      return Bilingual(
        id: "bukan bulan. Tulis 2026-07, 07/2026, Juli 2026, atau tanggal dalam bulan itu.",
        en: "not a month. Write 2026-07, 07/2026, Juli 2026, or a date in that month.")
    case .notShown:
      return Bilingual(
        id: "isi sel ini tidak dapat dibaca dan tidak ditampilkan karena mungkin data pribadi. "
          + "Periksa apakah pemetaan menunjuk kolom yang benar.",
        en: "this cell can't be read and is not shown, since it may be personal data. Check that "
          + "the mapping names the right column.")
    case .samePersonTwice(let firstLine):
      return Bilingual(
        id: "pegawai ini sudah punya baris pada tanggal yang sama (baris \(firstLine)). Satu orang "
          + "satu baris per hari: gabungkan jam masuk dan pulang.",
        en: "this person already has a row on the same date (line \(firstLine)). One row a person "
          + "and day: join clocking in and out.")
    case .notAShadowTest:
      return Bilingual(
        id: "bukan shadow.json dari luwes shadow. Jalankan luwes shadow dengan --out lagi.",
        en: "not a shadow.json of luwes shadow. Run luwes shadow with --out again.")
    case .shadowOfAnotherStudy(let found, let study):
      return Bilingual(
        id: "uji bayangan ini dari studi \(found), bukan \(study).",
        en: "this shadow test is of study \(found), not \(study).")
    case .furtherCells(let count):
      return Bilingual(
        id: "\(count) sel lain juga salah; perbaiki yang ditampilkan lebih dahulu.",
        en: "\(count) further cells are wrong too; correct those shown first.")
    }
  }
}
