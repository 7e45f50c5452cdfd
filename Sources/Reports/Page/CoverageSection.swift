import HybridWork
import Simulation

/// Coverage by service, weekday and half hour: today, and where a policy changes it.
struct CoverageSection {
  let context: ReportContext
  /// Changes smaller than this share are not worth a row of their own.
  private static let smallestChange = 0.005
  /// The least coverage of each shade but the darkest.
  private static let steps = [0.995, 0.95, 0.9, 0.8, 0.6]

  private struct Cell {
    let service: String
    let weekday: String
    let time: String
    let figure: Figure
  }

  var html: HTML {
    let title = Bilingual(
      id: "Layanan menurut hari dan jam", en: "Services by weekday and hour")
    guard context.written.has(.coverage) else {
      return ReportContext.section(
        "layanan", title,
        [
          ReportContext.paragraph(
            Bilingual(
              id: "Tidak ada peta layanan: studi ini tidak memuat loket atau pos yang memerlukan "
                + "petugas di tempat.",
              en: "There is no map of services: this study has no counters or posts that need "
                + "people on site."), class: "absent")
        ] + LayoutTable(context: context, layout: .shocks).html)
    }
    let baseline = cells(0)
    return ReportContext.section(
      "layanan", title,
      [
        ReportContext.paragraph(
          Bilingual(
            id: "Angka: persen hari ketika petugas di tempat mencukupi kebutuhan pada setengah jam "
              + "itu. Makin gelap, makin sering kurang.",
            en: "Numbers: per cent of days on which staff on site meet the need of that half hour. "
              + "The darker, the more often they are short."), class: "note"),
        map(0, baseline, isOpen: true),
      ] + changes(from: baseline)
        + [TableLayout.guarantee, .priorityWaits, .districts, .safeguards, .shocks].flatMap {
          LayoutTable(context: context, layout: $0).html
        })
  }

  /// A map for each policy that changes coverage, and which policies do not.
  private func changes(from baseline: [Cell]) -> [HTML] {
    var maps: [HTML] = []
    var unchanged: [Int] = []
    for scenario in context.policies {
      let moved = moved(scenario, baseline)
      if moved.isEmpty {
        unchanged.append(scenario)
      } else {
        maps.append(map(scenario, moved, isOpen: false))
      }
    }
    guard !unchanged.isEmpty else { return maps }
    return maps + [
      .element(
        "p", ["class": "unchanged"],
        [
          Sentence(
            id: "Tidak mengubah keterpenuhan layanan mana pun: {0}.",
            en: "These change the coverage of no service: {0}.",
            .joined(unchanged.map(context.link), by: "; ")
          ).html
        ])
    ]
  }

  private func cells(_ scenario: Int) -> [Cell] {
    context.written.lines(.coverage, of: context.id(scenario)).compactMap { line in
      context.written.figure(.coverage, line, "coverage_mean").map {
        Cell(service: line[1], weekday: line[2], time: line[3], figure: $0)
      }
    }
  }

  /// The days of services on which a policy differs from the baseline.
  private func moved(_ scenario: Int, _ baseline: [Cell]) -> [Cell] {
    let own = cells(scenario)
    let today = Dictionary(
      baseline.map { ([$0.service, $0.weekday, $0.time], $0.figure.value) },
      uniquingKeysWith: { first, _ in first })
    let moved = Set(
      own.filter { cell in
        let before = today[[cell.service, cell.weekday, cell.time]] ?? .nan
        return abs(cell.figure.value - before) >= Self.smallestChange
      }.map { [$0.service, $0.weekday] })
    return own.filter { moved.contains([$0.service, $0.weekday]) }
  }

  private func map(_ scenario: Int, _ cells: [Cell], isOpen: Bool) -> HTML {
    var services: [String] = []
    for cell in cells where !services.contains(cell.service) { services.append(cell.service) }
    let counters = services.filter { id in service(id)?.counter != nil }
    let posts = services.filter { !counters.contains($0) }
    let summary = HTML.element(
      "summary", [:],
      [
        .given(context.policy(scenario).title),
        scenario == 0
          ? .nothing
          : .both(
            Bilingual(
              id: " – baris yang berubah dari hari ini", en: " – rows that change from today")),
      ])
    return .element(
      "details", isOpen ? ["class": "heat", "open": ""] : ["class": "heat"],
      [
        summary,
        .element(
          "div", ["class": "maps"],
          counters.map { id in counter(id, cells.filter { $0.service == id }) }),
      ] + (posts.isEmpty ? [] : [postTable(posts, cells)]))
  }

  private func service(_ id: String) -> Service? { context.study.services.first { $0.id == id } }

  private func name(_ id: String) -> HTML {
    .joined([
      .given(service(id)?.title ?? Bilingual(id: id, en: id)),
      context.shadowMark(.service(id)),
    ])
  }

  private func counter(_ id: String, _ cells: [Cell]) -> HTML {
    let times = ordered(cells.map(\.time)).sorted()
    let rows = ordered(cells.map(\.weekday)).map { weekday in
      HTML.element(
        "tr", [:],
        [.element("th", ["scope": "row"], [day(weekday)])]
          + times.map { time in
            self.cell(cells.first { $0.weekday == weekday && $0.time == time })
          })
    }
    let header = HTML.element(
      "tr", [:],
      [.element("td")]
        + times.map {
          .element("th", ["scope": "col", "data-given": ""], [.both(WorstPlace.time($0))])
        })
    return table(caption: name(id), header, rows)
  }

  private func postTable(_ services: [String], _ cells: [Cell]) -> HTML {
    let weekdays = Weekday.allCases.map(\.name).filter { name in
      cells.contains { $0.weekday == name && services.contains($0.service) }
    }
    let rows = services.flatMap { id in
      ordered(cells.filter { $0.service == id }.map(\.time)).map { time in
        HTML.element(
          "tr", [:],
          [
            .element(
              "th", ["scope": "row"],
              [name(id), time.isEmpty ? .nothing : HTML.given(", \(time)")])
          ]
            + weekdays.map { weekday in
              self.cell(
                cells.first { $0.service == id && $0.weekday == weekday && $0.time == time })
            })
      }
    }
    let header = HTML.element(
      "tr", [:],
      [.element("td")] + weekdays.map { .element("th", ["scope": "col"], [day($0)]) })
    return table(
      caption: .both(Bilingual(id: "Pos jaga dan piket", en: "Posts and duty desks")), header, rows)
  }

  private func table(caption: HTML, _ header: HTML, _ rows: [HTML]) -> HTML {
    .element(
      "div", ["class": "scroll", "tabindex": "0"],
      [
        .element(
          "table", [:],
          [
            .element("caption", [:], [caption]), .element("thead", [:], [header]),
            .element("tbody", [:], rows),
          ])
      ])
  }

  /// One field of the map, darker the lower the coverage.
  private func cell(_ cell: Cell?) -> HTML {
    guard let cell else { return .element("td", ["class": "none"]) }
    let value = cell.figure.value
    let level = Self.steps.firstIndex { value >= $0 } ?? Self.steps.count
    return .element(
      "td", ["class": "h\(level)", "data-at": cell.figure.place],
      [HTML(NumberText(language: .english).number(value * 100, decimals: 0))])
  }

  private func day(_ name: String) -> HTML {
    .both(Weekday(name: name)?.text ?? Bilingual(id: name, en: name))
  }

  private func ordered(_ names: [String]) -> [String] {
    names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
