import HybridWork

extension WorkCalendar {
  /// The calendar's first and last day for planners.
  var text: Bilingual {
    Bilingual(
      id: "\(from.text.indonesian) – \(through.text.indonesian)",
      en: "\(from.text.english) – \(through.text.english)")
  }
}

extension WorkDate {
  /// The date for planners, such as `1 Juli 2023`.
  var text: Bilingual {
    let parts = components
    let month = Self.months[parts.month - 1]
    return Bilingual(
      id: "\(parts.day) \(month.indonesian) \(parts.year)",
      en: "\(parts.day) \(month.english) \(parts.year)")
  }

  private static let months = [
    Bilingual(id: "Januari", en: "January"), Bilingual(id: "Februari", en: "February"),
    Bilingual(id: "Maret", en: "March"), Bilingual(id: "April", en: "April"),
    Bilingual(id: "Mei", en: "May"), Bilingual(id: "Juni", en: "June"),
    Bilingual(id: "Juli", en: "July"), Bilingual(id: "Agustus", en: "August"),
    Bilingual(id: "September", en: "September"), Bilingual(id: "Oktober", en: "October"),
    Bilingual(id: "November", en: "November"), Bilingual(id: "Desember", en: "December"),
  ]
}
