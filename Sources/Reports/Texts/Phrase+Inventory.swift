import HybridWork

extension Phrase {
  /// The wording of the inventory's headings and notes.
  var inventoryText: Bilingual {
    switch self {
    case .position: Bilingual(id: "Jabatan", en: "Position")
    case .unit: Bilingual(id: "Unit", en: "Unit")
    case .service: Bilingual(id: "Layanan", en: "Service")
    case .movability: Bilingual(id: "Golongan", en: "Class")
    case .movableShare: Bilingual(id: "Waktu dapat pindah", en: "Movable time")
    case .margin: Bilingual(id: "Jarak ke batas", en: "Margin")
    case .reasons: Bilingual(id: "Alasan", en: "Reasons")
    case .shareAway:
      Bilingual(id: "Porsi dapat dikerjakan di luar kantor", en: "Share that can be done away")
    case .movableAway: Bilingual(id: "dapat di luar kantor", en: "can be done away")
    case .movablePartly: Bilingual(id: "sebagian", en: "partly")
    case .movablePlaceBound: Bilingual(id: "terikat tempat", en: "place-bound")
    case .movableDoubtful: Bilingual(id: "meragukan", en: "doubtful")
    case .inventoryByUnit: Bilingual(id: "Pegawai menurut unit", en: "Staff by unit")
    case .inventoryByPosition:
      Bilingual(id: "Jabatan, yang meragukan lebih dulu", en: "Positions, doubtful ones first")
    case .inventoryByService:
      Bilingual(id: "Layanan, yang meragukan lebih dulu", en: "Services, doubtful ones first")
    case .withoutPosition:
      Bilingual(
        id: "Pegawai tanpa jabatan yang diketahui (dihitung meragukan)",
        en: "Staff without a known position (counted as doubtful)")
    case .inventoryThresholds:
      Bilingual(
        id:
          "Asumsi (penilaian, J): dapat di luar kantor mulai porsi, sebagian mulai, meragukan bila "
          + "jaraknya di bawah",
        en: "Assumed (judgement, J): can be done away from a share of, partly from, doubtful if "
          + "nearer than")
    case .inventoryDerived:
      Bilingual(
        id: "Jabatan tanpa baris dalam tabel diturunkan dari jenis tugas dan porsi pelayanan "
          + "langsung pegawainya, karena itu meragukan. Isi tabelnya dan ubah basis menjadi declared.",
        en: "Positions that no table describes were derived from their staff's task classes and "
          + "shares of direct service, and are doubtful. Fill in the table and set basis to declared."
      )
    case .hiddenNote:
      Bilingual(
        id: "* disembunyikan: terlalu kecil, atau membuat angka kecil lain dapat dihitung; batas",
        en: "* hidden: too small, or would give a small number away; the limit is")
    default: Bilingual(id: "", en: "")
    }
  }

  /// The wording of the reasons for a class.
  var movabilityText: Bilingual {
    switch self {
    case .nearThreshold: Bilingual(id: "dekat batas", en: "near a threshold")
    case .derivedProfile:
      Bilingual(id: "diturunkan dari data pegawai", en: "derived from the register")
    case .needsPeopleOnSite:
      Bilingual(id: "layanan memerlukan petugas di tempat", en: "the service needs people on site")
    case .staffCouldBeAway:
      Bilingual(
        id: "jabatan petugasnya hampir seluruhnya dapat pindah; periksa",
        en: "its staff's positions could nearly all be away; check")
    case .noKnownStaff:
      Bilingual(id: "tidak ada petugas yang dikenal", en: "no staff of a known position")
    case .movableTime:
      Bilingual(
        id: "waktu yang dapat pindah", en: "movable time")
    case .unanswered: Bilingual(id: "belum dijawab", en: "not answered")
    case .notDoableElsewhere:
      Bilingual(id: "tidak dapat dikerjakan di tempat lain", en: "can't be done elsewhere")
    case .needsRoom:
      Bilingual(
        id: "memerlukan ruang atau peralatan khusus", en: "needs a special room or equipment")
    case .notByICT:
      Bilingual(
        id: "tidak dapat dengan teknologi informasi", en: "can't be done by information technology")
    case .needsMeeting: Bilingual(id: "memerlukan tatap muka", en: "needs meeting face to face")
    case .needsSupervision:
      Bilingual(id: "memerlukan pengawasan terus-menerus", en: "needs constant supervision")
    default: Bilingual(id: "", en: "")
    }
  }
}
