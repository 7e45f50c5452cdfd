import HybridWork

/// The limits of a schedule in words: what a plain pattern of the week does not say.
struct ScheduleText {
  let schedule: Schedule
  let language: Language

  /// One line for each limit; none for a schedule without limits.
  var lines: [String] {
    [anchors, windows, month, splits, units, records, partDay, start, place].compactMap { $0 }
      .map { "• \($0)" }
  }

  private func choose(_ indonesian: String, _ english: String) -> String {
    language == .indonesian ? indonesian : english
  }

  private func names(_ days: Set<Weekday>) -> String {
    days.sorted().map { $0.text[language] }.joined(separator: ", ")
  }

  private var anchors: String? {
    guard !schedule.anchorDays.isEmpty else { return nil }
    return choose("Hari jangkar, semua di kantor", "Anchor days, everyone in the office")
      + ": \(names(schedule.anchorDays))"
  }

  private var windows: String? {
    guard !schedule.windows.isEmpty else { return nil }
    let dates = schedule.windows.map { "\($0.lowerBound.iso)–\($0.upperBound.iso)" }
    return choose("Hari fleksibel hanya pada", "Flexible days only within")
      + ": \(dates.joined(separator: ", "))"
  }

  private var month: String? {
    schedule.mostDaysPerMonth.map {
      choose("Paling banyak \($0) hari fleksibel sebulan", "At most \($0) flexible days a month")
    }
  }

  private var splits: String? {
    guard !schedule.splitsByRecord.isEmpty else { return nil }
    let splits = schedule.splitsByRecord.map {
      "\($0.split.officeDays)-\($0.split.flexibleDays)"
    }
    return choose(
      "Pola menurut rekam jejak (kantor-fleksibel)", "Splits by record (office-flexible)")
      + ": \(splits.joined(separator: ", "))"
  }

  private var units: String? {
    guard !schedule.daysByUnit.isEmpty else { return nil }
    let units = schedule.daysByUnit.map { own in
      "\(own.units.joined(separator: ", ")) – \(days(own.days, cap: own.shareOfUnitAway))"
    }
    return choose("Hari menurut unit", "Weekdays by unit") + ": \(units.joined(separator: "; "))"
  }

  private var records: String? {
    guard !schedule.daysByRecord.isEmpty else { return nil }
    let records = schedule.daysByRecord.map { own in
      let people =
        if case .category(_, let names) = own.condition {
          names.sorted().joined(separator: ", ")
        } else { choose("menurut syaratnya", "by its condition") }
      return "\(people) – \(days(own.days, cap: own.shareAway))"
    }
    return choose("Hari menurut jabatan atau data pegawai", "Days by position or record")
      + ": \(records.joined(separator: "; "))"
  }

  private func days(_ days: Schedule.OwnDays, cap: Double?) -> String {
    let text =
      switch days {
      case .fixed([]): choose("tanpa hari fleksibel", "no flexible days")
      case .fixed(let weekdays): names(weekdays)
      case .chosen(let split):
        choose("pola ", "split ") + "\(split.officeDays)-\(split.flexibleDays)"
      }
    let share = cap.map { NumberText(language: language).percent($0, decimals: 0) }
    return text + (share.map { choose(", paling banyak ", ", at most ") + $0 } ?? "")
  }

  private var partDay: String? {
    schedule.hours?.onSite.map {
      choose("Pada hari fleksibel di kantor", "On a flexible day in the office") + ": \(text($0))"
    }
  }

  private var start: String? {
    guard let hours = schedule.hours, let start = hours.flexibleStart else { return nil }
    let core = hours.core.map { choose("; jam inti ", "; core hours ") + text($0) } ?? ""
    return choose(
      "Mulai kerja boleh \(start.minutes) menit lebih awal atau lambat",
      "The day may begin \(start.minutes) minutes earlier or later") + core
  }

  private var place: String? {
    let place = schedule.place
    let kind: String
    switch place.kind {
    case .home: return nil
    case .otherOffice: kind = choose("Tempat: kantor lain", "Place: another office")
    case .elsewhere: kind = choose("Tempat: di mana saja", "Place: anywhere")
    }
    let recall = place.recallMinutes.map {
      choose("; kembali ke kantor dalam \($0) menit", "; back in the office within \($0) minutes")
    }
    let kilometres = NumberText(language: language).number(place.kilometres, decimals: 1)
    return "\(kind), \(kilometres) km" + (recall ?? "")
  }

  private func text(_ span: DayHours.Span) -> String {
    let separator = choose(".", ":")
    return "\(span.from.text(separator: separator))–\(span.to.text(separator: separator))"
  }
}
