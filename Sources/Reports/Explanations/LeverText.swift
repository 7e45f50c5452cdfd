import HybridWork

/// The levers of a policy beside its rules that decide who takes part, in words: quota, monthly
/// evaluation and exceptions.
struct LeverText {
  let levers: PolicyLevers
  let language: Language

  private var numbers: NumberText { NumberText(language: language) }

  /// One sentence for each of quota and evaluation, if the policy has them.
  ///
  /// - Parameter unitStaff: The staff of the unit in question, to say how many places it has.
  /// - Returns: The sentences; none for a policy without flexible days.
  func sentences(unitStaff: Int? = nil) -> [String] {
    guard levers.schedule.offersFlexibleDays else { return [] }
    return [
      levers.quota.map { quota($0, unitStaff: unitStaff) }, levers.evaluation.map(evaluation),
    ].compactMap { $0?[language] }
  }

  /// One sentence for each exception: what it does, how narrow it is, whom it is about.
  var exceptions: [String] {
    levers.exceptions.map { exception in
      "\(effect(of: exception)): \(exception.text[language]) [\(exception.reference)]"
    }
  }

  /// What an exception does and how narrow it is, such as `admitted by exception (unit)`.
  func effect(of exception: EligibilityException) -> String {
    let effect: Phrase = exception.effect == .admit ? .admittedByException : .refusedByException
    let level: Phrase =
      switch exception.level {
      case .general: .levelGeneral
      case .unit: .levelUnit
      case .person: .levelPerson
      }
    return "\(language[effect]) (\(language[level]))"
  }

  private func quota(_ quota: Quota, unitStaff: Int?) -> Bilingual {
    let places: Bilingual
    switch quota.places {
    case .share(let share):
      let percent = numbers.percent(share, decimals: (share * 100).rounded() == share * 100 ? 0 : 1)
      places = Bilingual(
        id: "paling banyak \(percent) pegawai tiap unit",
        en: "at most \(percent) of the staff of each unit")
    case .people(let people):
      places = Bilingual(
        id: "paling banyak \(people) pegawai tiap unit", en: "at most \(people) staff of each unit")
    }
    let own = unitStaff.map(quota.places(ofUnitWith:)).map {
      Bilingual(id: "; di unit ini \($0) tempat", en: "; in this unit \($0) places")
    }
    let order = order(quota)
    return Bilingual(
      id: "Kuota peserta: \(places.indonesian)\(own?.indonesian ?? ""). "
        + "Urutan: \(order.indonesian).",
      en: "Quota of participants: \(places.english)\(own?.english ?? ""). "
        + "Order: \(order.english).")
  }

  private func order(_ quota: Quota) -> Bilingual {
    let steps =
      quota.preferences.map { preference in
        preference == .seniority
          ? Bilingual(id: "yang terlama di jabatan", en: "longest in the post")
          : Bilingual(id: "yang terjauh rumahnya", en: "farthest from the office")
      } + [Bilingual(id: "undian", en: "by lot")]
    let turns =
      quota.isRotating
      ? Bilingual(id: "; tempat bergilir tiap bulan", en: "; places move on every month")
      : Bilingual(id: "", en: "")
    return Bilingual(
      id: steps.map(\.indonesian).joined(separator: ", lalu ") + turns.indonesian,
      en: steps.map(\.english).joined(separator: ", then ") + turns.english)
  }

  private func evaluation(_ evaluation: Evaluation) -> Bilingual {
    let line = numbers.number(evaluation.line, decimals: 2)
    let attendance = numbers.percent(evaluation.score.attendanceWeight, decimals: 0)
    let window = evaluation.windowMonths
    let source = evaluation.score.provenance
    let reference = "[\(source.source), \(source.confidence.rawValue)]"
    let isOneMonth = window == 1
    return Bilingual(
      id: "Penilaian bulanan: "
        + (isOneMonth ? "nilai sebulan" : "rata-rata nilai \(window) bulan")
        + " di bawah \(line) menghilangkan hari fleksibel selama \(evaluation.loseMonths) bulan "
        + "(kinerja biasa bernilai 1; kehadiran \(attendance) dari nilai) \(reference).",
      en: "Monthly evaluation: "
        + (isOneMonth ? "a month's score" : "a mean score of \(window) months")
        + " below \(line) costs the flexible days for \(evaluation.loseMonths) "
        + (evaluation.loseMonths == 1 ? "month " : "months ")
        + "(ordinary performance scores 1; attendance is \(attendance) of the score) "
        + "\(reference).")
  }
}
