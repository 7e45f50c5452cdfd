import HybridWork
public import Simulation

/// `report.html`: one page that needs nothing beside it, for a head of agency and for a planner.
public struct ReportPage: Sendable {
  private let result: StudyResult
  private let files: [(name: String, text: String)]
  private let run: ReportRun

  /// The report of a run.
  ///
  /// - Parameters:
  ///   - result: The run's results, for names and words.
  ///   - files: The tables that were written, from which every number is taken.
  ///   - run: Which run it is.
  public init(_ result: StudyResult, files: [(name: String, text: String)], run: ReportRun) {
    self.result = result
    self.files = files
    self.run = run
  }

  /// The page as UTF-8 text.
  public var html: String {
    let context = ReportContext(result: result, written: WrittenResults(files), run: run)
    let language = run.language
    let page = HTML.element(
      "html", ["lang": language.rawValue],
      [
        .element(
          "head", [:],
          [
            .void("meta", ["charset": "utf-8"]),
            .void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
            .void(
              "meta",
              [
                "http-equiv": "Content-Security-Policy", "content": Self.policyOfContent,
              ]),
            .element("title", [:], [HTML(result.study.header.title[language])]),
            .raw("style", PageStyle.text),
          ]),
        .newline,
        .element(
          "body", [:],
          [header(context), .newline, navigation, .newline]
            + [
              .element("main", ["id": "isi"], sections(context)), footer,
              .raw("script", PageScript.text),
            ]),
      ])
    return HTML.documentType.followed(by: page).followed(by: .newline).markup
  }

  /// Nothing may be fetched from anywhere, and no script may run but the page's own.
  static let policyOfContent =
    "default-src 'none'; style-src 'unsafe-inline'; script-src '\(PageScript.hash)'; "
    + "base-uri 'none'; form-action 'none'"

  private func sections(_ context: ReportContext) -> [HTML] {
    [
      SummarySection(context).html, ScenarioSection(context: context).html,
      ChartSection(context: context).html, SureSection(context: context).html,
      CoverageSection(context: context).html,
      LedgerSection(context: context).html, FairnessSection(context: context).html,
      PolicySections(context: context).html, AssumptionSection(context: context).html,
      MethodSection(context: context).html,
    ].flatMap { [$0, .newline] }
  }

  private func header(_ context: ReportContext) -> HTML {
    let study = context.study
    return .element(
      "header", [:],
      [
        .element(
          "a", ["class": "skip", "href": "#isi"],
          [.both(Bilingual(id: "Langsung ke isi", en: "Skip to the content"))]),
        .element("div", ["class": "bar"], [stamp, switcher]),
        .element("h1", [:], [.given(study.header.title)]),
        .element("p", ["class": "question"], [.given(study.header.description)]),
        .element(
          "p", ["class": "note"],
          [
            .given(
              Bilingual(
                id: "\(study.header.institution) · \(staff(.indonesian)) · "
                  + study.calendar.text.indonesian,
                en: "\(study.header.institution) · \(staff(.english)) · "
                  + study.calendar.text.english))
          ]),
      ] + shadowNotice)
  }

  /// What the shadow test could not repeat, before any result; nothing without a test.
  private var shadowNotice: [HTML] {
    guard let marks = run.shadow else { return [] }
    return [
      .element(
        "p", ["class": "note", "id": "bayangan"],
        [
          .given(
            Bilingual(
              id: ShadowNotice(marks, language: .indonesian).text,
              en: ShadowNotice(marks, language: .english).text))
        ])
    ]
  }

  private func staff(_ language: Language) -> String {
    let people = Double(result.study.population.count)
    return NumberText(language: language).number(people, decimals: 0) + " "
      + (language == .indonesian ? "pegawai" : "staff")
  }

  /// What every file says of itself: simulation, and which run.
  private var stamp: HTML {
    .element(
      "p", ["class": "stamp"],
      [
        .element("strong", [:], [.both { HTML($0[.simulationOnly]) }]), " ",
        .both(result.study.header.classificationLine), " ",
        .both(Phrase.runID.text), " ",
        .element("code", ["data-given": ""], [HTML(String(run.id.prefix(12)))]),
      ])
  }

  private var switcher: HTML {
    func button(_ language: Language, _ name: String) -> HTML {
      .element(
        "button",
        [
          "type": "button", "lang": language.rawValue, "data-language": language.rawValue,
          "aria-pressed": language == run.language ? "true" : "false",
        ], [HTML(name)])
    }
    return .element(
      "div",
      ["class": "languages", "data-js": "", "role": "group", "aria-label": "Bahasa / Language"],
      [button(.indonesian, "Bahasa Indonesia"), button(.english, "English")])
  }

  private static let links: [(String, Bilingual)] = [
    ("ringkasan", Bilingual(id: "Ringkasan", en: "Summary")),
    ("tabel", Bilingual(id: "Tabel", en: "Table")),
    ("grafik", Bilingual(id: "Grafik", en: "Charts")),
    ("keyakinan", Bilingual(id: "Keyakinan", en: "Certainty")),
    ("layanan", Bilingual(id: "Layanan", en: "Services")),
    ("anggaran", Bilingual(id: "Uang", en: "Money")),
    ("kesetaraan", Bilingual(id: "Kesetaraan", en: "Fairness")),
    ("opsi", Bilingual(id: "Kebijakan", en: "Policies")),
    ("asumsi", Bilingual(id: "Asumsi", en: "Assumptions")),
    ("metode", Bilingual(id: "Cara", en: "Method")),
    ("batas", Bilingual(id: "Batas", en: "Limits")),
    ("asal", Bilingual(id: "Asal-usul", en: "Provenance")),
  ]

  private var navigation: HTML {
    .element(
      "nav", ["aria-label": "Bagian / Sections"],
      [
        .element(
          "ul", [:],
          Self.links.map { id, name in
            .element("li", [:], [.element("a", ["href": "#\(id)"], [.both(name)])])
          })
      ])
  }

  private var footer: HTML {
    .element(
      "footer", [:],
      [
        .element(
          "p", [:],
          [
            .both { HTML($0[.simulationOnly]) }, " ",
            .both(result.study.header.classificationLine),
          ]),
        .element(
          "p", [:], [.given("Luwes \(run.version) · \(run.id)")]),
      ])
  }
}
