public import HybridWork
public import Populations

extension RegisterWriter {
  /// How well a made-up register keeps its margins and what each column rests on, for a terminal.
  public static func fitReport(_ report: FitReport, in language: Language) -> String {
    var lines = [misfit(report)[language]]
    let fits = report.margins.filter { $0.largestMisfit > 0 }
    lines += fits.map { "  " + misfit($0)[language] }
    for basis in Populations.Provenance.Basis.allCases {
      let columns = report.columns.filter { $0.provenance.basis == basis }
      guard !columns.isEmpty else { continue }
      lines.append(heading(basis)[language])
      let width = columns.map(\.column.count).max() ?? 0
      lines += columns.map { column in
        let (provenance, name) = (column.provenance, column.column)
        let padding = String(repeating: " ", count: width - name.count)
        return "  \(name)\(padding)  \(provenance.date)  [\(provenance.confidence)]  "
          + provenance.source
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func misfit(_ report: FitReport) -> Bilingual {
    guard report.largestMisfit > 0 else {
      return Bilingual(
        id: "Semua margin dipenuhi dengan tepat.", en: "All margins are kept exactly.")
    }
    let people = NumberText.rounded(report.largestMisfit)
    return Bilingual(
      id: "Selisih terbesar dari margin: \(people) orang.",
      en: "Largest misfit of a margin: \(people) people.")
  }

  private static func misfit(_ fit: FitReport.MarginFit) -> Bilingual {
    let columns = fit.columns.joined(separator: " × ")
    let people = NumberText.rounded(fit.largestMisfit)
    return Bilingual(id: "\(columns): \(people) orang", en: "\(columns): \(people) people")
  }

  private static func heading(_ basis: Populations.Provenance.Basis) -> Bilingual {
    switch basis {
    case .published: Bilingual(id: "Diterbitkan:", en: "Published:")
    case .derived: Bilingual(id: "Diturunkan dari angka lain:", en: "Derived from other figures:")
    case .assumed: Bilingual(id: "Diasumsikan:", en: "Assumed:")
    }
  }
}
