import HybridWork

extension DateFault {
  var wording: Bilingual {
    switch self {
    case .notADate(let text):
      found(text, id: "bukan tanggal", en: "is not a date").followed(by: form)
    case .notISO(let text, let write):
      found(text, id: "tidak berbentuk TTTT-BB-HH", en: "is not of the form YYYY-MM-DD")
        .followed(by: .write(write))
    case .noSuchDay(let text, let month, let days):
      found(
        text, id: "tidak ada: bulan \(month) tahun itu sampai tanggal \(days)",
        en: "does not exist: month \(month) of that year has \(days) days"
      ).followed(
        by: Bilingual(id: "Perbaiki tanggalnya.", en: "Correct the day."))
    case .noSuchMonth(let text, let month):
      found(
        text, id: "tidak ada: tidak ada bulan \(month)",
        en: "does not exist: there is no month \(month)"
      ).followed(
        by: text.prefix(4).allSatisfy(\.isNumber)
          ? Bilingual(
            id: "Tulis tahun, bulan, lalu hari, misalnya 2026-01-31.",
            en: "Write the year, the month, then the day, as in 2026-01-31.")
          : Bilingual(
            id: "Tulis hari dahulu, lalu bulan, misalnya 31-01-1980.",
            en: "Write the day first, then the month, as in 31-01-1980."))
    case .unknownMonth(let text, let name, let nearest):
      found(
        text, id: "memuat nama bulan yang tidak dikenal, \(Bilingual.quoted(name))",
        en: "has an unknown name of a month, \(Bilingual.quoted(name))"
      ).followed(by: .nearest(nearest)).followed(
        by: Bilingual(
          id: "Tulis nama bulan dalam bahasa Indonesia.", en: "Write the month in Indonesian."))
    case .twoDigitYear(let text):
      found(text, id: "memuat tahun dua angka", en: "has a year of two digits").followed(
        by: Bilingual(id: "Tulis tahun dengan empat angka.", en: "Write the year with four digits.")
      )
    case .bareYear(let text):
      found(text, id: "hanya tahun", en: "is only a year").followed(by: form)
    case .yearOutOfRange(let text, let range):
      found(
        text, id: "di luar tahun \(range.lowerBound) sampai \(range.upperBound)",
        en: "is outside the years \(range.lowerBound) to \(range.upperBound)"
      ).followed(
        by: Bilingual(id: "Perbaiki tahunnya.", en: "Correct the year."))
    default: otherWording
    }
  }

  private var otherWording: Bilingual {
    switch self {
    case .serialNumber(let text):
      found(
        text, id: "tampak seperti nomor hari dari Excel", en: "looks like Excel's count of days"
      )
      .followed(
        by: Bilingual(
          id: "Beri kolom itu format tanggal TTTT-BB-HH, lalu ekspor lagi.",
          en: "Format the column as a date YYYY-MM-DD and export again."))
    case .notATime(let text):
      found(text, id: "bukan jam", en: "is not a time of day").followed(
        by: Bilingual(
          id: "Tulis dua angka jam dan dua angka menit, misalnya \"08:00\".",
          en: "Write two digits for the hour and two for the minutes, as in \"08:00\"."))
    case .unquotedTime(let text):
      found(
        text, id: "tanpa tanda kutip dibaca program lain sebagai angka",
        en: "is read as a number by other programs without quotation marks"
      ).followed(
        by: .write("\"\(text)\""))
    case .endsBeforeStart(let end, let start):
      found(
        end.iso, id: "mendahului hari pertama, \(start.iso)",
        en: "is before the first day, \(start.iso)"
      ).followed(by: Bilingual(id: "Perbaiki salah satu.", en: "Correct one of the two."))
    default: Bilingual(id: "", en: "")
    }
  }

  private var form: Bilingual {
    Bilingual(id: "Tulis misalnya 2026-01-31.", en: "Write for example 2026-01-31.")
  }

  private func found(_ text: String, id: String, en: String) -> Bilingual {
    Bilingual(id: "\(Bilingual.quoted(text)) \(id).", en: "\(Bilingual.quoted(text)) \(en).")
  }
}
