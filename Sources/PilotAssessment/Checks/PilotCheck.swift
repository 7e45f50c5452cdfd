import Statistics

/// What one check of a pilot's effect found: a verdict with its number.
///
/// Checks work on the two-way effect. None proves the effect; each can only speak against it.
public struct PilotCheck: Equatable, Sendable {
  /// What was checked; raw values are the identifiers of files.
  public enum Kind: String, CaseIterable, Sendable {
    /// An effect is looked for at a date before the start. The number is the effect found.
    case placeboDate = "placebo_date"
    /// An effect is looked for at the last time before the start. The number is the effect found.
    case anticipation
    /// Controls take the place of the treated. The number is the share with as large an effect.
    case placeboUnits = "placebo_units"
    /// An outcome that should not change is assessed. The number is the effect on it.
    case placeboOutcome = "placebo_outcome"
    /// Each unit is left out. The number is the effect furthest from that of all units.
    case leaveOneUnitOut = "leave_one_unit_out"
    /// How far trends may part after the start, in units of the most they parted before it, until
    /// the effect could be 0. The number is that breakdown value; 64 stands for 64 or more.
    case preTrends = "pre_trends"
    /// Rows missing, or weights shifting, differently among treated and controls. The number is the
    /// difference of shares.
    case composition
    /// What a return to the mean of units chosen for their last outcomes would bring. The number is
    /// the drift expected without any effect.
    case regressionToTheMean = "regression_to_the_mean"
    /// A break in the series of the controls at the start. The number is its size.
    case spillover
  }

  /// What a check says of the effect.
  public enum Verdict: String, Sendable {
    /// It does not speak against the effect.
    case passed
    /// It gives cause for doubt.
    case doubtful
    /// It speaks against the effect.
    case failed
    /// The panel can't support it.
    case notPossible = "not_possible"
  }

  /// What was checked.
  public let kind: Kind
  /// What it says.
  public let verdict: Verdict
  /// Its number, as ``Kind`` says; nil when it could not be had.
  public let number: Double?
  /// The two-sided p-value, where the check is a test.
  public var pValue: Double?
  /// The smallest p-value the test could have given.
  public var minimumAttainableP: Double?
  /// ``Kind/preTrends`` alone: where the mean effect lies with 95% confidence if trends part no
  /// faster after the start than before it.
  public var interval: ClosedRange<Double>?
  /// The unit or outcome it is about, if it is about one.
  public var subject: String?
  /// Why it could not be had.
  public var refusal: AssessmentRefusal?

  init(_ kind: Kind, _ verdict: Verdict, number: Double?) {
    self.kind = kind
    self.verdict = verdict
    self.number = number
  }

  /// Above so many multiplications refits would take minutes.
  static let refitLimit = 3e10

  /// What it takes to put a panel together and fit it so many times, in multiplications.
  static func refitWork(_ panel: Panel, times: Int) -> Double {
    let periods = Double(panel.times.count)
    // A row is sorted, checked and swept a few times over.
    let perFit = 20 * Double(panel.rowCount) + Double(panel.unitCount) * periods * periods
    return Double(times) * perFit
  }

  /// A check that the panel can't support.
  static func refused(_ kind: Kind, _ refusal: AssessmentRefusal) -> PilotCheck {
    var check = PilotCheck(kind, .notPossible, number: nil)
    check.refusal = refusal
    return check
  }

  /// The verdict on an effect where there should be none, by exchanging treatment.
  ///
  /// No test at 5% is possible where too few exchanges exist: then the verdict is doubt if the
  /// effect is at least half of the one that is claimed.
  static func ofNoEffect(
    _ kind: Kind, _ panel: Panel, claimed: Double, _ options: PanelAssessment.Options
  ) -> PilotCheck {
    do throws(AssessmentRefusal) {
      let contrast = try TreatmentContrast(panel)
      let assignments = Reassignments(
        panel, draws: min(options.draws, 999),
        key: RandomKey(seed: options.seed).child(kind.rawValue))
      let test = try TwoWayRandomization.test(panel, contrast, assignments)
      let (p, minimum) = (test.pValue(of: 0), test.minimumAttainableP)
      let isLarge = abs(contrast.effect) >= 0.5 * abs(claimed)
      let verdict: Verdict =
        minimum <= PanelAssessment.level
        ? (p <= PanelAssessment.level ? .failed : .passed) : (isLarge ? .doubtful : .passed)
      var check = PilotCheck(kind, verdict, number: contrast.effect)
      (check.pValue, check.minimumAttainableP) = (p, minimum)
      return check
    } catch {
      return refused(kind, error)
    }
  }
}
