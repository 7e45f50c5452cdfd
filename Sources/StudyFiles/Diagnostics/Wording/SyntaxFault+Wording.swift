import HybridWork

extension SyntaxFault {
  var wording: Bilingual {
    switch self {
    case .notClosed(let mark):
      Bilingual(
        id: "tanda \(mark) dibuka di sini tetapi tidak ditutup. Tambahkan penutupnya.",
        en: "the \(mark) opened here is never closed. Add the closing one.")
    case .tabulator:
      Bilingual(
        id: "ada tab, padahal YAML hanya menerima spasi. Ganti tab dengan dua spasi.",
        en: "there is a tab, but YAML accepts only spaces. Replace it by two spaces.")
    case .indentation:
      Bilingual(
        id: "baris ini tidak cocok dengan susunan di atasnya. "
          + "Samakan jumlah spasi di depannya dengan kunci yang setingkat.",
        en: "this line does not fit what stands above it. "
          + "Indent it by as many spaces as the other keys of its level.")
    case .colonInValue:
      Bilingual(
        id: "ada titik dua di dalam nilai. Apit nilai itu dengan tanda kutip.",
        en: "there is a colon within a value. Put the value in quotation marks.")
    case .noColon:
      Bilingual(
        id: "titik dua sesudah kunci tidak ditemukan. Tulis \"kunci: nilai\".",
        en: "there is no colon after the key. Write \"key: value\".")
    case .reservedCharacter(let character):
      Bilingual(
        id: "nilai tidak boleh diawali tanda \(character). Apit nilai itu dengan tanda kutip.",
        en: "a value may not begin with \(character). Put the value in quotation marks.")
    case .unknownEscape:
      Bilingual(
        id: "garis miring terbalik di sini tidak dikenal. "
          + "Pakai tanda kutip tunggal, atau tulis dua garis miring terbalik.",
        en:
          "the backslash here means nothing. Use single quotation marks, or write two backslashes.")
    case .tooDeep:
      Bilingual(
        id: "susunan di sini terlalu dalam. Periksa tanda kurung yang tidak ditutup.",
        en: "the nesting here is too deep. Look for brackets that are not closed.")
    default: unsupported
    }
  }

  /// What YAML allows but Luwes does not.
  private var unsupported: Bilingual {
    switch self {
    case .severalDocuments:
      Bilingual(
        id:
          "dokumen kedua dimulai di sini (---). Satu berkas memuat satu dokumen: hapus garis itu.",
        en: "a second document begins here (---). A file holds one document: delete that line.")
    case .anchor(let name):
      Bilingual(
        id: "jangkar &\(name) tidak diterima. Tulis nilainya di setiap tempat yang memerlukannya.",
        en: "the anchor &\(name) is not accepted. Write the value wherever it is needed.")
    case .alias(let name):
      Bilingual(
        id: "rujukan *\(name) tidak diterima. Tulis nilainya di sini; "
          + "teks yang diawali * diapit tanda kutip.",
        en: "the alias *\(name) is not accepted. Write the value here; "
          + "a text that begins with * needs quotation marks.")
    case .tag(let name):
      Bilingual(
        id: "penanda jenis \(name) tidak diterima. Hapus penanda itu; "
          + "teks yang diawali ! diapit tanda kutip.",
        en: "the tag \(name) is not accepted. Delete it; "
          + "a text that begins with ! needs quotation marks.")
    case .keyIsNotText:
      Bilingual(
        id: "kunci harus berupa kata. Tulis \"kunci: nilai\".",
        en: "a key must be a word. Write \"key: value\".")
    case .other(let detail):
      Bilingual(
        id: "susunan YAML di sini tidak terbaca (\(detail)). "
          + "Periksa spasi, tanda kutip dan kurung di baris ini dan baris sebelumnya.",
        en: "the YAML here cannot be read (\(detail)). "
          + "Check spaces, quotation marks and brackets in this line and the one before.")
    default: Bilingual(id: "", en: "")
    }
  }
}
