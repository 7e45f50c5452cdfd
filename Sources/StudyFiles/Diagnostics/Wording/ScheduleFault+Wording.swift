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
    default: recordWording
    }
  }

  /// What is wrong with the days of some people.
  private var recordWording: Bilingual {
    switch self {
    case .recordDaysWithoutWeekdays:
      Bilingual(
        id: "by_record hanya berlaku dengan flexible_on. Tambahkan flexible_on (boleh none), atau "
          + "pakai splits.",
        en: "by_record goes with flexible_on only. Add flexible_on (none will do), or use splits.")
    case .recordTwice:
      Bilingual(
        id: "syarat ini sudah ada di atas, dan yang pertama berlaku: baris ini tak pernah dipakai. "
          + "Hapus salah satu.",
        en: "an entry above has this condition, and the first counts: this one never would. Delete "
          + "one of the two.")
    case .ownSplitWithoutFlexibleDays:
      Bilingual(
        id: "pola ini tanpa hari fleksibel. Tulis flexible_on: none.",
        en: "this split has no flexible days. Write flexible_on: none.")
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
    case .flexibleDaysOnShifts(let policy, let unit):
      Bilingual(
        id: "kebijakan \(Bilingual.quoted(policy)) memberi hari fleksibel kepada pegawai unit "
          + "\(Bilingual.quoted(unit)), yang bekerja bergiliran. Kecualikan unit itu dengan "
          + "syarat, atau hapus dari shifts.",
        en: "the policy \(Bilingual.quoted(policy)) gives flexible days to staff of the unit "
          + "\(Bilingual.quoted(unit)), which works on shifts. Keep the unit out by a rule, or "
          + "take it out of shifts.")
    default: hoursWording
    }
  }

  /// What is wrong with the hours of a day or the place of a flexible one.
  private var hoursWording: Bilingual {
    switch self {
    case .endsBeforeStart(let from, let to):
      Bilingual(
        id: "jam \(Self.time(to)) tidak sesudah \(Self.time(from)). Perbaiki salah satu.",
        en: "\(Self.time(to)) is not after \(Self.time(from)). Correct one of the two.")
    case .onSiteOutsideOffice(let office):
      Bilingual(
        id: "jam di kantor ini di luar jam kerja, \(Self.span(office)). Perbaiki jamnya.",
        en: "these hours on site lie outside the office's hours, \(Self.span(office)). "
          + "Correct them.")
    case .onSiteAllDay:
      Bilingual(
        id: "jam ini sama dengan jam kerja penuh: tidak ada bagian hari yang fleksibel. "
          + "Persingkat, atau hapus on_site.",
        en: "these are all the office's hours: no part of the day is flexible. Shorten them, or "
          + "take on_site out.")
    case .startBreaksCore(let minutes, let core):
      Bilingual(
        id: "mulai \(minutes) menit lebih awal atau lambat tidak menyisakan jam inti "
          + "\(Self.span(core)). Kurangi menitnya, atau persempit core.",
        en: "a start \(minutes) minutes earlier or later does not keep the core hours "
          + "\(Self.span(core)). Lower the minutes, or narrow core.")
    case .moreThanEveryone(let early, let late):
      Bilingual(
        id: "\(NumberText.plain(early)) dan \(NumberText.plain(late)) melebihi 1, yaitu semua "
          + "pegawai. Kurangi salah satu.",
        en: "\(NumberText.plain(early)) and \(NumberText.plain(late)) are above 1, which is "
          + "everyone. Lower one of them.")
    case .wayToHome:
      Bilingual(
        id: "di rumah tidak ada perjalanan. Hapus kunci ini, atau tulis kind: other_office atau "
          + "elsewhere.",
        en: "there is no way to go at home. Take this key out, or write kind: other_office or "
          + "elsewhere.")
    default: Bilingual(id: "", en: "")
    }
  }

  private static func time(_ time: TimeOfDay) -> String { time.text(separator: ":") }

  private static func span(_ span: DayHours.Span) -> String {
    "\(time(span.from))–\(time(span.to))"
  }

  private static func period(_ from: WorkDate, _ through: WorkDate?, _ word: String) -> String {
    through.map { "\(from.iso)–\($0.iso)" } ?? "\(word) \(from.iso)"
  }
}
