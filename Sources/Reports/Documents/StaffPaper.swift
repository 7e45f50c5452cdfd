import HybridWork
import Simulation

/// The *telaahan staf* with its six headings.
struct StaffPaper {
  let context: DocumentContext

  private var study: Study { context.study }

  var paper: OfficeDocuments.Paper {
    context.paper(
      "telaahan-staf", "Telaahan Staf", "Staff Paper",
      [
        context.heading("Persoalan", "Problem"), problem,
        context.heading("Praanggapan", "Presumptions"), context.list(presumptions),
        context.heading("Fakta yang Memengaruhi", "Facts that Bear on It"), context.list(facts),
        context.heading("Analisis", "Analysis"),
      ] + analysis + [
        context.heading("Kesimpulan", "Conclusion"), context.list(conclusion),
        context.heading("Saran", "Proposal"),
        context.list(Recommendation(context: context).sentences), context.signature,
      ])
  }

  private var problem: HTML { context.paragraph(context.given(study.header.description)) }

  private var presumptions: [HTML] {
    let counters = study.services.compactMap(\.counter)
    let shapes = counters.count { $0.terms.isShapeAssumed }
    let run = study.run
    return [
      context.syntheticStaff, context.assumptions,
      shapes == 0
        ? nil
        : context.say(
          "Bentuk kedatangan sepanjang hari diandaikan pada {0} dari {1} loket.",
          "The shape of arrivals over the day is assumed at {0} of {1} counters.",
          context.given(shapes), context.given(counters.count)),
      context.say(
        "Bukti tentang hasil kerja berasal dari satu atau dua hari fleksibel seminggu; selebihnya "
          + "diekstrapolasi.",
        "Evidence on output is about one or two flexible days a week; beyond that it is extrapolated."
      ),
      context.say(
        "Rentang 90% berasal dari {0} tarikan asumsi, masing-masing dengan {1} kalender keberuntungan.",
        "The 90% ranges come from {0} draws of the assumptions, each with {1} calendars of luck.",
        context.given(run.worlds), context.given(run.replications)),
    ].compactMap { $0 }
  }

  private var facts: [HTML] {
    let today = PolicyFindings(context: context, scenario: 0)
    var facts = [
      context.say(
        "{0}: {1} pegawai; kalender {2}.", "{0}: {1} staff; calendar {2}.",
        .given(study.header.institution), context.given(study.population.count),
        context.given(study.calendar.text)),
      context.say(
        "Dasar hukum menurut studi: {0}.", "Legal basis by the study: {0}.",
        .given(study.header.legalReference)),
    ]
    if let place = WorstPlace(results: context.results, scenario: 0).name,
      let level = context.results.figure(0, "worst_coverage_mean")
    {
      facts.append(
        context.say(
          "Titik layanan terlemah saat ini: {0} ({1} kebutuhan terpenuhi).",
          "The weakest point of service today: {0} ({1} of the need covered).",
          context.given(place), context.show(level, .percent(decimals: 0))))
    } else if let none = today.coverage {
      facts.append(none)
    }
    if let wait = context.results.level(.p90WaitMinutes, 0) {
      facts.append(
        context.say(
          "Saat ini sembilan dari sepuluh pemohon menunggu paling lama {0} menit.",
          "Today nine of ten citizens wait {0} minutes at most.",
          context.show(wait, .number(decimals: 1))))
    }
    facts += study.norms.map { norm in
      context.say(
        "Ketentuan: {0} [{1}].", "Norm: {0} [{1}].", context.given(norm.text),
        .given(norm.article))
    }
    return facts
  }

  private var analysis: [HTML] {
    var content = [
      context.paragraph(context.passing),
      context.scenarioTable(Array(study.scenarios.indices)),
      context.paragraph(
        HTML(
          context.choose(
            "Rata-rata; rentang 90% ada pada tabel skenario dan dalam kalimat di bawah.",
            "Means; the 90% ranges stand in the scenario table and in the sentences below."))),
    ]
    if let subject = context.subject {
      let findings = PolicyFindings(context: context, scenario: subject)
      content.append(context.paragraph(.element("strong", [:], [context.title(subject)])))
      content.append(
        context.list(
          [
            findings.who, findings.unassessed, findings.takers, findings.saving,
            findings.meetings, findings.meals,
            findings.staffGain, findings.fuel, findings.coverage, findings.wait, findings.lost,
            findings.work, findings.extrapolation, findings.access, findings.law,
            findings.sureness,
          ].compactMap { $0 }))
    }
    return content
  }

  private var conclusion: [HTML] {
    var items = [context.passing]
    if let subject = context.subject {
      let findings = PolicyFindings(context: context, scenario: subject)
      items += [findings.saving, findings.work].compactMap { $0 }
    }
    return items + [context.larger].compactMap { $0 }
  }
}
