import HybridWork

extension WorkbookFault {
  var wording: Bilingual {
    switch self {
    case .formula:
      Bilingual(
        id: "sel ini berisi rumus. Salin, lalu tempel sebagai nilai.",
        en: "this cell holds a formula. Copy it and paste it as a value.")
    case .errorValue(let text):
      Bilingual(
        id: "sel ini berisi galat \(text). Tulis nilainya.",
        en: "this cell holds the error \(text). Write the value.")
    case .merged:
      Bilingual(
        id: "sel ini digabung dengan sel lain. Pisahkan (Unmerge Cells), lalu isi tiap sel.",
        en: "this cell is merged with others. Unmerge them and fill each cell.")
    case .notYAML(let problem): problem.wording
    case .missingSheet(let name):
      Bilingual(
        id: "lembar \(name) tidak ada. Buat lagi isian dengan luwes template --study.",
        en: "there is no sheet \(name). Make the workbook again with luwes template --study.")
    case .missingColumn(let name):
      Bilingual(
        id: "kolom \(name) tidak ada di baris 3. Kembalikan baris itu seperti semula.",
        en: "there is no column \(name) in row 3. Put that row back as it was.")
    case .unknownColumn(let name):
      name.isEmpty
        ? Bilingual(
          id: "ada isi di kolom tanpa nama. Pindahkan ke kolom yang ada, atau hapus.",
          en:
            "something stands in a column without a name. Move it to one of the columns, or delete it."
        )
        : Bilingual(
          id: "kolom \(Bilingual.quoted(name)) tidak dikenal. Kembalikan baris 3 seperti semula.",
          en: "the column \(Bilingual.quoted(name)) is not known. Put row 3 back as it was.")
    case .unknownKey(let key):
      Bilingual(
        id:
          "baris \(Bilingual.quoted(key)) tidak dikenal. Hapus baris ini, atau tulis di lembar Teks.",
        en:
          "the row \(Bilingual.quoted(key)) is not known. Delete it, or write it on the sheet Text."
      )
    default: nameWording
    }
  }

  private var nameWording: Bilingual {
    switch self {
    case .unsafeName(let name):
      Bilingual(
        id:
          "\(Bilingual.quoted(String(name.prefix(60)))) tidak dapat menjadi nama berkas. Pakai huruf, "
          + "angka, dan tanda hubung, misalnya dua-hari-jumat.",
        en:
          "\(Bilingual.quoted(String(name.prefix(60)))) can't be the name of a file. Use letters, digits "
          + "and hyphens, such as two-days-friday.")
    case .duplicateName(let name, let row):
      Bilingual(
        id:
          "\(Bilingual.quoted(name)) sudah ada di baris \(row). Ganti namanya, atau hapus satu baris.",
        en: "\(Bilingual.quoted(name)) is already in row \(row). Rename it, or delete one row.")
    case .givenTwice(let path):
      Bilingual(
        id: "\(path) sudah diisi di sel lain. Kosongkan salah satu.",
        en: "\(path) is given by another cell already. Blank one of them.")
    case .noSuchPolicy(let name):
      Bilingual(
        id: "kebijakan \(Bilingual.quoted(name)) tidak punya baris di lembar Kebijakan.",
        en: "the policy \(Bilingual.quoted(name)) has no row on the sheet Policies.")
    case .unknownRole(let name, let allowed):
      Bilingual(
        id: "\(Bilingual.quoted(name)) bukan peran. Pilih: \(allowed.joined(separator: ", ")).",
        en: "\(Bilingual.quoted(name)) is no role. Choose: \(allowed.joined(separator: ", ")).")
    case .baselines(let count):
      Bilingual(
        id: "ada \(count) kebijakan sebagai kondisi saat ini; harus tepat satu.",
        en: "\(count) policies are today's; there must be exactly one.")
    case .missingText(let name):
      Bilingual(
        id: "berkas \(name) disebut kajian, tetapi tidak ada di lembar Teks atau lembar tabel.",
        en: "the study names the file \(name), which stands on no sheet.")
    case .tooLong(let name):
      Bilingual(
        id:
          "\(name) terlalu panjang untuk satu sel Excel. Studi ini dipakai sebagai berkas YAML saja.",
        en: "\(name) is too long for a cell of Excel. Use this study as YAML files.")
    default: Bilingual(id: "", en: "")
    }
  }
}
