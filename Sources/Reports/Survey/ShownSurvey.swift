import Fairness
import Populations

/// Which figures of a survey may be shown.
struct ShownSurvey {
  /// By unit: whether its answers and response rate may be shown, and its staff.
  let showsAnswers: [Bool], showsStaff: [Bool]
  private let smallest: Int

  init(_ summary: SurveySummary, smallest: Int) {
    self.smallest = smallest
    let counts = summary.response.map { [$0.answers, $0.staff - $0.answers] }
    let hidden = HiddenCounts(counts, smallest: smallest)
    showsAnswers = counts.indices.map {
      !hidden.isHidden(row: $0, column: 0) && !hidden.isHidden(row: $0, column: 1)
        && !hidden.isTotalHidden(row: $0)
    }
    showsStaff = counts.indices.map { !hidden.isTotalHidden(row: $0) }
  }

  /// By figure of a question: whether it may be shown.
  func shows(_ item: SurveySummary.Item) -> [Bool] {
    let answers = item.figures.first?.estimate.answers ?? 0
    guard answers >= smallest else { return item.figures.map { _ in false } }
    guard let first = item.figures.first, first.level != nil else { return [true] }
    // A flag has one figure, but tells of those who said no as well.
    let people = item.figures.map(\.people)
    let parts = people.count == 1 ? people + [answers - people[0]] : people
    return Array(SmallCells.hidden(parts, smallest: smallest).map { !$0 }.prefix(people.count))
  }
}
