extension NameFault {
  var wording: Wording {
    switch self {
    case .unknown(let found, let nearest, let allowed):
      Wording(
        id: "\(Wording.quoted(found)) tidak dikenal.", en: "\(Wording.quoted(found)) is unknown."
      ).followed(by: .nearest(nearest)).followed(by: .allowed(allowed))
    case .duplicate(let name, let firstLine?):
      Wording(
        id: "\(Wording.quoted(name)) sudah dipakai di baris \(firstLine). Beri nama lain.",
        en: "\(Wording.quoted(name)) is already used in line \(firstLine). Choose another name.")
    case .duplicate(let name, nil):
      Wording(
        id: "\(Wording.quoted(name)) disebut dua kali. Hapus salah satu.",
        en: "\(Wording.quoted(name)) is named twice. Delete one of them.")
    case .wrongUnit(let found, let expected):
      Wording(
        id: "satuan \(Wording.quoted(found)) tidak cocok, seharusnya \(Wording.quoted(expected)). "
          + "Ubah nilainya ke satuan itu, lalu tulis unit: \(expected).",
        en:
          "the unit \(Wording.quoted(found)) does not fit, \(Wording.quoted(expected)) is expected. "
          + "Convert the value to it and write unit: \(expected).")
    case .notAFlag(let text, let write):
      Wording(
        id: "\(Wording.quoted(text)) bukan true atau false.",
        en: "\(Wording.quoted(text)) is neither true nor false."
      ).followed(
        by: .write(write)
          ?? Wording(id: "Tulis true atau false.", en: "Write true or false."))
    }
  }
}
