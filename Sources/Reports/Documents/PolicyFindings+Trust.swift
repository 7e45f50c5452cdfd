import HybridWork
import Simulation

extension PolicyFindings {
  /// Whether the policy keeps to the law at its date.
  var law: HTML {
    guard !context.results.conforms(scenario) else {
      let date = context.results.policy(scenario)
        .assessmentDay(calendarStart: context.study.calendar.from)
      return context.study.norms.contains { $0.inForce <= date && date <= ($0.until ?? date) }
        ? context.say(
          "Tidak ditemukan pelanggaran atas ketentuan yang dimuat studi dan berlaku pada {0}.",
          "Nothing was found against the norms that the study holds and that are in force on {0}.",
          context.given(date.text))
        : context.say(
          "Studi tidak memuat ketentuan yang berlaku pada {0}; kesesuaian hukumnya tidak diperiksa.",
          "The study holds no norm in force on {0}; whether it is lawful was not checked.",
          context.given(date.text))
    }
    let articles = context.results.written.text(
      .scenarios, [context.results.id(scenario)], "articles")
    return context.say(
      "Melampaui ketentuan yang berlaku pada tanggalnya: {0}.",
      "Beyond the rules in force at its date: {0}.", .given(Self.distinct(articles ?? "")))
  }

  /// Articles that the table names for each finding, each once.
  private static func distinct(_ articles: String) -> String {
    var seen: [Substring] = []
    for article in articles.split(separator: "; ") where !seen.contains(article) {
      seen.append(article)
    }
    return seen.joined(separator: "; ")
  }

  /// The thresholds that keep the policy from being called safe.
  var unsafe: [HTML] {
    context.results.unsafeReadings(scenario).map { threshold, judged in
      let isLevel = threshold.comparison == .level
      let format = isLevel ? threshold.outcome.levelFormat : threshold.outcome.differenceFormat
      return context.say(
        "Belum aman menurut ambang studi: {0} {1}; ambang aman {2}.",
        "Not safe by the study's threshold: {0} {1}; the safe threshold is {2}.",
        HTML(
          isLevel
            ? threshold.outcome.text[context.language]
            : context.choose("selisih ", "difference of ")
              + threshold.outcome.text[context.language].lowercasedFirst),
        context.show(judged, format),
        .given(format.text(threshold.safe, context.numbers)))
    }
  }

  /// In how many of the simulated calendars the budget is better off.
  var sureness: HTML? {
    guard
      let share = context.results.written.figure(
        .outcomes, [context.results.id(scenario), "all", Outcome.budgetNetRupiah.rawValue],
        "probability_better")
    else { return nil }
    return context.say(
      "Anggaran lebih hemat daripada kondisi saat ini di {0} kalender tersimulasi.",
      "The budget is better off than today in {0} of the simulated calendars.",
      context.show(share, .percent(decimals: 0)))
  }
}

extension DocumentContext {
  /// How many assumptions rest on judgement alone.
  var assumptions: HTML? {
    let all = study.assumptions.assumptions
    let judged = all.filter { $0.provenance.confidence.isAssumption }
    guard !all.isEmpty else { return nil }
    return say(
      "{0} dari {1} asumsi bertumpu pada penilaian tanpa sumber.",
      "{0} of {1} assumptions rest on judgement without a source.", given(judged.count),
      given(all.count))
  }

  /// That the staff are synthetic, when they are.
  var syntheticStaff: HTML? {
    guard isStaffSynthetic else { return nil }
    return say(
      "Pegawai dalam studi ini sintetis: dibuat dari angka yang diterbitkan dan asumsi, bukan daftar "
        + "pegawai.",
      "The staff of this study are synthetic: made from published totals and assumptions, not from a "
        + "register.")
  }

  /// That another policy saves more, and what keeps it out.
  var larger: HTML? {
    guard let scenario = shortlist.largerSaving,
      let saving = results.figure(scenario, "cashable_saving_rupiah_mean")
    else { return nil }
    let obstacles = shortlist.obstacles(scenario).map { $0.text[language] }
    return say(
      "{0} menghemat lebih banyak ({1}), tetapi: {2}.", "{0} saves more ({1}), but: {2}.",
      title(scenario), show(saving, .rupiah), HTML(obstacles.joined(separator: ", ")))
  }

  /// How many policies were compared and how many pass.
  var passing: HTML {
    let flexible = shortlist.flexible.count
    guard shortlist.isJudged else {
      return say(
        "Studi ini tidak menetapkan ambang; tidak ada kebijakan yang disebut lolos.",
        "The study sets no thresholds; no policy is said to pass.")
    }
    guard !shortlist.passing.isEmpty else {
      return say(
        "Dari {0} kebijakan dengan hari fleksibel tidak satu pun aman menurut ambang studi, sesuai "
          + "ketentuan pada tanggalnya, dan dalam jangkauan bukti.",
        "Of {0} policies with flexible days none is safe by the study's thresholds, within the rules at "
          + "its date and within the reach of evidence.", given(flexible))
    }
    return say(
      "Dari {0} kebijakan dengan hari fleksibel, {1} aman menurut ambang studi, sesuai ketentuan pada "
        + "tanggalnya, dan dalam jangkauan bukti.",
      "Of {0} policies with flexible days, {1} are safe by the study's thresholds, within the rules at "
        + "their date and within the reach of evidence.", given(flexible),
      given(shortlist.passing.count))
  }
}

extension String {
  /// The text with a small first letter, unless it is an abbreviation.
  var lowercasedFirst: String {
    guard let first, !(dropFirst().first?.isUppercase ?? false) else { return self }
    return first.lowercased() + dropFirst()
  }
}
