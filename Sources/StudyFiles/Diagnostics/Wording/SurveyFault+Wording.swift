import HybridWork

extension SurveyFault {
  var wording: Bilingual {
    switch self {
    case .notOffered(let allowed):
      let list = allowed.prefix(60).joined(separator: ", ")
      return Bilingual(
        id:
          "jawaban ini tidak ada dalam pilihan (isinya tidak ditampilkan). Tulis salah satu: \(list).",
        en: "this answer is none of those offered (it is not shown). Write one of: \(list).")
    case .questionTwice(let question, let headers):
      let list = headers.joined(separator: "; ")
      return Bilingual(
        id:
          "pertanyaan \(question) ada di beberapa kolom: \(list). Hapus atau ubah nama yang lain.",
        en:
          "the question \(question) stands in several columns: \(list). Delete or rename the others."
      )
    case .notAMapping(let text, let allowed):
      let list = allowed.joined(separator: ", ")
      return Bilingual(
        id:
          "--columns: \(Bilingual.quoted(text)) bukan pertanyaan=nama-kolom. Pertanyaan: \(list).",
        en:
          "--columns: \(Bilingual.quoted(text)) is not question=header. The questions are: \(list)."
      )
    case .furtherRows(let count):
      return Bilingual(
        id: "\(count) baris lain juga salah; perbaiki yang ditampilkan lebih dahulu.",
        en: "\(count) further rows are wrong too; correct those shown first.")
    }
  }
}
