public import Exploration
public import HybridWork
public import Simulation

/// What a report says about the run it is made from, beside the results.
public struct ReportRun: Sendable {
  /// A file the run read.
  public struct Input: Sendable {
    let name: String
    let hash: String

    /// A file by its name and the SHA-256 of its content.
    public init(name: String, hash: String) {
      self.name = name
      self.hash = hash
    }
  }

  let id: String
  let version: String
  let inputs: [Input]
  let language: Language
  let shadow: ShadowMarks?

  /// A run by its identifier.
  ///
  /// - Parameters:
  ///   - id: The run's identifier, as in its manifest.
  ///   - version: Luwes' version.
  ///   - inputs: What was read.
  ///   - language: The language that a report is opened in.
  ///   - shadow: What a shadow test could not repeat; nil without a test.
  public init(
    id: String, version: String, inputs: [Input], language: Language, shadow: ShadowMarks? = nil
  ) {
    self.shadow = shadow
    self.id = id
    self.version = version
    self.inputs = inputs
    self.language = language
  }
}

extension ReportRun {
  /// What a page in one language says of itself: simulation, classification and identifier.
  public func stamp(_ study: Study) -> String {
    [
      language[.simulationOnly], study.header.classificationLine[language],
      "\(language[.runID]): \(id)",
    ].joined(separator: " ")
  }
}

/// What every section of a report reads.
struct ReportContext {
  let result: StudyResult
  let written: WrittenResults
  let run: ReportRun

  var study: Study { result.study }

  /// The study and its tables, without the result they were written from.
  var tables: WrittenStudy { WrittenStudy(study: study, written: written) }

  /// The places of the policies among the scenarios, without the baseline.
  var policies: Range<Int> { tables.policies }

  /// Whether a shadow test could not repeat a unit or service.
  func isMarked(_ group: OutcomeGroup) -> Bool {
    run.shadow?.groups.contains { $0.group == group.label } ?? false
  }

  /// What stands beside a unit or service that the shadow test could not repeat.
  static let shadowMark = Bilingual(
    id: " – tidak terulang dalam uji bayangan", en: " – not repeated by the shadow test")

  /// The mark beside such a unit or service; nothing for others.
  func shadowMark(_ group: OutcomeGroup) -> HTML {
    isMarked(group) ? .element("strong", [:], [.both(Self.shadowMark)]) : .nothing
  }

  func policy(_ scenario: Int) -> Policy { result.study.scenarios[scenario] }

  func id(_ scenario: Int) -> String { policy(scenario).id }

  /// A policy's name, which leads to its section.
  func link(_ scenario: Int) -> HTML {
    .element("a", ["href": "#opsi-\(scenario)"], [.given(policy(scenario).title)])
  }

  func scenarioFigure(_ scenario: Int, _ column: String) -> Figure? {
    tables.figure(scenario, column)
  }

  func scenarioRange(_ scenario: Int, _ prefix: String) -> FigureRange? {
    tables.range(scenario, prefix)
  }

  func level(_ outcome: Outcome, _ scenario: Int, group: String = "all") -> FigureRange? {
    tables.level(outcome, scenario, group: group)
  }

  func difference(_ outcome: Outcome, _ scenario: Int, group: String = "all") -> FigureRange? {
    tables.difference(outcome, scenario, group: group)
  }

  /// What stands for a number that is not defined.
  static let undefined = HTML.element("span", ["class": "none"], ["–"])

  /// The verdict as a mark with its word, never by colour alone.
  func verdict(_ scenario: Int) -> HTML {
    guard let verdict = result.verdict(scenario: scenario) else {
      return scenario == 0
        ? .element("span", ["class": "badge base"], [.both { HTML($0[.baselineVerdict]) }])
        : Self.undefined
    }
    return Self.badge(verdict)
  }

  static func badge(_ verdict: Verdict) -> HTML {
    let (style, mark, phrase): (String, HTML, Phrase) =
      switch verdict {
      case .safe: ("safe", "✓", .verdictSafe)
      case .watch: ("watch", "!", .verdictWatch)
      case .refuse: ("refuse", "✕", .verdictRefuse)
      }
    return .element(
      "span", ["class": "badge \(style)"],
      [
        .element("span", ["aria-hidden": "true"], [mark]), " ", .both { HTML($0[phrase]) },
      ])
  }

  /// A section with its heading, which the navigation leads to.
  static func section(_ id: String, _ title: Bilingual, _ content: [HTML]) -> HTML {
    .element(
      "section", ["id": id, "aria-labelledby": "\(id)-h"],
      [.element("h2", ["id": "\(id)-h"], [.both(title)])] + content)
  }

  /// A paragraph of constant words.
  static func paragraph(_ text: Bilingual, class style: String = "") -> HTML {
    style.isEmpty
      ? .element("p", [:], [.both(text)]) : .element("p", ["class": style], [.both(text)])
  }

  /// A table that may be wider than the screen, reached by keyboard too.
  static func scrolling(_ label: Bilingual, _ table: HTML) -> HTML {
    .element(
      "div", ["class": "scroll", "tabindex": "0", "role": "group"],
      [.element("span", ["class": "vh"], [.both(label)]), table])
  }
}

/// A sentence with numbers in it, in both languages.
struct Sentence {
  let text: Bilingual
  let parts: [HTML]

  /// A sentence in which `{0}`, `{1}` … stand for the parts.
  init(id indonesian: String, en english: String, _ parts: HTML...) {
    self.init(id: indonesian, en: english, parts: parts)
  }

  /// A sentence in which `{0}`, `{1}` … stand for the parts.
  init(id indonesian: String, en english: String, parts: [HTML]) {
    text = Bilingual(id: indonesian, en: english)
    self.parts = parts
  }

  var html: HTML { .both(html) }

  /// The sentence in one language.
  func html(_ language: Language) -> HTML { fill(text[language]) }

  private func fill(_ template: String) -> HTML {
    var pieces: [HTML] = []
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}"),
      let place = Int(rest[rest.index(after: open)..<close]), parts.indices.contains(place)
    {
      pieces.append(HTML(String(rest[..<open])))
      pieces.append(parts[place])
      rest = rest[rest.index(after: close)...]
    }
    return .joined(pieces + [HTML(String(rest))])
  }
}
