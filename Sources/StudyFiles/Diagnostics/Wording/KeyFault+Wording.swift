extension KeyFault {
  var wording: Wording {
    switch self {
    case .unknown(let found, let nearest, let allowed):
      Wording(
        id: "kunci \(Wording.quoted(found)) tidak dikenal.",
        en: "the key \(Wording.quoted(found)) is unknown."
      ).followed(by: .nearest(nearest)).followed(by: .allowed(allowed))
    case .duplicate(let key, let firstLine):
      Wording(
        id: "kunci \(Wording.quoted(key)) sudah ada di baris \(firstLine). Hapus salah satu.",
        en:
          "the key \(Wording.quoted(key)) already stands in line \(firstLine). Delete one of them.")
    case .missing(let key):
      Wording(
        id: "kunci \(Wording.quoted(key)) tidak ada, padahal wajib. Tambahkan \"\(key): …\".",
        en: "the key \(Wording.quoted(key)) is missing, but required. Add \"\(key): …\".")
    case .excludesOther(let key, let other):
      Wording(
        id: "\(key) dan \(other) tidak boleh diisi bersama. Hapus salah satu.",
        en: "\(key) and \(other) cannot both be given. Delete one of them.")
    case .wrongKind(let found, let expected):
      Wording(
        id: "di sini ada \(found.wording.id), padahal yang diperlukan \(expected.wording.id). "
          + "Tulis misalnya \(expected.example).",
        en: "here is \(found.wording.en), but \(expected.wording.en) is expected. "
          + "Write for example \(expected.example).")
    case .emptyList:
      Wording(
        id: "daftar ini kosong. Isi sedikitnya satu, atau hapus kuncinya.",
        en: "this list is empty. Give at least one entry, or delete the key.")
    }
  }
}

extension ValueKind {
  fileprivate var wording: Wording {
    switch self {
    case .nothing: Wording(id: "nilai kosong", en: "no value")
    case .text: Wording(id: "teks atau angka", en: "a text or number")
    case .quotedText: Wording(id: "teks dalam tanda kutip", en: "a quoted text")
    case .bilingualText: Wording(id: "teks dalam dua bahasa", en: "a text in two languages")
    case .number: Wording(id: "angka", en: "a number")
    case .integer: Wording(id: "bilangan bulat", en: "a whole number")
    case .share: Wording(id: "bagian 0 sampai 1", en: "a share from 0 to 1")
    case .flag: Wording(id: "true atau false", en: "true or false")
    case .date: Wording(id: "tanggal", en: "a date")
    case .time: Wording(id: "jam", en: "a time of day")
    case .list: Wording(id: "daftar", en: "a list")
    case .mapping: Wording(id: "kumpulan kunci", en: "a group of keys")
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
