import HybridWork
import Simulation

/// The first screen: which policy, what it saves, what it risks, how sure.
struct SummarySection {
  let context: ReportContext
  let shortlist: Shortlist

  init(_ context: ReportContext) {
    self.context = context
    shortlist = Shortlist(context.tables)
  }

  var html: HTML {
    ReportContext.section(
      "ringkasan", Bilingual(id: "Ringkasan untuk pimpinan", en: "Summary for the head of agency"),
      [lead] + cards
        + [
          .element(
            "h3", [:], [.both(Bilingual(id: "Perlu diketahui", en: "What to know with it"))]),
          .element("ul", ["class": "facts"], facts.map { .element("li", [:], [$0]) }),
        ])
  }

  /// How many policies are meant, with their identifiers for those who look closer.
  private func count(_ scenarios: [Int]) -> HTML {
    let identifiers = scenarios.map(context.id)
    return .element(
      "data",
      ["value": "\(scenarios.count)", "data-count": identifiers.joined(separator: " ")],
      [HTML("\(scenarios.count)")])
  }

  private var lead: HTML {
    let sentence: Sentence
    if !shortlist.isJudged {
      sentence = Sentence(
        id: "Studi ini tidak menetapkan ambang, maka tidak ada opsi yang disebut lolos. "
          + "Bandingkan opsi pada tabel di bawah.",
        en:
          "This study sets no thresholds, so no policy is said to pass. Compare them in the table "
          + "below.")
    } else if shortlist.passing.isEmpty {
      sentence = Sentence(
        id:
          "Tidak satu pun dari {0} opsi berhari fleksibel lolos semua ukuran: aman menurut ambang "
          + "studi, sesuai ketentuan pada tanggalnya, dan dalam jangkauan bukti (paling banyak dua "
          + "hari fleksibel seminggu).",
        en: "None of the {0} policies with flexible days passes every measure: safe by the study's "
          + "thresholds, within the rules at its date, and within the reach of evidence (at most two "
          + "flexible days a week).", count(shortlist.flexible))
    } else {
      sentence = Sentence(
        id: "Dari {0} opsi berhari fleksibel, {1} lolos semua ukuran: aman menurut ambang studi, "
          + "sesuai ketentuan pada tanggalnya, dan dalam jangkauan bukti (paling banyak dua hari "
          + "fleksibel seminggu).",
        en: "Of {0} policies with flexible days, {1} pass every measure: safe by the study's "
          + "thresholds, within the rules at its date, and within the reach of evidence (at most two "
          + "flexible days a week).", count(shortlist.flexible), count(shortlist.passing))
    }
    return .element("p", ["class": "lead"], [sentence.html])
  }

  private var cards: [HTML] {
    guard let leader = shortlist.leader else { return [] }
    let isPassing = !shortlist.passing.isEmpty
    let caption =
      isPassing
      ? Bilingual(
        id: "Opsi yang lolos dengan penghematan riil anggaran terbesar:",
        en: "The policy that passes with the largest cashable budget saving:")
      : Bilingual(
        id: "Opsi terdekat, yang masih berstatus waspada, dengan penghematan terbesar:",
        en: "The nearest policy, still to be watched, with the largest saving:")
    return [
      .element("p", ["class": "caption"], [.both(caption)]),
      .element(
        "p", ["class": "leader"], [context.link(leader), " ", context.verdict(leader)]),
      .element(
        "div", ["class": "cards"],
        [
          card(Bilingual(id: "Siapa dan kapan", en: "Who and when"), who(leader)),
          card(Bilingual(id: "Yang dihemat", en: "What it saves"), saves(leader)),
          card(Bilingual(id: "Yang dipertaruhkan", en: "What it risks"), risks(leader)),
          card(Bilingual(id: "Seberapa yakin", en: "How sure"), sure(leader)),
        ]),
    ]
  }

  private func card(_ title: Bilingual, _ lines: [HTML]) -> HTML {
    .element(
      "div", ["class": "card"],
      [.element("h3", [:], [.both(title)])] + lines.map { .element("p", [:], [$0]) })
  }

  private func labelled(_ label: Bilingual, _ value: HTML) -> HTML {
    .element("span", ["class": "label"], [.both(label)]).followed(by: value)
  }

  private func named(_ phrase: Phrase, _ range: FigureRange?, _ format: FigureFormat) -> HTML {
    labelled(phrase.text, range?.html(format) ?? ReportContext.undefined)
  }

