import HybridWork
import Simulation

/// Sheets about services, staff and what the run was made from.
extension WorkbookSheets {
  var coverage: SheetTable {
    let lines = context.study.scenarios.indices.flatMap { scenario in
      context.written.lines(.coverage, of: context.id(scenario)).map { (scenario, $0) }
    }
    var times: [String] = []
    for (_, line) in lines where !times.contains(line[3]) { times.append(line[3]) }
    times.sort()
    var rows: [[SheetCell]] = []
    var places: [[String]: Int] = [:]
    for (scenario, line) in lines {
      let key = Array(line.prefix(3))
      if places[key] == nil {
        places[key] = rows.count
        let named = context.study.services.first { $0.id == line[1] }?.title[language]
        let service = (named ?? line[1]) + mark(.service(line[1]))
        rows.append(
          [
            .text(title(scenario)), .text(service),
            .text(Weekday(name: line[2])?.text[language] ?? line[2]),
          ] + Array(repeating: .empty, count: times.count))
      }
      guard let row = places[key], let column = times.firstIndex(of: line[3]) else { continue }
      rows[row][3 + column] = SheetCell(
        context.written.figure(.coverage, line, "coverage_mean"), .shade)
    }
    let wholeDay = choose("hari kerja", "working day")
    return SheetTable(
      name: choose("Peta layanan", "Coverage map"), rangeName: "luwes_coverage",
      title: choose("Layanan menurut hari dan jam", "Services by weekday and hour"),
      notes: [
        stamp,
        rows.isEmpty
          ? choose(
            "Studi ini tidak memuat loket atau pos layanan.",
            "This study has no counters or posts.")
          : choose(
            "Persen hari ketika petugas di tempat mencukupi kebutuhan setengah jam itu.",
            "Per cent of days on which staff on site meet the need of the half hour."),
      ],
      header: [language[.policy], language[.service], choose("Hari", "Weekday")]
        + times.map { $0.isEmpty ? wholeDay : WorstPlace.time($0)[language] },
      rows: rows
    ).frozen(3).shaded(3..<(3 + times.count))
  }

  var eligibility: SheetTable {
    let columns = ["people", "passed", "failed", "unassessed", "failed_only_this"]
    let bounds = ["lower_bound", "upper_bound"]
    let rows = context.study.scenarios.indices.flatMap { scenario in
      context.written.lines(.eligibility, of: context.id(scenario)).map { line -> [SheetCell] in
        let rule = context.policy(scenario).levers.eligibility.first { $0.id == line[1] }
        let name =
          line[1] == "all-rules" ? choose("Semua syarat", "All rules") : rule?.text[language]
        return [
          .text(title(scenario)), .text(name ?? line[1], .wrapped),
          .text(rule?.reference ?? "", .wrapped),
        ]
          + (columns + bounds).map {
            SheetCell(context.written.figure(.eligibility, line, $0), .whole)
          }
      }
    }
    return SheetTable(
      name: choose("Corong syarat", "Eligibility funnel"), rangeName: "luwes_eligibility",
      title: choose("Persyaratan pegawai", "Eligibility"),
      notes: [stamp, hidden],
      header: [
        language[.policy], language[.rule], choose("Dasar", "Reference"), language[.people],
        language[.passed], language[.failed], language[.notAssessable], language[.onlyThisRule],
        choose("Batas bawah", "Lower bound"), choose("Batas atas", "Upper bound"),
      ], rows: rows
    ).frozen(2)
  }

  private var hidden: String {
    choose(
      "Kosong: menyangkut kurang dari \(context.study.reporting.smallestGroup) orang, atau "
        + "melindungi angka lain.",
      "Empty: about fewer than \(context.study.reporting.smallestGroup) people, or protects "
        + "another number.")
  }

  var takeUp: SheetTable {
    let rows = context.study.scenarios.indices.flatMap { scenario in
      context.written.lines(.takeUp, of: context.id(scenario)).filter { $0[1] == "all" }
        .map { line -> [SheetCell] in
          func cell(_ column: String, _ style: SheetStyle) -> SheetCell {
            SheetCell(context.written.figure(.takeUp, line, column), style)
          }
          return [
            .text(title(scenario)),
            .text(PolicySections.steps[line[2]]?[language] ?? line[2]),
            cell("people_mean", .whole), cell("people_p05", .whole), cell("people_p95", .whole),
            cell("share_of_step_before", .percent),
            cell("flexible_days_per_person", .oneDecimal),
          ]
        }
    }
    return SheetTable(
      name: choose("Pengambilan", "Take-up"), rangeName: "luwes_take_up",
      title: choose(
        "Dari memenuhi syarat sampai bekerja fleksibel", "From eligible to working away"),
      notes: [stamp, hidden],
      header: [
        language[.policy], choose("Langkah", "Step"), language[.people], "P5", "P95",
        choose("Bagian dari langkah sebelumnya", "Share of the step before"),
        choose("Hari fleksibel per orang", "Flexible days for each"),
      ], rows: rows
    ).frozen(2)
  }

