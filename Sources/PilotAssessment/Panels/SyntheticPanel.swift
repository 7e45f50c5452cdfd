public import Statistics

/// Panels made up with a known effect, to see what an estimator makes of them.
///
/// Outcome = unit + period + covariate part + effect + noise. All draws are normal and keyed, so a
/// seed gives the same panel anywhere; units added at the end change no other unit.
public struct SyntheticPanel: Sendable {
  /// Units that become treated at the same time.
  public struct Cohort: Equatable, Sendable {
    /// The time from which the units are treated, counted from 1; nil for never.
    public var firstTreated: Int?
    /// How many units.
    public var units: Int
    /// The effect at the first treated time.
    public var effect: Double
    /// What each later time adds to the effect.
    public var effectGrowth: Double

    /// Units treated from a time on, with an effect that may grow.
    public init(
      firstTreated: Int?, units: Int, effect: Double = 0, effectGrowth: Double = 0
    ) {
      self.firstTreated = firstTreated
      self.units = units
      self.effect = effect
      self.effectGrowth = effectGrowth
    }
  }

  /// Who is treated when, and by how much it changes them.
  public var cohorts: [Cohort]
  /// The number of times, numbered from 1.
  public var periods: Int
  /// Units per cluster, of units in order; 1 makes each unit its own cluster.
  public var unitsPerCluster = 1
  /// The standard deviation of units' levels.
  public var unitDeviation = 1.0
  /// The standard deviation of periods' levels, shared by all units.
  public var periodDeviation = 1.0
  /// The standard deviation of a unit's noise in a period.
  public var noiseDeviation = 1.0
  /// The standard deviation of noise that a cluster's units share in a period.
  public var clusterNoiseDeviation = 0.0
  /// What the noise of units that become treated is multiplied by; 1 is homoskedastic.
  public var treatedNoiseRatio = 1.0
  /// What a unit's covariate `x`, standard normal, adds to the outcome each period; 0 has no `x`.
  public var covariateTrend = 0.0

  /// Cohorts observed over times 1…`periods`.
  public init(cohorts: [Cohort], periods: Int) {
    self.cohorts = cohorts
    self.periods = periods
  }

  /// The mean true effect over all treated cells; nil if there is none.
  public var trueEffect: Double? {
    var sum = 0.0
    var cells = 0
    for cohort in cohorts {
      guard let first = cohort.firstTreated, first <= periods else { continue }
      for time in first...periods {
        sum += Double(cohort.units) * (cohort.effect + Double(time - first) * cohort.effectGrowth)
        cells += cohort.units
      }
    }
    return cells > 0 ? sum / Double(cells) : nil
  }

  /// The columns of one panel.
  public func columns(_ key: RandomKey) -> PanelColumns {
    var names: [String] = []
    var times: [Int] = []
    var outcome: [Double] = []
    var firstTreated: [Int?] = []
    var clusters: [String] = []
    var covariate: [Double] = []
    var unit = 0
    for cohort in cohorts {
      for _ in 0..<cohort.units {
        let x = draw(key.child("covariate"), unit)
        for time in 1...periods {
          names.append("unit-\(unit + 1)")
          clusters.append("cluster-\(unit / unitsPerCluster + 1)")
          times.append(time)
          firstTreated.append(cohort.firstTreated)
          covariate.append(x)
          outcome.append(
            level(unit, time, cohort, key) + covariateTrend * Double(time) * x)
        }
        unit += 1
      }
    }
    var columns = PanelColumns(
      unit: PanelLabels(names), time: times, outcome: outcome,
      treatment: .firstTreated(firstTreated))
    if unitsPerCluster > 1 { columns.cluster = PanelLabels(clusters) }
    if covariateTrend != 0 {
      columns.covariates = [PanelColumns.Covariate(name: "x", values: covariate)]
    }
    return columns
  }

  /// One panel.
  ///
  /// - Throws: What is wrong with the design, for example that nobody is treated.
  public func panel(_ key: RandomKey) throws(PanelDefects) -> Panel {
    try Panel(columns(key))
  }

  /// The outcome of a unit at a time, but for the covariate.
  private func level(_ unit: Int, _ time: Int, _ cohort: Cohort, _ key: RandomKey) -> Double {
    let noise =
      noiseDeviation * draw(key.child("noise").child(UInt64(unit)), time)
      + clusterNoiseDeviation
      * draw(key.child("cluster noise").child(UInt64(unit / unitsPerCluster)), time)
    var value =
      unitDeviation * draw(key.child("unit"), unit)
      + periodDeviation * draw(key.child("period"), time)
      + noise * (cohort.firstTreated == nil ? 1 : treatedNoiseRatio)
    if let first = cohort.firstTreated, time >= first {
      value += cohort.effect + Double(time - first) * cohort.effectGrowth
    }
    return value
  }

  private func draw(_ key: RandomKey, _ counter: Int) -> Double {
    standardNormalQuantile(key.uniform(UInt64(counter)))
  }
}
