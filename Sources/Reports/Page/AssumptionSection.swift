import HybridWork
import Simulation

/// The register of assumptions: value, range, date, source and how far to trust it.
struct AssumptionSection {
  let context: ReportContext

  var html: HTML {
    ReportContext.section(
      "asumsi", Bilingual(id: "Asumsi", en: "Assumptions"),
      [
        ReportContext.paragraph(
          Bilingual(
            id: "Nilai tengah dan rentang 90% tiap asumsi yang dipakai. Yang bertanda penilaian "
              + "tidak punya sumber; gantilah dengan angka instansi sendiri bila ada.",
            en: "Median and 90% range of every assumption used. Those marked judgement have no "
              + "source; replace them with your agency's own numbers where there are any."),
          class: "note"),
        .element(
          "form", ["class": "filters", "data-js": "", "data-filters": "asumsi"],
          [
            .element(
              "label", [:],
              [
                .both(Bilingual(id: "Cari asumsi", en: "Find an assumption")), " ",
                .void("input", ["type": "search", "data-words": ""]),
              ])
          ]),
        table,
        ReportContext.paragraph(
          Bilingual(
            id:
              "Kode: S artikel sumber; F dokumen dibaca penuh; X kutipan; G data atau kode publik; "
              + "D turunan; V studi dibaca; V2 teks sekunder; M ingatan; J penilaian.",
            en: "Codes: S source article; F whole document read; X excerpt; G public data or code; "
              + "D derived; V study read; V2 secondary text; M memory; J judgement."),
          class: "note"),
      ])
  }

  private var table: HTML {
    let header: [Bilingual] = [
      Phrase.assumption.text, Bilingual(id: "Nilai", en: "Value"),
      Bilingual(id: "Satuan", en: "Unit"), Bilingual(id: "Keyakinan", en: "Confidence"),
      Bilingual(id: "Tanggal", en: "Date"), Bilingual(id: "Sumber", en: "Source"),
    ]
    return ReportContext.sortedTable(
      Bilingual(id: "Asumsi", en: "Assumptions"), header,
      context.study.assumptions.assumptions.map(row))
  }

  private func row(_ assumption: StudyAssumption) -> HTML {
    let provenance = assumption.provenance
    let isAssumed = provenance.confidence.isAssumption
    let confidence = HTML(provenance.confidence.rawValue).followed(
      by: isAssumed
        ? HTML.element("span", ["class": "range"], [.both { HTML($0[.judgement]) }]) : .nothing)
    return .element(
      "tr", [:],
      [
        .element("th", ["scope": "row"], [.both(assumption.id.text), alternatives(assumption)]),
        .element("td", ["class": "num"], [value(assumption)]),
        .element("td", [:], [HTML(assumption.id.unit.rawValue)]),
        .element("td", ["data-given": ""], [confidence]),
        .element("td", [:], [.given(provenance.date.text)]),
        .element("td", [:], [.given(provenance.source)]),
      ])
  }

  private func value(_ assumption: StudyAssumption) -> HTML {
    let line = [assumption.id.rawValue]
    guard let central = context.written.figure(.assumptions, line, "central") else {
      return ReportContext.undefined
    }
    let format: FigureFormat = assumption.id.unit.isMoney ? .rupiah : .plain
    guard let low = context.written.figure(.assumptions, line, "p05"),
      let high = context.written.figure(.assumptions, line, "p95")
    else {
      guard case .dated(let values) = assumption.value, values.count > 1 else {
        return central.html(format)
      }
      return central.html(format).followed(
        by: .element(
          "span", ["class": "range"],
          [
            .both(
              Bilingual(
                id: "pada awal kalender; berubah menurut tanggal",
                en: "at the calendar's start; changes by date"))
          ]))
    }
    return FigureRange(mean: central, low: low, high: high).html(format)
  }

  private func alternatives(_ assumption: StudyAssumption) -> HTML {
    guard !assumption.alternatives.isEmpty else { return .nothing }
    let names = assumption.alternatives.map { "\($0.name) (\($0.provenance.source))" }
    return .element(
      "span", ["class": "range"],
      [
        .both(Bilingual(id: "sumber lain: ", en: "other sources: ")),
        .given(names.joined(separator: "; ")),
      ])
  }
}
