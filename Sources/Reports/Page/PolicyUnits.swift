import HybridWork
import Simulation

/// What a policy does to the work and the budget of each unit.
struct PolicyUnits {
  private let context: ReportContext
  private let scenario: Int
  /// The flows of the budget that are divided among units and move under the policy.
  private let items: [LedgerItem]

  private static let gained = "person_days_gained_"

  init(context: ReportContext, scenario: Int) {
    self.context = context
    self.scenario = scenario
    let divided = Set(
      context.written.lines(.groupLedger, of: context.id(scenario)).filter {
        $0[1] == "unit" && $0[2] != GroupLedgerFile.joint
      }.map { $0[3] })
    items = LedgerItem.allCases.filter {
      $0.payer == .budget && divided.contains($0.rawValue)
    }
  }

  /// The table, or why there is none.
  var html: HTML {
    guard context.written.has(.unitOutput) else {
      return ReportContext.paragraph(TableLayout.outputByUnit.absence, class: "absent")
    }
    let units = context.written.lines(.unitOutput, of: context.id(scenario)).filter(isMoved)
    guard !units.isEmpty else {
      return ReportContext.paragraph(
        Bilingual(
          id: "Tidak ada unit yang hasil kerja atau uangnya berubah.",
          en: "The work and money of no unit change."), class: "absent")
    }
    return table(units).followed(
      by: ReportContext.paragraph(
        Bilingual(
          id: "Rupiah yang dihemat anggaran pada arus yang mengikuti unit; unit yang tidak berubah "
            + "tidak ditulis, dan yang menyangkut terlalu sedikit orang ada di (lainnya).",
          en:
            "Rupiah that the budget saves on flows that follow units; units that do not change are "
            + "not written, and those about too few people stand in (others)."), class: "note"))
  }

  /// Whether anything of a unit changes.
  private func isMoved(_ line: [String]) -> Bool {
    let work = ["mean", "p05", "p95"].map {
      context.written.figure(.unitOutput, line, Self.gained + $0)
    }
    return (work + items.map { saving($0, line[1]) }).contains { ($0?.value ?? 0) != 0 }
  }

  private func saving(_ item: LedgerItem, _ unit: String) -> Figure? {
    context.written.figure(
      .groupLedger, [context.id(scenario), "unit", unit, item.rawValue], "mean_rupiah")
  }

  private func table(_ units: [[String]]) -> HTML {
    let header =
      [
        Bilingual(id: "Unit", en: "Unit"), Bilingual(id: "Pegawai", en: "Staff"),
        Bilingual(id: "Hari-orang tambahan", en: "Person-days gained"),
        Bilingual(id: "Perubahan hasil kerja", en: "Change in output"),
        TableLayout.people.heading,
      ]
      + items.map { item in
        Bilingual(id: "Dihemat: \(item.text.indonesian)", en: "Saved: \(item.text.english)")
      }
    return ReportContext.sortedTable(
      Bilingual(id: "Tiap unit", en: "Each unit"), header, units.map(row))
  }

  private func row(_ line: [String]) -> HTML {
    func number(_ column: String, _ format: FigureFormat) -> HTML {
      context.number(.unitOutput, line, column, format)
    }
    let change = context.written.range(.unitOutput, line, "output_change_")
    return ReportContext.row(
      FieldWords(unit: FieldWords.asTyped(line[1])).html(context),
      [
        number("staff", .number(decimals: 0)), number(Self.gained + "mean", .signed(decimals: 0)),
        change?.html(.change(decimals: 2)) ?? ReportContext.undefined,
        number(TableLayout.people.name, .signed(decimals: 1)),
      ] + items.map { saving($0, line[1])?.html(.rupiah) ?? ReportContext.undefined })
  }
}
