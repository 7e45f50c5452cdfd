public import HybridWork

/// What a questionnaire asks of staff; raw values are the column names of files.
public enum SurveyQuestion: String, CaseIterable, Sendable {
  case unit
  case sex
  case generation
  case commuteKilometres = "commute_km"
  case commuteMode = "commute_mode"
  case laptop
  case bandwidthMbps = "bandwidth_mbps"
  case interest
  case daysWanted = "days_wanted"
  case stress
  case satisfaction

  /// What an answer is.
  public enum Kind: Equatable, Sendable {
    /// The unit of the person, one of those of the register.
    case unit
    /// One of the listed values.
    case choice([String])
    /// A number within a range.
    case number(ClosedRange<Double>)
    /// Yes or no.
    case flag
  }

  /// What an answer to this question is, and which are accepted.
  public var kind: Kind {
    switch self {
    case .unit: .unit
    case .sex: .choice(["L", "P"])
    case .generation: .choice(Generation.allCases.map(\.rawValue))
    case .commuteKilometres: .number(0...200)
    case .commuteMode: .choice(CommuteMode.allCases.map(\.rawValue))
    case .laptop, .interest: .flag
    case .bandwidthMbps: .number(0...10_000)
    case .daysWanted: .number(0...5)
    case .stress, .satisfaction: .number(1...5)
    }
  }

  /// Whether the question says who is asked, by which answers are weighted, and not how they are.
  public var isAboutTheAsked: Bool { self == .unit || self == .sex || self == .generation }

  /// The questions whose answers are estimated.
  public static var estimated: [SurveyQuestion] { allCases.filter { !$0.isAboutTheAsked } }

  /// The column of the register that knows the same of everyone; nil if there is none.
  public var registerColumn: RegisterColumn? { RegisterColumn(rawValue: rawValue) }
}
