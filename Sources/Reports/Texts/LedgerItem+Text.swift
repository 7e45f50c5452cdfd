import HybridWork

extension LedgerItem {
  /// The flow's name for planners.
  var text: Bilingual {
    switch self {
    case .motorcycleFuel: Bilingual(id: "BBM sepeda motor pegawai", en: "Fuel of staff motorcycles")
    case .carFuel: Bilingual(id: "BBM mobil pegawai", en: "Fuel of staff cars")
    case .officialFuel: Bilingual(id: "BBM kendaraan dinas", en: "Fuel of official vehicles")
    case .mealAllowance: Bilingual(id: "Uang makan", en: "Meal allowance")
    case .attendanceAllowance:
      Bilingual(id: "TPP menurut kehadiran", en: "Attendance part of TPP")
    case .dataAllowance: Bilingual(id: "Uang paket data", en: "Data allowance")
    case .lunch: Bilingual(id: "Makan siang dekat kantor", en: "Lunch near the office")
    case .lunchMargin: Bilingual(id: "Laba penjual makanan", en: "Margin of food sellers")
    case .homeMeal: Bilingual(id: "Makan di rumah", en: "Meals at home")
    case .officeElectricity: Bilingual(id: "Listrik kantor", en: "Office electricity")
    case .officeWater: Bilingual(id: "Air kantor", en: "Office water")
    case .officeConsumables:
      Bilingual(id: "Barang habis pakai kantor", en: "Office consumables")
    case .homeElectricity: Bilingual(id: "Listrik rumah", en: "Electricity at home")
    case .homeData: Bilingual(id: "Data di rumah", en: "Data at home")
    case .laptops: Bilingual(id: "Laptop", en: "Laptops")
    case .connections: Bilingual(id: "Sambungan aman dan lisensi", en: "Connections and licences")
    case .setUp: Bilingual(id: "Penyiapan sistem", en: "Setting up of systems")
    case .tripAllowance: Bilingual(id: "Uang harian perjalanan dinas", en: "Travel allowance")
    case .tripLodging: Bilingual(id: "Penginapan dinas", en: "Lodging on official travel")
    case .tripFuel: Bilingual(id: "BBM perjalanan dinas", en: "Fuel of official travel")
    case .meetingCatering: Bilingual(id: "Konsumsi rapat", en: "Catering of meetings")
    case .onlineMeetings: Bilingual(id: "Biaya rapat daring", en: "Cost of online meetings")
    case .citizenTime: Bilingual(id: "Waktu masyarakat", en: "Citizens' time")
    }
  }

  /// What the quantity is counted in, for planners.
  var quantityText: Bilingual {
    let indonesian =
      switch quantityUnit {
      case "litres": "liter"
      case "person-days": "orang-hari"
      case "meals": "porsi"
      case "person-months": "orang-bulan"
      case "laptop-years": "laptop-tahun"
      case "person-years": "orang-tahun"
      case "years": "tahun"
      case "nights": "malam"
      case "person-meetings": "orang-rapat"
      case "hours": "jam"
      default: quantityUnit
      }
    return Bilingual(id: indonesian, en: quantityUnit)
  }
}

extension Party {
  /// The party's name for planners.
  var text: Bilingual {
    switch self {
    case .budget: Bilingual(id: "Anggaran", en: "Budget")
    case .employee: Bilingual(id: "Pegawai", en: "Staff")
    case .household: Bilingual(id: "Rumah tangga pegawai", en: "Homes of staff")
    case .vendor: Bilingual(id: "Penjual", en: "Sellers")
    case .utility: Bilingual(id: "Perusahaan listrik dan air", en: "Utilities")
    case .citizen: Bilingual(id: "Masyarakat", en: "Citizens")
    }
  }
}

extension EmployerBudget {
  /// The budget's name for planners.
  var text: Bilingual {
    switch self {
    case .apbdProvince: Bilingual(id: "APBD provinsi", en: "Budget of the province")
    case .apbdCity: Bilingual(id: "APBD kota", en: "Budget of the city")
    case .apbn: Bilingual(id: "APBN", en: "State budget")
    case .blud: Bilingual(id: "BLUD", en: "Budget of the unit's own (BLUD)")
    }
  }
}
