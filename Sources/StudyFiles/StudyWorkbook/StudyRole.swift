import HybridWork

/// What a policy of a workbook is for.
enum StudyRole: String, CaseIterable {
  /// The one that others are compared with.
  case today
  /// A row of the scenario table.
  case compared
  /// Only a part of others, or for later.
  case available

  /// The word in the sheet.
  var name: Bilingual {
    switch self {
    case .today: Bilingual(id: "kondisi saat ini", en: "today")
    case .compared: Bilingual(id: "dibandingkan", en: "compared")
    case .available: Bilingual(id: "tersedia", en: "available")
    }
  }

  /// The role of a word in either language; nil for another word.
  init?(word: String) {
    let role = Self.allCases.first {
      [$0.name.indonesian, $0.name.english].contains(word.lowercased())
    }
    guard let role else { return nil }
    self = role
  }
}