  private func who(_ scenario: Int) -> [HTML] {
    let words = PolicyWords(policy: context.policy(scenario), services: context.study.services)
    let days = context.level(.flexibleDaysPerWeek, scenario)
    return [
      .given(words.pattern),
      labelled(
        Phrase.staffEligible.text,
        context.scenarioFigure(scenario, "eligible_share").map { share in
          .element("b", [:], [share.html(.percent(decimals: 1))])
        } ?? ReportContext.undefined),
      labelled(
        Bilingual(
          id: "Hari fleksibel per pegawai per minggu",
          en: "Flexible days for each of all staff a week"),
        days?.html(.number(decimals: 2)) ?? ReportContext.undefined),
    ]
  }

  private func saves(_ scenario: Int) -> [HTML] {
    [
      .element(
        "span", ["class": "big"],
        [
          context.scenarioRange(scenario, "cashable_saving_rupiah_")?.html(.rupiah)
            ?? ReportContext.undefined
        ]),
      .both(
        Bilingual(
          id: "uang anggaran yang dapat dipakai untuk hal lain, selama kalender studi",
          en: "budget money that can be spent on something else, over the study's calendar")),
      labelled(
        Outcome.staffNetRupiah.text,
        context.difference(.staffNetRupiah, scenario)?.html(.rupiah) ?? ReportContext.undefined),
    ]
  }

  private func risks(_ scenario: Int) -> [HTML] {
    [
      labelled(
        Phrase.worstServiceHour.text, WorstPlace(results: context.tables, scenario: scenario).html),
      labelled(
        Bilingual(
          id: "Perubahan batas tunggu 90% pemohon (menit)", en: "Change of P90 wait (minutes)"),
        context.difference(.p90WaitMinutes, scenario)?.html(.signed(decimals: 1))
          ?? ReportContext.undefined),
      named(
        .outputChange, context.scenarioRange(scenario, "output_change_"), .change(decimals: 1)),
      labelled(
        Phrase.accessRatio.text,
        context.scenarioFigure(scenario, "access_ratio_min").map { ratio in
          .element("b", [:], [ratio.html(.number(decimals: 2))])
        } ?? ReportContext.undefined),
    ]
  }

  private func sure(_ scenario: Int) -> [HTML] {
    let better = [Outcome.budgetNetRupiah, .outputChange].compactMap { outcome in
      context.written.figure(
        .outcomes, [context.id(scenario), "all", outcome.rawValue], "probability_better"
      ).map {
        labelled(
          Bilingual(
            id: "\(outcome.text.indonesian): lebih baik daripada hari ini di",
            en: "\(outcome.text.english): better than today in"),
          Sentence(
            id: "{0} kalender tersimulasi", en: "{0} of simulated calendars",
            .element("b", [:], [$0.html(.percent(decimals: 0))])
          ).html)
      }
    }
    return better + [
      .both { HTML($0[.rangeNote]) },
      Sentence(
        id: "{0} dari {1} asumsi bertumpu pada penilaian tanpa sumber.",
        en: "{0} of {1} assumptions rest on judgement without a source.",
        assumptions { $0.provenance.confidence.isAssumption }, assumptions { _ in true }
      ).html,
    ]
  }

  private func assumptions(_ isCounted: (StudyAssumption) -> Bool) -> HTML {
    let counted = context.study.assumptions.assumptions.filter(isCounted)
    return .element(
      "data",
      [
        "value": "\(counted.count)",
        "data-count": counted.map(\.id.rawValue).joined(separator: " "),
      ], [HTML("\(counted.count)")])
  }
}

extension SummarySection {
  /// Sentences that the numbers support; each has its condition.
  var facts: [HTML] {
    watched.map(\.html)
      + [larger, withoutDays, alike, work, weakToday, beyondLaw, refused].compactMap { $0?.html }
      + [.both { HTML($0[.simulationOnly]) }]
  }

  /// Which thresholds the nearest policy does not keep, when none passes.
  private var watched: [Sentence] {
    guard let leader = shortlist.leader else { return [] }
    let readings = context.result.readings(scenario: leader).filter { $0.verdict != .safe }
    return readings.compactMap { reading -> Sentence? in
      let threshold = reading.threshold
      let isLevel = threshold.comparison == .level
      let format = isLevel ? threshold.outcome.levelFormat : threshold.outcome.differenceFormat
      let range =
        isLevel
        ? context.level(threshold.outcome, leader) : context.difference(threshold.outcome, leader)
      guard let range else { return nil }
      let line = HTML.element(
        "span", ["data-given": ""],
        [.both { HTML(format.text(threshold.safe, NumberText(language: $0))) }])
      return Sentence(
        id: "Belum aman karena {0}: {1}; ambang aman {2}.",
        en: "Not safe yet because of {0}: {1}; the safe threshold is {2}.",
        .both(threshold.outcome.text), range.html(format), line)
    }
  }

