import HybridWork

/// The wordings of the questionnaire and of what its answers say.
enum SurveyPhrase: CaseIterable {
  case title, introduction, responseTitle, resultsTitle
  case unit, staff, answers, rate, question, answer, estimate, range, nonresponseRange
  case overall, unitsNote, chanceNote, boundsNote, notRepresented, tooFew, hiddenNote, takeUpNote

  var text: Bilingual {
    switch self {
    case .title: Bilingual(id: "Kuesioner kerja fleksibel", en: "Questionnaire on flexible work")
    case .introduction:
      Bilingual(
        id: "Jangan tulis nama, NIP, nomor telepon atau alamat. Jawaban dipakai untuk perencanaan, "
          + "bukan untuk menilai pegawai. Pertanyaan boleh dikosongkan, kecuali unit kerja.",
        en: "Do not write names, employee numbers, telephone numbers or addresses. Answers serve "
          + "planning, not the assessment of staff. Any question may be left blank but the unit.")
    case .responseTitle: Bilingual(id: "Jawaban menurut unit", en: "Answers by unit")
    case .resultsTitle: Bilingual(id: "Perkiraan untuk pegawai", en: "Estimates for the staff")
    case .unit: Bilingual(id: "Unit", en: "Unit")
    case .staff: Bilingual(id: "Pegawai", en: "Staff")
    case .answers: Bilingual(id: "Jawaban", en: "Answers")
    case .rate: Bilingual(id: "Tingkat jawaban", en: "Response rate")
    case .question: Bilingual(id: "Pertanyaan", en: "Question")
    case .answer: Bilingual(id: "Pilihan", en: "Answer")
    case .estimate: Bilingual(id: "Perkiraan", en: "Estimate")
    case .range: Bilingual(id: "Rentang 90%", en: "90% interval")
    case .nonresponseRange:
      Bilingual(id: "Batas tanpa anggapan", en: "Bounds without assumptions")
    case .overall: Bilingual(id: "Tingkat jawaban seluruhnya", en: "Response rate of all staff")
    case .unitsNote:
      Bilingual(
        id: "unit terwakili; ini bukan tingkat jawaban.",
        en: "units are represented; that is not a response rate.")
    case .chanceNote:
      Bilingual(
        id: "Rentang 90%: kebetulan saja, seolah-olah penjawab dipilih acak dalam unitnya; bobot "
          + "menyamakan jawaban dengan daftar pegawai.",
        en:
          "90% interval: chance alone, as if those who answered were drawn at random within their "
          + "unit; weights make the answers match the register.")
    case .boundsNote:
      Bilingual(
        id: "Batas tanpa anggapan: bila semua yang tidak menjawab berkata tidak, atau semua ya.",
        en: "Bounds without assumptions: if all who did not answer say no, or all say yes.")
    case .notRepresented:
      Bilingual(
        id: "Pegawai pada unit dengan jawaban kurang dari dua, yang tidak terwakili:",
        en: "Staff of units with fewer than two answers, who are not represented:")
    case .tooFew: Bilingual(id: "Jawaban terlalu sedikit:", en: "Too few answers:")
    case .hiddenNote:
      Bilingual(
        id: "*: disembunyikan; menyangkut kurang dari", en: "*: hidden; about fewer than")
    case .takeUpNote:
      Bilingual(
        id: "Minat bukan pengajuan: simpangan baku 0,15 ditambahkan (penilaian, J). Kota Bandung, "
          + "April 2024: 93 dari 15.500 benar-benar mengajukan.",
        en: "Interest is not an application: a standard deviation of 0.15 is added (judgement, J). "
          + "Kota Bandung, April 2024: 93 of 15,500 did apply.")
    }
  }
}

extension Language {
  /// A phrase of the questionnaire in this language.
  subscript(survey phrase: SurveyPhrase) -> String { phrase.text[self] }
}
