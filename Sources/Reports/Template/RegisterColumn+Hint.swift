import HybridWork

extension RegisterColumn {
  /// What a planner may choose from; nil for what is typed in.
  func choices(in language: Language) -> [String]? {
    switch (self, kind) {
    // Boxes stand in files by their number, whatever the scheme.
    case (.talentBox, _): return (1...9).map(String.init)
    case (_, .flag): return language == .indonesian ? ["ya", "tidak"] : ["true", "false"]
    case (_, .category(let levels)): return levels.isEmpty ? nil : levels
    case (_, .text), (_, .number), (_, .date): return nil
    }
  }

  /// What to fill in.
  var hint: Bilingual {
    switch self {
    case .identifier:
      Bilingual(
        id: "NIP 18 angka atau pengenal lain yang unik, sebagai teks.",
        en: "NIP of 18 digits or another unique identifier, as text.")
    case .unit: Bilingual(id: "Nama unit kerja.", en: "Name of the unit.")
    case .sex: Bilingual(id: "L laki-laki, P perempuan.", en: "L men, P women.")
    case .birthDate:
      Bilingual(
        id: "Tanggal lahir, misalnya 1980-01-31; tahunnya saja boleh.",
        en: "Date of birth, such as 1980-01-31; the year alone will do.")
    case .employmentStatus: Bilingual(id: "Status kepegawaian.", en: "Employment status.")
    case .grade:
      Bilingual(
        id: "Golongan ruang, misalnya III/d; PPPK I sampai XVII.",
        en: "Grade, such as III/d; PPPK I to XVII.")
    case .positionKind:
      Bilingual(id: "Jenis jabatan (UU 20/2023).", en: "Kind of position (UU 20/2023).")
    case .position: Bilingual(id: "Nama jabatan.", en: "Name of the position.")
    case .education: Bilingual(id: "Pendidikan terakhir.", en: "Highest education.")
    case .talentBox:
      Bilingual(
        id: "Kotak talenta menurut skema studi; kosong bila belum dipetakan.",
        en: "Talent box by the study's scheme; blank if not mapped yet.")
    case .taskClass:
      Bilingual(
        id: "Jenis tugas utama; place-bound bila hanya dapat dikerjakan di tempat.",
        en: "Main kind of task; place-bound if it can be done on site only.")
    case .directServiceShare:
      Bilingual(
        id: "Bagian waktu kerja melayani langsung, 0 sampai 1.",
        en: "Share of working time in direct service, 0 to 1.")
    case .service:
      Bilingual(
        id: "Pengenal layanan dalam services.yaml; kosong bila tidak melayani.",
        en: "Identifier of the service in services.yaml; blank if none.")
    case .commuteKilometres:
      Bilingual(id: "Jarak rumah ke kantor sekali jalan, km.", en: "One-way commute in km.")
    case .commuteMode: Bilingual(id: "Kendaraan ke kantor.", en: "Mode of commuting.")
    case .laptop: Bilingual(id: "Punya laptop untuk bekerja.", en: "Has a laptop to work on.")
    case .bandwidthMbps: Bilingual(id: "Kecepatan internet di rumah, Mbps.", en: "Mbps at home.")
    case .discipline:
      Bilingual(
        id: "Hukuman disiplin (PP 94/2021); none bila tidak ada.",
        en: "Disciplinary penalty (PP 94/2021); none if there is none.")
    case .tenureMonths:
      Bilingual(id: "Lama di jabatan ini, bulan.", en: "Months in the present post.")
    case .superiorApproval: Bilingual(id: "Disetujui atasan.", en: "Approved by the superior.")
    case .disability: Bilingual(id: "Penyandang disabilitas.", en: "Has a disability.")
    case .disciplineDate:
      Bilingual(id: "Tanggal hukuman terakhir.", en: "Date of the last penalty.")
    case .bandwidthTestedOn:
      Bilingual(id: "Tanggal internet diukur.", en: "Date the bandwidth was measured.")
    case .inPostSince:
      Bilingual(id: "Hari pertama di jabatan ini.", en: "First day in the present post.")
    case .pregnant: Bilingual(id: "Sedang hamil.", en: "Is pregnant.")
    case .caring:
      Bilingual(
        id: "Merawat anak, lansia, atau orang sakit.",
        en: "Cares for a child, an elder or someone ill.")
    case .generation, .gradeBand, .counterShare, .fieldShare, .togetherShare, .aloneShare,
      .movableShare, .doableElsewhere, .specialRoomOrEquipment, .byICT, .faceToFace,
      .constantSupervision:
      Bilingual(id: "Dihitung Luwes.", en: "Computed by Luwes.")
    }
  }
}
