import HybridWork
import Simulation

/// The *lampiran*: positions × units × days of the policy under discussion.
struct PositionAnnex {
  let context: DocumentContext

  var paper: OfficeDocuments.Paper {
    context.paper(
      "lampiran-jabatan", "Lampiran: jabatan, unit, dan hari fleksibel",
      "Annex: positions, units and flexible days", content)
  }

  private var content: [HTML] {
    guard let subject = context.subject else {
      return [
        context.paragraph(
          HTML(
            context.choose(
              "Tidak ada kebijakan yang dibahas, maka tidak ada jabatan yang dilampirkan.",
              "No policy is under discussion, so no positions are listed.")))
      ]
    }
    let lines = context.results.written.lines(.positions, of: context.results.id(subject))
    guard !lines.isEmpty else {
      return [
        context.paragraph(
          HTML(
            context.choose(
              "Kebijakan ini tidak memberi hari fleksibel, atau hasil ini dibuat sebelum Luwes menulis "
                + "position-days.csv; jalankan luwes run lagi.",
              "This policy gives no flexible days, or these results are older than position-days.csv; "
                + "run luwes run again.")))
      ]
    }
    let shown = lines.filter { eligible($0) != nil }
    return [
      context.paragraph(.element("strong", [:], [context.title(subject)])),
      context.paragraph(
        context.say(
          "Angka yang menyangkut kurang dari {0} orang, dan yang akan membukanya, tidak dimuat: {1} dari "
            + "{2} baris dapat dimuat. Menurut unit hanya dimuat yang ada pegawainya memenuhi syarat.",
          "Numbers about fewer than {0} people, and what would give them away, are left out: {1} of {2} "
            + "lines can be shown. By unit only those with eligible people are listed.",
          context.given(context.study.reporting.smallestGroup), context.given(shown.count),
          context.given(lines.count))),
      context.heading("Seluruh unit", "All units"), table(shown.filter { $0[1].isEmpty }),
      context.heading("Menurut unit", "By unit"),
      table(shown.filter { !$0[1].isEmpty && (eligible($0)?.value ?? 0) > 0 }),
    ]
  }

  private func eligible(_ line: [String]) -> Figure? {
    context.results.written.figure(.positions, line, "eligible")
  }

  private func table(_ lines: [[String]]) -> HTML {
    guard !lines.isEmpty else {
      return context.paragraph(
        HTML(context.choose("Tidak ada yang dapat dimuat.", "Nothing can be shown.")))
    }
    let hasUnits = lines.contains { !$0[1].isEmpty }
    let header =
      (hasUnits ? [context.choose("Unit", "Unit")] : [])
      + [
        context.choose("Jabatan", "Position"), context.choose("Pegawai", "Staff"),
        context.choose("Memenuhi syarat", "Eligible"),
        context.choose("Hari fleksibel seminggu", "Flexible days a week"),
      ]
    return context.table(
      header.map { HTML($0) }, lines.map { row($0, hasUnit: hasUnits) },
      widths: hasUnits ? [34, 30, 10, 12, 14] : [50, 15, 17, 18])
  }

  private func row(_ line: [String], hasUnit: Bool) -> [HTML] {
    func number(_ column: String, _ format: FigureFormat) -> HTML {
      context.results.written.figure(.positions, line, column).map { context.show($0, format) }
        ?? ReportContext.undefined
    }
    let weekdays = (context.results.written.text(.positions, line, "weekdays") ?? "")
      .split(separator: " ").compactMap { Weekday(name: String($0))?.text[context.language] }
    let days = number("flexible_days_per_week", .plain)
    let position =
      line[2].isEmpty
      ? HTML(context.choose("(jabatan tidak diketahui)", "(position not known)"))
      : .given(FieldWords.asTyped(line[2]))
    return (hasUnit ? [.given(FieldWords.asTyped(line[1]))] : [])
      + [
        position, number("people", .number(decimals: 0)), number("eligible", .number(decimals: 0)),
        weekdays.isEmpty
          ? days
          : days.followed(by: HTML(" (\(weekdays.joined(separator: ", ")))")),
      ]
  }
}
