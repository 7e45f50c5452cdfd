import HybridWork

extension TableFault {
  var wording: Bilingual {
    switch self {
    case .unclosedQuote:
      Bilingual(
        id: "tanda kutip dibuka di sini tetapi tidak ditutup. Tutup atau hapus tanda itu.",
        en: "the quotation mark opened here is never closed. Close or delete it.")
    case .strayQuote:
      Bilingual(
        id: "ada tanda kutip di dalam sel. Apit seluruh sel dengan tanda kutip "
          + "dan tulis tanda kutip di dalamnya dua kali.",
        en: "there is a quotation mark within a cell. Put the whole cell in quotation marks "
          + "and write those within it twice.")
    case .raggedRow(let fields, let header, let lastLine):
      raggedRow(fields, header, lastLine)
    case .headerUnlikeRows(let header, let fields):
      Bilingual(
        id: "baris pertama memuat \(header) kolom, tetapi semua baris lain \(fields). "
          + "Hapus judul di atas nama kolom, dan periksa tanda pemisah kolom.",
        en: "the first line has \(header) columns, but all other lines have \(fields). "
          + "Delete titles above the column names, and check the separator.")
    case .duplicateHeader(let name, let first):
      Bilingual(
        id:
          "kolom \(Bilingual.quoted(name)) sudah ada sebagai kolom ke-\(first). Ubah salah satu namanya.",
        en: "the column \(Bilingual.quoted(name)) is already column \(first). Rename one of them.")
    default: otherWording
    }
  }

  private var otherWording: Bilingual {
    switch self {
    case .emptyHeader(let first, let count):
      Bilingual(
        id: "kolom ke-\(first) tidak bernama (\(count) kolom tanpa nama). "
          + "Beri nama di baris pertama, atau hapus kolomnya.",
        en: "column \(first) has no name (\(count) columns without one). "
          + "Name it in the first line, or delete the column.")
    case .noRows:
      Bilingual(
        id: "tabel ini hanya memuat nama kolom. Tambahkan baris data.",
        en: "this table has only column names. Add rows.")
    case .missingColumn(let name, let nearest, let allowed):
      Bilingual(
        id: "kolom \(Bilingual.quoted(name)) tidak ada.",
        en: "there is no column \(Bilingual.quoted(name))."
      ).followed(by: .nearest(nearest)).followed(
        by: Bilingual(
          id: "Kolom yang ada: \(allowed.prefix(40).joined(separator: ", ")).",
          en: "The columns are: \(allowed.prefix(40).joined(separator: ", "))."))
    case .blank:
      Bilingual(
        id: "sel ini kosong, padahal wajib diisi. Isi selnya.",
        en: "this cell is blank, but a value is required. Fill it.")
    default: Bilingual(id: "", en: "")
    }
  }

  private func raggedRow(_ fields: Int, _ header: Int, _ lastLine: Int?) -> Bilingual {
    let row = Bilingual(
      id: "baris ini memuat \(fields) sel, padahal ada \(header) kolom.",
      en: "this row has \(fields) cells, but there are \(header) columns.")
    guard let lastLine else {
      return row.followed(
        by: Bilingual(
          id: "Tambah atau hapus sel; sel yang memuat pemisah diapit tanda kutip.",
          en: "Add or delete cells; a cell with a separator in it needs quotation marks."))
    }
    return row.followed(
      by: Bilingual(
        id: "Baris ini berlanjut sampai baris \(lastLine): "
          + "mungkin ada tanda kutip yang tidak ditutup.",
        en: "It goes on to line \(lastLine): a quotation mark may not be closed."))
  }
}
