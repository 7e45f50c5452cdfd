import HybridWork
import Simulation

extension Classification {
  /// The classification as it stands on documents.
  var text: Bilingual {
    switch self {
    case .open: Bilingual(id: "Biasa/Terbuka", en: "Open")
    case .restricted: Bilingual(id: "Terbatas", en: "Restricted")
    case .secret: Bilingual(id: "Rahasia", en: "Secret")
    }
  }
}

extension StudyHeader {
  /// The line on classification that every document bears.
  var classificationLine: Bilingual {
    guard let classification else {
      return Bilingual(
        id: "Klasifikasi: belum ditetapkan instansi.", en: "Classification: not set by the agency.")
    }
    return Bilingual(
      id: "Klasifikasi: \(classification.text.indonesian).",
      en: "Classification: \(classification.text.english).")
  }
}