  /// A policy outside the shortlist saves more: which, and why it is outside.
  private var larger: Sentence? {
    guard let scenario = shortlist.largerSaving,
      let saving = context.scenarioRange(scenario, "cashable_saving_rupiah_")
    else { return nil }
    let reasons = HTML.joined(
      shortlist.obstacles(scenario).map { .both($0.text) }, by: ", ")
    return Sentence(
      id: "{0} menghemat lebih banyak ({1}), tetapi: {2}.",
      en: "{0} saves more ({1}), but: {2}.", context.link(scenario), saving.mean.html(.rupiah),
      reasons)
  }

  /// Meetings online save without any flexible day.
  private var withoutDays: Sentence? {
    guard let scenario = shortlist.savingWithoutFlexibleDays,
      let saving = context.scenarioRange(scenario, "cashable_saving_rupiah_")
    else { return nil }
    return Sentence(
      id: "Tanpa hari fleksibel sama sekali, {0} menghemat {1}; itu bukan hasil kerja fleksibel.",
      en: "Without any flexible day, {0} saves {1}; that is no result of flexible work.",
      context.link(scenario), saving.html(.rupiah))
  }

  /// No calendar tells the leader from another policy.
  private var alike: Sentence? {
    guard let leader = shortlist.leader,
      let group = context.result.indistinguishable.first(where: { $0.contains(leader) })
    else { return nil }
    let others = HTML.joined(group.filter { $0 != leader }.map(context.link), by: ", ")
    return Sentence(
      id: "Hasilnya sama di setiap kalender dengan: {0}.",
      en: "Its results are the same in every calendar as those of: {0}.", others)
  }

  /// Whether the sign of the change of output is known.
  private var work: Sentence? {
    guard let leader = shortlist.leader,
      let output = context.scenarioRange(leader, "output_change_")
    else { return nil }
    if output.high.value < 0 {
      return Sentence(
        id: "Hasil kerja turun di hampir semua kalender tersimulasi.",
        en: "Output falls in nearly all simulated calendars.")
    }
    guard output.low.value < 0 else { return nil }
    return Sentence(
      id: "Naik atau turunnya hasil kerja belum dapat dipastikan: rentangnya memuat nol.",
      en: "Whether output rises or falls can't be told: its range contains zero.")
  }

  /// The weakest place is as weak under the baseline.
  private var weakToday: Sentence? {
    guard let leader = shortlist.leader,
      WorstPlace(results: context.tables, scenario: leader).isAsToday,
      let today = context.scenarioFigure(0, "worst_coverage_mean")
    else { return nil }
    return Sentence(
      id: "Layanan terlemah sudah lemah hari ini ({0}); opsi ini tidak mengubahnya.",
      en: "The weakest service is weak today already ({0}); this policy does not change it.",
      today.html(.percent(decimals: 0)))
  }

  private var beyondLaw: Sentence? {
    let beyond = context.policies.filter { !context.result.legalStatus(scenario: $0).conforms }
    guard !beyond.isEmpty else { return nil }
    return Sentence(
      id: "{0} opsi melampaui ketentuan yang berlaku pada tanggalnya: {1}.",
      en: "{0} policies go beyond the rules in force at their date: {1}.", count(beyond),
      .joined(beyond.map(context.link), by: "; "))
  }

  private var refused: Sentence? {
    let refused = context.policies.filter { context.result.verdict(scenario: $0) == .refuse }
    guard !refused.isEmpty else { return nil }
    return Sentence(
      id: "{0} opsi melewati ambang yang ditetapkan studi (tidak): {1}.",
      en: "{0} policies break a threshold that the study sets (no): {1}.", count(refused),
      .joined(refused.map(context.link), by: "; "))
  }
}

extension Shortlist.Obstacle {
  /// The obstacle in words.
  var text: Bilingual {
    switch self {
    case .watched: Bilingual(id: "berstatus waspada", en: "to be watched")
    case .refused: Bilingual(id: "melewati ambang studi", en: "breaks a threshold")
    case .beyondLaw: Bilingual(id: "melampaui ketentuan", en: "beyond the rules")
    case .extrapolated:
      Bilingual(
        id: "hasil kerja diekstrapolasi melampaui bukti", en: "output extrapolated beyond evidence")
    }
  }
}
