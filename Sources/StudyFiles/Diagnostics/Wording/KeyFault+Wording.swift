import HybridWork

extension KeyFault {
  var wording: Bilingual {
    switch self {
    case .unknown(let found, _, _) where found.allSatisfy(\.isNumber):
      Bilingual(
        id: "\(Bilingual.quoted(found)) terbaca sebagai kunci: koma di sini memisahkan kunci, "
          + "bukan desimal. Tulis desimal dengan titik, misalnya 0.5.",
        en: "\(Bilingual.quoted(found)) is read as a key: the comma here separates keys, "
          + "not decimals. Write decimals with a point, as in 0.5.")
    case .unknown(let found, let nearest, let allowed):
      Bilingual(
        id: "kunci \(Bilingual.quoted(found)) tidak dikenal.",
        en: "the key \(Bilingual.quoted(found)) is unknown."
      ).followed(by: .nearest(nearest)).followed(by: .allowed(allowed))
    case .duplicate(let key, let firstLine):
      Bilingual(
        id: "kunci \(Bilingual.quoted(key)) sudah ada di baris \(firstLine). Hapus salah satu.",
        en:
          "the key \(Bilingual.quoted(key)) already stands in line \(firstLine). Delete one of them."
      )
    case .missing(let key):
      Bilingual(
        id: "kunci \(Bilingual.quoted(key)) tidak ada, padahal wajib. Tambahkan \"\(key): …\".",
        en: "the key \(Bilingual.quoted(key)) is missing, but required. Add \"\(key): …\".")
    case .excludesOther(let key, let other):
      Bilingual(
        id: "\(key) dan \(other) tidak boleh diisi bersama. Hapus salah satu.",
        en: "\(key) and \(other) cannot both be given. Delete one of them.")
    case .oneNeeded(let keys):
      Bilingual(
        id: "salah satu dari kunci ini wajib: \(keys.joined(separator: ", ")). Tambahkan.",
        en: "one of these keys is required: \(keys.joined(separator: ", ")). Add it.")
    case .wrongKind(let found, let expected):
      Bilingual(
        id:
          "di sini ada \(found.wording.indonesian), padahal yang diperlukan \(expected.wording.indonesian). "
          + "Tulis misalnya \(expected.example).",
        en: "here is \(found.wording.english), but \(expected.wording.english) is expected. "
          + "Write for example \(expected.example).")
    case .emptyList:
      Bilingual(
        id: "daftar ini kosong. Isi sedikitnya satu, atau hapus kuncinya.",
        en: "this list is empty. Give at least one entry, or delete the key.")
    }
  }
}

extension ValueKind {
  fileprivate var wording: Bilingual {
    switch self {
    case .nothing: Bilingual(id: "nilai kosong", en: "no value")
    case .text: Bilingual(id: "teks atau angka", en: "a text or number")
    case .quotedText: Bilingual(id: "teks dalam tanda kutip", en: "a quoted text")
    case .bilingualText: Bilingual(id: "teks dalam dua bahasa", en: "a text in two languages")
    case .number: Bilingual(id: "angka", en: "a number")
    case .integer: Bilingual(id: "bilangan bulat", en: "a whole number")
    case .share: Bilingual(id: "bagian 0 sampai 1", en: "a share from 0 to 1")
    case .flag: Bilingual(id: "true atau false", en: "true or false")
    case .date: Bilingual(id: "tanggal", en: "a date")
    case .time: Bilingual(id: "jam", en: "a time of day")
    case .list: Bilingual(id: "daftar", en: "a list")
    case .mapping: Bilingual(id: "kumpulan kunci", en: "a group of keys")
    }
  }

  fileprivate var example: String {
    switch self {
    case .nothing: "~"
    case .text, .quotedText: "\"Kota Bandung\""
    case .bilingualText: "{id: \"…\", en: \"…\"}"
    case .number: "12.5"
    case .integer: "30"
    case .share: "0.5"
    case .flag: "true"
    case .date: "2026-01-31"
    case .time: "\"08:00\""
    case .list: "[a, b]"
    case .mapping: "{key: value}"
    }
  }
}
