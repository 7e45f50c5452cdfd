import HybridWork
import Simulation

/// The *nota dinas*: what a head of agency reads on one page.
struct OfficeMemo {
  let context: DocumentContext

  var paper: OfficeDocuments.Paper {
    context.paper(
      "nota-dinas", "Nota Dinas", "Memorandum",
      [head, introduction] + findings + [recommendation, context.signature])
  }

  private var head: HTML {
    let classification =
      context.study.header.classification?.text[context.language]
      ?? context.choose("belum ditetapkan instansi", "not set by the agency")
    let lines: [(String, HTML)] = [
      (context.choose("Kepada", "To"), DocumentContext.blank),
      (context.choose("Dari", "From"), DocumentContext.blank),
      (context.choose("Nomor, tanggal", "Number, date"), DocumentContext.blank),
      (context.choose("Sifat", "Classification"), HTML(classification)),
      (context.choose("Hal", "Subject"), context.given(context.study.header.title)),
    ]
    return context.table([], lines.map { [HTML($0), $1] }, widths: [22, 78])
  }

  private var introduction: HTML {
    let study = context.study
    return context.paragraph(
      context.say(
        "Telah disimulasikan {0} kebijakan bagi {1} ({2} pegawai, {3}). {4}",
        "{0} policies were simulated for {1} ({2} staff, {3}). {4}",
        context.given(study.policies.count), .given(study.header.institution),
        context.given(study.population.count), context.given(study.calendar.text),
        context.passing))
  }

  private var findings: [HTML] {
    guard let subject = context.subject else { return [] }
    let findings = PolicyFindings(context: context, scenario: subject)
    let name = context.paragraph(
      HTML(context.choose("Yang dibahas: ", "Under discussion: ")),
      .element("strong", [:], [context.title(subject)]))
    let items = [
      findings.who, findings.saving, findings.meetings, findings.meals, findings.coverage,
      findings.wait,
      findings.lost, findings.work, findings.access, findings.law, context.syntheticStaff,
    ]
    return [name, context.list(items.compactMap { $0 })]
  }

  private var recommendation: HTML {
    context.paragraph(
      .element("strong", [:], [HTML(context.choose("Saran: ", "Proposal: "))]),
      .joined(Recommendation(context: context).sentences, by: " "))
  }
}
