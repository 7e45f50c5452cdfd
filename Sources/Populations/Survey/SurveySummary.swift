public import HybridWork
import RealModule

/// What the answers to a questionnaire say of the staff, question by question.
public struct SurveySummary: Sendable {
  /// A unit's staff and answers.
  public struct Response: Equatable, Sendable {
    /// The name of the unit.
    public let unit: String
    /// The staff in the register, and the answers from it.
    public let staff: Int, answers: Int
  }

  /// One figure: the mean of a number, or the share of a value.
  public struct Figure: Equatable, Sendable {
    /// The value whose share it is; nil for the mean of a number.
    public let level: String?
    /// The rows with this value; all answers for a mean.
    public let people: Int
    /// The estimate.
    public let estimate: SurveyEstimate
    /// For a share, what it would be among all staff of the register if nobody who did not answer
    /// had this value, and if all had.
    public let bounds: ClosedRange<Double>?
  }

  /// What is known of one question.
  public struct Item: Equatable, Sendable {
    /// The question.
    public let question: SurveyQuestion
    /// Staff of the units with answers enough.
    public let staffRepresented: Int
    /// The figures: one for a number, one for each value of a choice, the share of yes for a flag.
    public let figures: [Figure]
    /// Of positive numbers, the lognormal distribution with the same moments of logarithms.
    public let lognormal: Lognormal?
  }

  /// A lognormal distribution.
  public struct Lognormal: Equatable, Sendable {
    /// Half of the values are below it.
    public let median: Double
    /// The standard deviation of the logarithms, above 0.
    public let sigma: Double
  }

  /// Every unit of the register, in its order.
  public let response: [Response]
  /// The questions that were answered by enough people.
  public let items: [Item]
  /// Questions asked whose answers are too few for an interval.
  public let unanswered: [SurveyQuestion]
  /// The further questions that weights were raked to.
  public let raking: [SurveyQuestion]

  /// The staff of the register.
  public var staff: Int { response.reduce(0) { $0 + $1.staff } }
  /// All answers.
  public var answers: Int { response.reduce(0) { $0 + $1.answers } }
  /// Answers ÷ staff.
  public var responseRate: Double { Double(answers) / Double(staff) }
  /// The units with at least one answer, which is no response rate.
  public var unitsRepresented: Int { response.count { $0.answers > 0 } }

  /// Weights the answers and estimates every question.
  ///
  /// - Throws: ``SurveyError``, but for too few answers, which ``unanswered`` lists.
  public init(
    _ answers: SurveyAnswers, population: Population, raking: [SurveyQuestion]
  ) throws(SurveyError) {
    var counts = Array(repeating: 0, count: population.units.count)
    for unit in answers.unit { counts[unit] += 1 }
    response = population.units.indices.map {
      Response(
        unit: population.units[$0].name, staff: population.units[$0].people.count,
        answers: counts[$0])
    }
    self.raking = raking
    var items: [Item] = []
    var unanswered: [SurveyQuestion] = []
    for question in SurveyQuestion.estimated where answers.values[question] != nil {
      do throws(SurveyError) {
        let weights = try SurveyWeights(
          answers, to: question, population: population, raking: raking)
        items.append(Self.item(question, answers, weights, population))
      } catch .tooFewAnswers {
        unanswered.append(question)
      }
    }
    self.items = items
    self.unanswered = unanswered
  }

  private static func item(
    _ question: SurveyQuestion, _ answers: SurveyAnswers, _ weights: SurveyWeights,
    _ population: Population
  ) -> Item {
    let given = answers.values(question)
    let values = weights.rows.map { given[$0] }
    let figures: [Figure]
    switch question.kind {
    case .unit: figures = []
    case .number:
      figures = [
        Figure(
          level: nil, people: values.count, estimate: SurveyEstimate(values, weights), bounds: nil)
      ]
    case .flag: figures = [share(values, level: "true", weights, population)]
    case .choice(let names):
      figures = names.enumerated().map { code, name in
        share(values.map { $0 == Double(code) ? 1 : 0 }, level: name, weights, population)
      }
    }
    return Item(
      question: question, staffRepresented: Int(weights.staffRepresented), figures: figures,
      lognormal: lognormal(values, weights))
  }

  private static func share(
    _ values: [Double], level: String, _ weights: SurveyWeights, _ population: Population
  ) -> Figure {
    let people = values.reduce(0, +)
    let (all, count) = (Double(population.count), Double(values.count))
    return Figure(
      level: level, people: Int(people), estimate: SurveyEstimate(values, weights),
      bounds: (people / all)...((people + all - count) / all))
  }

  /// The weighted moments of the logarithms of values above 0, if there are two that differ.
  private static func lognormal(_ values: [Double], _ weights: SurveyWeights) -> Lognormal? {
    var (sum, total) = (0.0, 0.0)
    for (value, weight) in zip(values, weights.weights) where value > 0 {
      sum += weight * Double.log(value)
      total += weight
    }
    guard total > 0 else { return nil }
    let mean = sum / total
    var squares = 0.0
    for (value, weight) in zip(values, weights.weights) where value > 0 {
      let distance = Double.log(value) - mean
      squares += weight * distance * distance
    }
    let sigma = Double.sqrt(squares / total)
    return sigma > 0 ? Lognormal(median: Double.exp(mean), sigma: sigma) : nil
  }
}

extension SurveySummary {
  /// Take-up as a beta distribution.
  public struct TakeUp: Equatable, Sendable {
    /// The shapes of the distribution.
    public let alpha: Double, beta: Double
    /// The share that is interested, and its standard error.
    public let interest: Double, standardError: Double
  }

  /// The standard deviation added to stated interest when it is read as take-up (judgement, J).
  public static let intentionDeviation = 0.15

  /// Stated interest as take-up: its mean, with the survey's error and that of intentions together.
  ///
  /// Never wider than the distribution whose shapes sum to 2; nil if nobody or everybody is
  /// interested, or it was not asked.
  public var takeUp: TakeUp? {
    guard let figure = items.first(where: { $0.question == .interest })?.figures.first else {
      return nil
    }
    let (mean, error) = (figure.estimate.mean, figure.estimate.standardError)
    guard mean > 0, mean < 1 else { return nil }
    let variance = error * error + Self.intentionDeviation * Self.intentionDeviation
    let sum = max(2, mean * (1 - mean) / variance - 1)
    return TakeUp(
      alpha: mean * sum, beta: (1 - mean) * sum, interest: mean, standardError: error)
  }
}
