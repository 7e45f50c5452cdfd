import HybridWork

extension NameFault {
  var wording: Bilingual {
    switch self {
    case .unknown(let found, let nearest, let allowed):
      Bilingual(
        id: "\(Bilingual.quoted(found)) tidak dikenal.",
        en: "\(Bilingual.quoted(found)) is unknown."
      ).followed(by: .nearest(nearest)).followed(by: .allowed(allowed))
    case .duplicate(let name, let firstLine?):
      Bilingual(
        id: "\(Bilingual.quoted(name)) sudah dipakai di baris \(firstLine). Beri nama lain.",
        en: "\(Bilingual.quoted(name)) is already used in line \(firstLine). Choose another name.")
    case .duplicate(let name, nil):
      Bilingual(
        id: "\(Bilingual.quoted(name)) disebut dua kali. Hapus salah satu.",
        en: "\(Bilingual.quoted(name)) is named twice. Delete one of them.")
    case .wrongUnit(let found, let expected):
      Bilingual(
        id:
          "satuan \(Bilingual.quoted(found)) tidak cocok, seharusnya \(Bilingual.quoted(expected)). "
          + "Ubah nilainya ke satuan itu, lalu tulis unit: \(expected).",
        en:
          "the unit \(Bilingual.quoted(found)) does not fit, \(Bilingual.quoted(expected)) is expected. "
          + "Convert the value to it and write unit: \(expected).")
    case .notAFlag(let text, let write):
      Bilingual(
        id: "\(Bilingual.quoted(text)) bukan true atau false.",
        en: "\(Bilingual.quoted(text)) is neither true nor false."
      ).followed(
        by: .write(write)
          ?? Bilingual(id: "Tulis true atau false.", en: "Write true or false."))
    }
  }
}
