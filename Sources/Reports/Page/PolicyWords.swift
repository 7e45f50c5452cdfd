import HybridWork

/// Everything a policy regulates, in sentences.
struct PolicyWords {
  let policy: Policy
  /// The study's services, to call them by name.
  let services: [Service]

  private var levers: PolicyLevers { policy.levers }

  /// Schedule, take-up, limits, safeguards and money; eligibility rules stand apart.
  var sentences: [Bilingual] {
    guard levers.schedule.offersFlexibleDays else {
      return [Bilingual(id: "Tanpa hari fleksibel.", en: "No flexible days.")] + meetings
    }
    return [pattern] + limits + [takeUp] + cap + both { $0.sentences() } + both { $0.exceptions }
      + levers.safeguards.map(safeguard) + guarantee + allowances + provision + meetings + sickness
  }

  /// The schedule in a few words, such as `3 hari kantor, 2 hari fleksibel`.
  var pattern: Bilingual {
    switch levers.schedule.pattern {
    case .chosen(let split):
      Bilingual(
        id: "Pola \(split.officeDays)-\(split.flexibleDays): pegawai memilih "
          + "\(split.flexibleDays) hari fleksibel seminggu.",
        en: "Split \(split.officeDays)-\(split.flexibleDays): each employee chooses "
          + "\(split.flexibleDays) flexible day\(split.flexibleDays == 1 ? "" : "s") a week.")
    case .fixed(let weekdays):
      Bilingual(
        id: "Hari fleksibel bersama: \(names(weekdays, .indonesian)).",
        en: "Everyone away on: \(names(weekdays, .english)).")
    case .rotation(let teams, let turn):
      Bilingual(
        id:
          "Bergilir: \(teams) regu, satu regu di kantor tiap \(turn == .week ? "minggu" : "hari").",
        en: "In turns: \(teams) teams, one in the office each \(turn == .week ? "week" : "day").")
    }
  }

  private func names(_ days: Set<Weekday>, _ language: Language) -> String {
    days.sorted().map { $0.text[language] }.joined(separator: ", ")
  }

  private var limits: [Bilingual] {
    zip(
      ScheduleText(schedule: levers.schedule, language: .indonesian).lines,
      ScheduleText(schedule: levers.schedule, language: .english).lines
    ).map { Bilingual(id: String($0.dropFirst(2)) + ".", en: String($1.dropFirst(2)) + ".") }
  }

  private func both(_ texts: (LeverText) -> [String]) -> [Bilingual] {
    zip(
      texts(LeverText(levers: levers, language: .indonesian)),
      texts(LeverText(levers: levers, language: .english))
    ).map { Bilingual(id: $0, en: $1) }
  }

  private var takeUp: Bilingual {
    switch levers.takeUp {
    case .voluntary:
      Bilingual(
        id: "Sukarela: pegawai mengajukan, disetujui, lalu memakai sebagian hari yang diizinkan.",
        en: "Voluntary: people apply, are approved, and use some of the days allowed.")
    case .ordered:
      Bilingual(
        id: "Diperintahkan: hampir semua yang memenuhi syarat mematuhi.",
        en: "Ordered: nearly all who are eligible comply.")
    }
  }

  private var cap: [Bilingual] {
    guard let share = levers.capShareOfUnitAway else { return [] }
    return [
      bilingual { numbers in
        Bilingual(
          id: "Paling banyak \(numbers.percent(share, decimals: 0)) satu unit di luar kantor "
            + "pada hari yang sama.",
          en: "At most \(numbers.percent(share, decimals: 0)) of a unit away on the same day.")
      }
    ]
  }

  private func safeguard(_ safeguard: Safeguard) -> Bilingual {
    let action: Bilingual
    switch safeguard.action {
    case .minimumOnSite:
      action = Bilingual(
        id: "Petugas minimum: hari fleksibel ditolak saat direncanakan bila petugas kurang",
        en: "Minimum staff: flexible days are refused when planned if staff would be short")
    case .recall(let notice, let swaps):
      action = Bilingual(
        id: "Pemanggilan kembali \(Self.when(notice, .indonesian)) bila petugas kurang"
          + (swaps ? ", dengan hari pengganti" : ""),
        en: "Recall \(Self.when(notice, .english)) if staff are short"
          + (swaps ? ", with another day in return" : ""))
    case .closeDay(let notice):
      action = Bilingual(
        id:
          "Hari fleksibel layanan dibatalkan \(Self.when(notice, .indonesian)) bila petugas kurang",
        en: "The service's flexible day is called off \(Self.when(notice, .english)) if short")
    }
    let scope = scope(safeguard)
    let target = Self.target(safeguard.target)
    return Bilingual(
      id: "\(action.indonesian) (\(scope.indonesian); sampai \(target.indonesian)).",
      en: "\(action.english) (\(scope.english); up to \(target.english)).")
  }

