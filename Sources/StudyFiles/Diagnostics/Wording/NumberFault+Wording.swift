import HybridWork

extension NumberFault {
  var wording: Bilingual {
    switch self {
    case .notANumber(let text):
      found(text, id: "bukan angka", en: "is not a number").followed(
        by: Bilingual(
          id: "Tulis angka saja tanpa satuan, misalnya 1250.",
          en: "Write digits only without a unit, for example 1250."))
    case .quoted(let text):
      Bilingual(
        id:
          "\(Bilingual.quoted(text)) adalah teks karena diapit tanda kutip. Hapus tanda kutipnya.",
        en: "\(Bilingual.quoted(text)) is a text since it is quoted. Delete the quotation marks.")
    case .leadingZero(let text, let write):
      found(text, id: "diawali nol", en: "begins with a zero").followed(by: .write(write))
    case .plusSign(let text, let write):
      found(text, id: "memakai tanda tambah", en: "has a plus sign").followed(by: .write(write))
    case .exponent(let text, let write):
      found(text, id: "memakai pangkat sepuluh", en: "uses a power of ten")
        .followed(by: digits(write))
    case .underscore(let text, let write):
      found(text, id: "memakai garis bawah", en: "has underscores").followed(by: digits(write))
    case .missingDigit(let text, let write):
      found(
        text, id: "kurang angka di depan atau di belakang tanda desimal",
        en: "lacks a digit before or after the decimal mark"
      ).followed(by: .write(write))
    case .hexadecimal(let text, let write):
      found(text, id: "adalah bilangan heksadesimal", en: "is a hexadecimal number")
        .followed(by: digits(write))
    default: otherWording
    }
  }

  private var otherWording: Bilingual {
    switch self {
    case .time(let text):
      found(text, id: "tampak seperti jam, bukan angka", en: "looks like a time, not a number")
        .followed(
          by: Bilingual(
            id: "Tulis jumlah menit atau jam sebagai angka.",
            en: "Write the minutes or hours as a number."))
    case .percent(let text, let write):
      found(
        text, id: "adalah persen, padahal bagian ditulis 0 sampai 1",
        en: "is a percentage, but shares are written from 0 to 1"
      ).followed(by: digits(write))
    case .currency(let text, let write):
      found(text, id: "memuat lambang mata uang", en: "contains a currency sign")
        .followed(by: digits(write))
    case .decimalComma(let text, let write):
      found(
        text, id: "memakai koma; desimal di sini memakai titik",
        en: "has a comma; decimals are written with a point here"
      ).followed(by: .write(write))
    case .decimalPoint(let text, let write):
      found(
        text, id: "memakai titik; desimal di sini memakai koma",
        en: "has a point; decimals are written with a comma here"
      ).followed(by: .write(write))
    case .grouped(let text, let write):
      found(
        text, id: "memakai pemisah ribuan, yang tidak diterima",
        en: "has thousands separators, which are not accepted"
      ).followed(by: .write(write))
    case .ambiguous(let text, let readings):
      found(
        text, id: "dapat dibaca sebagai \(readings.joined(separator: " atau "))",
        en: "can be read as \(readings.joined(separator: " or "))"
      ).followed(
        by: Bilingual(id: "Tulis salah satu.", en: "Write one of the two."))
    default: valueWording
    }
  }

  private var valueWording: Bilingual {
    switch self {
    case .notFinite(let text):
      found(text, id: "bukan angka yang dapat dihitung", en: "is not a number to reckon with")
        .followed(
          by: Bilingual(
            id: "Tulis angka, atau hapus kuncinya.", en: "Write a number, or delete the key."))
    case .tooLong(let text, let limit):
      found(text, id: "lebih panjang dari \(limit) tanda", en: "has more than \(limit) characters")
        .followed(by: Bilingual(id: "Bulatkan angkanya.", en: "Round the number."))
    case .notAnInteger(let text):
      found(text, id: "bukan bilangan bulat", en: "is not a whole number").followed(
        by: Bilingual(id: "Tulis tanpa desimal.", en: "Write it without decimals."))
    case .outOfRange(let text, let range):
      outOfRange(text, range)
    default: Bilingual(id: "", en: "")
    }
  }

  private func outOfRange(_ text: String, _ range: ClosedRange<Double>) -> Bilingual {
    let low = NumberText.plain(range.lowerBound)
    let high = NumberText.plain(range.upperBound)
    return found(text, id: "di luar batas", en: "is out of range").followed(
      by: Bilingual(
        id: "Tulis angka dari \(low) sampai \(high).",
        en: "Write a number from \(low) to \(high)."))
  }

  private func found(_ text: String, id: String, en: String) -> Bilingual {
    Bilingual(id: "\(Bilingual.quoted(text)) \(id).", en: "\(Bilingual.quoted(text)) \(en).")
  }

  /// What to write, or that digits are to be written where the meaning is not certain.
  private func digits(_ write: String?) -> Bilingual {
    Bilingual.write(write)
      ?? Bilingual(id: "Tulis dengan angka saja.", en: "Write it with digits only.")
  }
}
