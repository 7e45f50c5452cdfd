import HybridWork

extension MarginsFault {
  var wording: Bilingual {
    switch self {
    case .sharesDoNotSum(let sum):
      Bilingual(
        id: "jumlah bagian ini \(NumberText.plain(sum)), padahal harus 1. Perbaiki bagiannya.",
        en: "these shares sum to \(NumberText.plain(sum)), but must sum to 1. Correct them.")
    case .countsDoNotSum(let total, let population):
      Bilingual(
        id: "jumlahnya \(total) orang, padahal population \(population). Samakan keduanya.",
        en: "this sums to \(total) people, but population is \(population). Make them equal.")
    case .tableNeeded(let columns):
      Bilingual(
        id: "untuk beberapa kolom (\(columns.joined(separator: ", "))) diperlukan tabel. "
          + "Tulis table: dengan berkas CSV berisi kolom itu dan count.",
        en: "several columns (\(columns.joined(separator: ", "))) need a table. "
          + "Write table: with a CSV file of these columns and count.")
    case .cellTwice(let values, let firstLine):
      Bilingual(
        id: "\(Bilingual.quoted(values.joined(separator: ", "))) sudah ada di baris \(firstLine). "
          + "Sisakan satu baris, misalnya dari satu tahun saja.",
        en: "\(Bilingual.quoted(values.joined(separator: ", "))) already stands in line "
          + "\(firstLine). Leave one row, for example of one year only.")
    case .madeTwice(let column, let firstLine):
      Bilingual(
        id: "kolom \(column.rawValue) sudah diatur di baris \(firstLine). Hapus salah satu.",
        en: "the column \(column.rawValue) is already made in line \(firstLine). "
          + "Delete one of them.")
    default: columnWording
    }
  }

  private var columnWording: Bilingual {
    switch self {
    case .notMadeBefore(let name, let earlier):
      Bilingual(
        id: "kolom \(Bilingual.quoted(name)) belum diatur di atas baris ini.",
        en: "the column \(Bilingual.quoted(name)) is not made above this line."
      ).followed(by: .nearest(NearestName.find(name, in: earlier))).followed(by: .allowed(earlier))
    case .notANumber(let column):
      Bilingual(
        id: "kolom \(column.rawValue) bukan angka, sehingga tidak dapat diberi sebaran. "
          + "Pindahkan ke margins atau given.",
        en: "the column \(column.rawValue) holds no numbers, so that it can have no distribution. "
          + "Move it to margins or given.")
    case .columnNotMade(let column):
      Bilingual(
        id: "kolom \(column.rawValue) wajib ada, tetapi tidak diatur. "
          + "Tambahkan di margins, given atau numbers.",
        en: "the column \(column.rawValue) is required, but not made. "
          + "Add it to margins, given or numbers.")
    case .mustBeKnown(let column):
      Bilingual(
        id: "kolom \(column.rawValue) wajib diisi, sehingga unknown tidak dapat dipakai. "
          + "Bagikan ke nilai lain.",
        en: "the column \(column.rawValue) must be known of everybody, so that unknown cannot "
          + "be used. Share it out among other values.")
    case .impossible(let error): error.wording
    default: Bilingual(id: "", en: "")
    }
  }
}