  private static func when(_ notice: Safeguard.Notice, _ language: Language) -> String {
    switch (notice, language) {
    case (.previousDay, .indonesian): "sehari sebelumnya"
    case (.previousDay, .english): "the day before"
    case (.sameMorning, .indonesian): "pada pagi hari itu"
    case (.sameMorning, .english): "the same morning"
    }
  }

  private func scope(_ safeguard: Safeguard) -> Bilingual {
    guard let identifiers = safeguard.services else {
      return Bilingual(id: "semua layanan", en: "all services")
    }
    let titles = identifiers.map { identifier in
      services.first { $0.id == identifier }?.title ?? Bilingual(id: identifier, en: identifier)
    }
    return Bilingual(
      id: titles.map(\.indonesian).joined(separator: ", "),
      en: titles.map(\.english).joined(separator: ", "))
  }

  private static func target(_ target: Safeguard.Target) -> Bilingual {
    switch target {
    case .need: Bilingual(id: "kebutuhan layanan", en: "the service's need")
    case .people(let people): Bilingual(id: "\(people) orang", en: "\(people) people")
    case .shareOfStaff(let share):
      bilingual { numbers in
        let percent = numbers.percent(share, decimals: 0)
        return Bilingual(id: "\(percent) petugas", en: "\(percent) of its staff")
      }
    }
  }

  private var guarantee: [Bilingual] {
    guard let guarantee = levers.guarantee else { return [] }
    return [
      bilingual { numbers in
        let coverage = numbers.percent(guarantee.ofBaseline, decimals: 0)
        let days = numbers.percent(guarantee.shareOfDays, decimals: 0)
        return Bilingual(
          id: "Janji: keterpenuhan tiap layanan paling sedikit \(coverage) dari kondisi saat ini "
            + "pada \(days) hari.",
          en:
            "Promise: coverage of each service at least \(coverage) of today's on \(days) of days.")
      }
    ]
  }

  private var allowances: [Bilingual] {
    [
      (Bilingual(id: "Uang makan", en: "Meal allowance"), levers.allowances.meal),
      (
        Bilingual(id: "TPP menurut kehadiran", en: "Attendance allowance"),
        levers.allowances.attendance
      ),
      (Bilingual(id: "Uang paket data", en: "Data allowance"), levers.allowances.data),
    ].filter { $0.1 != .notApplicable }.map { name, treatment in
      Bilingual(
        id: "\(name.indonesian) pada hari fleksibel: \(Language.indonesian[treatment.phrase]).",
        en: "\(name.english) on flexible days: \(Language.english[treatment.phrase]).")
    }
  }

  private var provision: [Bilingual] {
    let provision = levers.provision
    var bought: [Bilingual] = []
    if provision.laptopShare > 0 {
      bought.append(
        bilingual { numbers in
          let percent = numbers.percent(provision.laptopShare, decimals: 0)
          return Bilingual(
            id: "laptop bagi \(percent) peserta", en: "laptops for \(percent) of participants")
        })
    }
    if provision.buysConnections {
      bought.append(
        Bilingual(id: "sambungan aman dan lisensi", en: "secure connections and licences"))
    }
    if provision.isSetUp {
      bought.append(Bilingual(id: "penyiapan sistem", en: "setting up of systems"))
    }
    guard !bought.isEmpty else { return [] }
    return [
      Bilingual(
        id: "Dibeli: \(bought.map(\.indonesian).joined(separator: ", ")).",
        en: "Bought: \(bought.map(\.english).joined(separator: ", ")).")
    ]
  }

  private var meetings: [Bilingual] {
    guard levers.meetingsOnlineShare > 0 else { return [] }
    return [
      bilingual { numbers in
        let percent = numbers.percent(levers.meetingsOnlineShare, decimals: 0)
        return Bilingual(
          id: "Rapat dan perjalanan dinas diadakan daring: \(percent).",
          en: "Meetings and official travel held online: \(percent).")
      }
    ]
  }

  private var sickness: [Bilingual] {
    guard let rule = levers.sickness else { return [] }
    return [
      bilingual { numbers in
        let works = numbers.percent(rule.worksAnywayShare, decimals: 0)
        let relabelled = numbers.percent(rule.relabelledShare, decimals: 0)
        return Bilingual(
          id: "Sakit pada hari fleksibel: \(works) tetap dicatat bekerja, "
            + "\(relabelled) di antaranya hanya dicatat.",
          en: "Ill on a flexible day: \(works) book it as worked, \(relabelled) of them only that.")
      }
    ]
  }

  private static func bilingual(_ make: (NumberText) -> Bilingual) -> Bilingual {
    Bilingual(
      id: make(NumberText(language: .indonesian)).indonesian,
      en: make(NumberText(language: .english)).english)
  }

  private func bilingual(_ make: (NumberText) -> Bilingual) -> Bilingual { Self.bilingual(make) }
}