  var fairness: SheetTable {
    let groups = context.result.samples.keys.compactMap { key -> OutcomeGroup? in
      guard key.outcome == .eligibleShare, case .level = key.group else { return nil }
      return key.group
    }
    let rows = context.study.scenarios.indices.filter {
      context.policy($0).levers.schedule.offersFlexibleDays
    }.map { scenario -> [SheetCell] in
      let line = { (group: String, outcome: Outcome) in
        [context.id(scenario), group, outcome.rawValue]
      }
      return [
        .text(title(scenario), .wrapped),
        SheetCell(
          context.written.figure(.outcomes, line("all", .accessRatioMin), "mean"), .twoDecimals),
      ]
        + groups.map {
          SheetCell(
            context.written.figure(.outcomes, line($0.label, .eligibleShare), "mean"), .percent)
        }
    }
    return SheetTable(
      name: choose("Kesetaraan", "Fairness"), rangeName: "luwes_fairness",
      title: choose(
        "Pegawai memenuhi syarat menurut kelompok", "Staff eligible by group"),
      notes: [
        stamp, hidden,
        choose(
          "Kesenjangan bukan bukti perlakuan berbeda; luwes audit menguraikannya.",
          "A gap is no proof of unequal treatment; luwes audit takes it apart."),
      ],
      header: [language[.policy], language[.accessRatio]] + groups.map { $0.text(language) },
      rows: rows)
  }

  var policies: SheetTable {
    let rows = context.study.scenarios.indices.map { scenario -> [SheetCell] in
      let policy = context.policy(scenario)
      let status = context.result.legalStatus(scenario: scenario)
      let words = PolicyWords(policy: policy, services: context.study.services).sentences
      let rules = policy.levers.eligibility.map { "• \($0.text[language]) [\($0.reference)]" }
      let findings = status.findings.map { "\($0.norm.text[language]) [\($0.norm.article)]" }
      return [
        .text(policy.title[language], .wrapped), .text(policy.institution, .wrapped),
        .text(policy.reference, .wrapped), .text(policy.inForce.text[language]),
        .text(policy.until?.text[language] ?? ""),
        .text(words.map { "• \($0[language])" }.joined(separator: "\n"), .wrapped),
        .text(rules.joined(separator: "\n"), .wrapped),
        .text(language[status.conforms ? .conforms : .exceeds]),
        .text(status.date.text[language]),
        .text(findings.joined(separator: "\n"), .wrapped),
      ]
    }
    return SheetTable(
      name: choose("Kebijakan", "Policies"), rangeName: "luwes_policies",
      title: choose("Isi tiap kebijakan", "What each policy says"), notes: [stamp],
      header: [
        language[.policy], choose("Instansi", "Institution"), choose("Dasar", "Reference"),
        choose("Berlaku sejak", "In force from"), choose("Sampai", "Until"),
        choose("Isi", "Content"), choose("Persyaratan", "Eligibility"), language[.legalStatus],
        choose("Dibaca per", "Read as of"), choose("Yang dilampaui", "Gone beyond"),
      ], rows: rows, widest: 60)
  }

  var assumptions: SheetTable {
    let rows = context.study.assumptions.assumptions.map { assumption -> [SheetCell] in
      let line = [assumption.id.rawValue]
      let style: SheetStyle = assumption.id.unit.isMoney ? .rupiah : .plain
      let provenance = assumption.provenance
      return [
        .text(assumption.id.text[language], .wrapped),
        SheetCell(context.written.figure(.assumptions, line, "central"), style),
        SheetCell(context.written.figure(.assumptions, line, "p05"), style),
        SheetCell(context.written.figure(.assumptions, line, "p95"), style),
        .text(assumption.id.unit.rawValue), .text(provenance.confidence.rawValue),
        .text(language[provenance.confidence.isAssumption ? .yes : .no]),
        .text(provenance.date.text[language]), .text(provenance.source, .wrapped),
        .text(assumption.id.rawValue),
      ]
    }
    return SheetTable(
      name: choose("Asumsi", "Assumptions"), rangeName: "luwes_assumptions",
      title: choose("Asumsi dengan sumbernya", "Assumptions with their sources"),
      notes: [
        stamp,
        choose(
          "Keyakinan: S artikel sumber, F dokumen penuh, X kutipan, G data publik, D turunan, "
            + "V studi, V2 teks sekunder, M ingatan, J penilaian.",
          "Confidence: S source article, F whole document, X excerpt, G public data, D derived, "
            + "V study, V2 secondary text, M memory, J judgement."),
      ],
      header: [
        language[.assumption], choose("Tengah", "Median"), "P5", "P95", choose("Satuan", "Unit"),
        choose("Keyakinan", "Confidence"), choose("Penilaian tanpa sumber", "Judgement"),
        choose("Tanggal", "Date"), choose("Sumber", "Source"), "id",
      ], rows: rows, widest: 60)
  }

  var provenance: SheetTable {
    let study = context.study
    let facts: [(String, String)] = [
      (language[.runID], context.run.id), ("Luwes", context.run.version),
      (language[.study], study.header.id),
      (choose("Instansi", "Institution"), study.header.institution),
      (language[.calendar], study.calendar.text[language]),
      (choose("Dunia", "Worlds"), String(study.run.worlds)),
      (choose("Ulangan", "Replications"), String(study.run.replications)),
      (choose("Benih", "Seed"), String(study.run.seed)),
      (choose("Dasar hukum", "Legal basis"), study.header.legalReference),
      (choose("Sumber", "Sources"), study.header.sources.joined(separator: "; ")),
    ]
    let rows =
      facts.map { [SheetCell.text($0.0), .text($0.1, .wrapped)] }
      + context.run.inputs.map { [.text($0.name), .text("SHA-256 \($0.hash)")] }
    return SheetTable(
      name: choose("Asal-usul", "Provenance"), rangeName: "luwes_provenance",
      title: choose("Asal-usul", "Provenance"), notes: [stamp],
      header: [choose("Hal", "Item"), choose("Isi", "Content")], rows: rows, widest: 80)
  }
}
