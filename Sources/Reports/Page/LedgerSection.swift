import HybridWork
import Simulation

/// Who gains and who pays, party by party.
struct LedgerSection {
  let context: ReportContext

  private static let parties: [(measure: PartyGains.Measure, phrase: Phrase)] = [
    (.cashableBudget, .cashableSaving), (.netBudget, .netOfBudget), (.netStaff, .netOfStaff),
    (.netVendors, .netOfVendors), (.netCitizens, .netOfCitizens), (.netSociety, .netOfSociety),
  ]
  private static let meals: [(measure: PartyGains.Measure, phrase: Phrase)] = [
    (.budgetIfMealsPaid, .budgetIfMealsPaid), (.budgetIfMealsNotPaid, .budgetIfMealsNotPaid),
    (.mealsAtStake, .mealsAtStake),
  ]
  private static let origins: [(measure: PartyGains.Measure, phrase: Phrase)] = [
    (.cashOfDays, .cashOfDays), (.cashOfMeetings, .cashOfMeetings),
  ]

  var html: HTML {
    ReportContext.section(
      "anggaran", Phrase.whoGains.text,
      [
        table(Phrase.whoGains.text, Self.parties),
        .element("h3", [:], [.both(Phrase.bothMeals.text)]),
        table(Phrase.bothMeals.text, Self.meals, hasTreatment: true),
        .element("h3", [:], [.both(Phrase.daysAndMeetings.text)]),
        table(Phrase.daysAndMeetings.text, Self.origins),
        .element(
          "ul", ["class": "notes"],
          [Phrase.ledgerNote, .transferNote, .mealsNote, .rangeNote].map {
            .element("li", [:], [.both($0.text)])
          }),
      ] + LayoutTable(context: context, layout: .presentValue).html
        + LayoutTable(context: context, layout: .output).html)
  }

  private func table(
    _ title: Bilingual, _ columns: [(measure: PartyGains.Measure, phrase: Phrase)],
    hasTreatment: Bool = false
  ) -> HTML {
    let treatment = hasTreatment ? [Phrase.mealsNow] : []
    let names = [Phrase.policy] + treatment + columns.map(\.phrase)
    let rows = context.policies.map { scenario in
      HTML.element(
        "tr", [:],
        [.element("th", ["scope": "row"], [context.link(scenario)])]
          + treatment.map { _ in
            let meal = context.policy(scenario).levers.allowances.meal
            return .element("td", [:], [.both(meal.phrase.text)])
          } + columns.map { .element("td", ["class": "num"], [amount($0.measure, scenario)]) })
    }
    return ReportContext.sortedTable(title, names.map(\.text), rows)
  }

  private func amount(_ measure: PartyGains.Measure, _ scenario: Int) -> HTML {
    context.written.range(.parties, [context.id(scenario), measure.rawValue])?.html(.rupiah)
      ?? ReportContext.undefined
  }
}
