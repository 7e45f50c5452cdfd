import HybridWork
public import Simulation

/// The papers that leaders ask for, made from the tables of a run and the words of its study.
///
/// Every number comes from a table and names its place in the markup, and every sentence has a
/// condition on the numbers in it (``PolicyFindings``). What an official must decide or sign is left
/// open as dots.
public struct OfficeDocuments: Sendable {
  /// One paper.
  public struct Paper: Sendable {
    /// The name of its file, without the ending.
    public let name: String
    /// Its title.
    public let title: String
    /// The paper as HTML in one language, with every text escaped.
    public let html: String
  }

  /// What keeps papers from being made.
  public enum Failure: Error, Equatable {
    /// The tables have no such policy; the identifiers they have.
    case unknownPolicy(String, [String])
  }

  /// The papers, in the order they are read.
  public let papers: [Paper]

  /// Makes the papers.
  ///
  /// - Parameters:
  ///   - study: The study with the options of the run.
  ///   - files: Names and texts of the tables of the run.
  ///   - run: Which run it is, and in which language the papers are.
  ///   - policy: The policy they are about; the one that leads the report unless given.
  ///   - isStaffSynthetic: Whether the staff come from no register.
  /// - Throws: ``Failure``.
  public init(
    _ study: Study, files: [(name: String, text: String)], run: ReportRun, policy: String? = nil,
    isStaffSynthetic: Bool
  ) throws(Failure) {
    let results = WrittenStudy(study: study, written: WrittenResults(files))
    let shortlist = Shortlist(results)
    var subject = shortlist.leader
    if let policy {
      subject = study.scenarios.firstIndex { $0.id == policy }
      guard let place = subject, place > 0 else {
        throw .unknownPolicy(policy, study.policies.map(\.id))
      }
    }
    let context = DocumentContext(
      results: results, run: run, shortlist: shortlist, subject: subject,
      isStaffSynthetic: isStaffSynthetic)
    papers = [
      OfficeMemo(context: context).paper, StaffPaper(context: context).paper,
      PositionAnnex(context: context).paper, DraftDecision(context: context).paper,
      LikelyQuestions(context: context).paper,
    ]
  }
}

extension DocumentContext {
  /// A paper with its stamp above and below.
  func paper(
    _ name: String, _ indonesian: String, _ english: String, _ content: [HTML]
  )
    -> OfficeDocuments.Paper
  {
    let title = choose(indonesian, english)
    let page = HTML.element(
      "html", ["lang": language.rawValue],
      [
        .element("head", [:], [.void("meta", ["charset": "utf-8"])]),
        .element(
          "body", [:],
          [stamp, .element("h1", [:], [HTML(title)])] + content.flatMap { [$0, HTML.newline] }
            + [stamp]),
      ])
    return OfficeDocuments.Paper(
      name: name, title: title, html: HTML.documentType.followed(by: page).markup)
  }

  /// A line to be filled in by hand.
  static let blank = HTML("……………………")

  /// Who signs: left open.
  var signature: HTML {
    paragraph(
      HTML(choose("Jabatan, nama, tanda tangan: ", "Post, name, signature: ")), Self.blank)
  }

  /// The scenario table of the leaders, with the baseline first.
  func scenarioTable(_ scenarios: [Int]) -> HTML {
    let header = [
      language[.policy], language[.legalStatus], language[.staffEligible], language[.p90Wait],
      language[.cashableSaving], language[.outputChange], language[.accessRatio],
      language[.verdict],
    ]
    return table(
      header.map { HTML($0) }, scenarios.map(row), widths: [18, 12, 11, 10, 14, 11, 12, 12])
  }

  private func row(_ scenario: Int) -> [HTML] {
    func mean(_ column: String, _ format: FigureFormat) -> HTML {
      results.figure(scenario, column).map { show($0, format) } ?? ReportContext.undefined
    }
    let verdict: Phrase? =
      switch results.verdict(scenario) {
      case .safe?: .verdictSafe
      case .watch?: .verdictWatch
      case .refuse?: .verdictRefuse
      case nil: scenario == 0 ? .baselineVerdict : nil
      }
    return [
      title(scenario), HTML(language[results.conforms(scenario) ? .conforms : .exceeds]),
      mean("eligible_share", .percent(decimals: 1)),
      mean("p90_wait_minutes_mean", .number(decimals: 1)),
      scenario == 0 ? ReportContext.undefined : mean("cashable_saving_rupiah_mean", .rupiah),
      scenario == 0
        ? ReportContext.undefined : mean("output_change_mean", .change(decimals: 1)),
      mean("access_ratio_min", .number(decimals: 2)),
      verdict.map { HTML(language[$0]) } ?? ReportContext.undefined,
    ]
  }
}
