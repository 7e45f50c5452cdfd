public import HybridWork

extension SurveyQuestion {
  /// The question as staff read it.
  public var text: Bilingual {
    switch self {
    case .unit: Bilingual(id: "Unit kerja", en: "Work unit")
    case .sex: Bilingual(id: "Jenis kelamin", en: "Sex")
    case .generation: Bilingual(id: "Tahun lahir", en: "Year of birth")
    case .commuteKilometres:
      Bilingual(
        id: "Jarak satu arah dari rumah ke kantor (km)",
        en: "One-way distance from home to the office (km)")
    case .commuteMode:
      Bilingual(
        id: "Kendaraan yang paling sering dipakai ke kantor",
        en: "How you most often travel to the office")
    case .laptop:
      Bilingual(
        id: "Ada laptop yang dapat dipakai bekerja di rumah",
        en: "You have a laptop for work at home")
    case .bandwidthMbps:
      Bilingual(
        id: "Kecepatan internet di rumah (Mbps, hasil uji kecepatan)",
        en: "Speed of the connection at home (Mbps, by a speed test)")
    case .interest:
      Bilingual(
        id: "Akan mengajukan hari kerja fleksibel bila memenuhi syarat",
        en: "You would apply for flexible days if eligible")
    case .daysWanted:
      Bilingual(
        id: "Hari kerja fleksibel yang diinginkan seminggu (0–5)",
        en: "Flexible days wanted in a week (0–5)")
    case .stress:
      Bilingual(
        id: "Tekanan kerja sebulan terakhir (1 sangat rendah – 5 sangat tinggi)",
        en: "Strain of work in the last month (1 very low – 5 very high)")
    case .satisfaction:
      Bilingual(
        id: "Kepuasan kerja (1 sangat rendah – 5 sangat tinggi)",
        en: "Satisfaction with work (1 very low – 5 very high)")
    }
  }

  /// An accepted value of a choice as staff read it.
  public func text(ofChoice value: String) -> Bilingual {
    switch (self, value) {
    case (.sex, "L"): Bilingual(id: "Laki-laki", en: "Man")
    case (.sex, "P"): Bilingual(id: "Perempuan", en: "Woman")
    case (.generation, "boomer"): Bilingual(id: "sampai 1964", en: "up to 1964")
    case (.generation, "x"): Bilingual(id: "1965–1980", en: "1965–1980")
    case (.generation, "y"): Bilingual(id: "1981–1996", en: "1981–1996")
    case (.generation, "z"): Bilingual(id: "mulai 1997", en: "from 1997")
    case (.commuteMode, "motorcycle"): Bilingual(id: "Sepeda motor", en: "Motorcycle")
    case (.commuteMode, "car"): Bilingual(id: "Mobil", en: "Car")
    case (.commuteMode, "public"): Bilingual(id: "Angkutan umum", en: "Public transport")
    case (.commuteMode, "active"): Bilingual(id: "Jalan kaki atau sepeda", en: "On foot or bicycle")
    case (.commuteMode, "other"): Bilingual(id: "Lainnya", en: "Other")
    default: Bilingual(id: value, en: value)
    }
  }
}
