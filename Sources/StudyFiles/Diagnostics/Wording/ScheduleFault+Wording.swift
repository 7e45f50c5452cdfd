import HybridWork

extension ScheduleFault {
  var wording: Bilingual {
    switch self {
    case .anchorsLeaveTooFewDays(let flexible, let left):
      Bilingual(
        id: "selain hari jangkar hanya tersisa \(left) hari kerja seminggu, kurang dari "
          + "\(flexible) hari fleksibel. Kurangi hari jangkar atau hari fleksibel.",
        en: "anchor days leave \(left) working days a week, fewer than the \(flexible) flexible "
          + "days. Take out anchor days, or lower the flexible days.")
    case .anchorIsFlexible(let weekday):
      Bilingual(
        id: "\(weekday) adalah hari jangkar sekaligus hari fleksibel. Hapus salah satu.",
        en: "\(weekday) is an anchor day and a flexible day. Delete one of the two.")
    case .everyDayAnchored:
      Bilingual(
        id: "semua hari kerja adalah hari jangkar: tidak ada hari fleksibel. Hapus sebagian.",
        en: "every working day is an anchor day: no flexible day is left. Take some out.")
    case .noFlexibleDayInWindows:
      Bilingual(
        id: "tidak ada hari fleksibel di dalam rentang tanggal ini. Perbaiki tanggal atau harinya.",
        en: "no flexible day lies within these windows. Correct the dates or the weekdays.")
    case .splitsWithoutSplit:
      Bilingual(
        id: "splits hanya berlaku dengan office_days dan flexible_days. Tambahkan keduanya, atau "
          + "hapus splits.",
        en: "splits go with office_days and flexible_days only. Add these two, or take splits out.")
    case .splitWithoutFlexibleDays:
      Bilingual(
        id: "pola tanpa hari fleksibel bukan pola kerja fleksibel. Tulis sebagai syarat di "
          + "eligibility.",
        en: "a split without flexible days is none. Write a rule under eligibility instead.")
    case .unitsWithoutWeekdays:
      Bilingual(
        id: "by_unit hanya berlaku dengan flexible_on. Tambahkan flexible_on, atau hapus by_unit.",
        en: "by_unit goes with flexible_on only. Add flexible_on, or take by_unit out.")
    default: windowWording
    }
  }

  /// What is wrong with a window against the policy or the study.
  private var windowWording: Bilingual {
    switch self {
    case .windowOutsidePolicy(let from, let through):
      Bilingual(
        id: "rentang ini di luar masa berlaku kebijakan, \(Self.period(from, through, "sejak")). "
          + "Perbaiki tanggalnya.",
        en: "this window lies outside the policy's own period, "
          + "\(Self.period(from, through, "from")). Correct the dates.")
    case .windowOutsideStudy(let from, let through):
      Bilingual(
        id: "rentang ini di luar kalender studi, \(from.iso)–\(through.iso): tidak berpengaruh.",
        en: "this window lies outside the study's calendar, \(from.iso)–\(through.iso): it has no "
          + "effect.")
    default: Bilingual(id: "", en: "")
    }
  }

  private static func period(_ from: WorkDate, _ through: WorkDate?, _ word: String) -> String {
    through.map { "\(from.iso)–\($0.iso)" } ?? "\(word) \(from.iso)"
  }
}
