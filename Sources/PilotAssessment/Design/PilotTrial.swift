/// One pilot as it might go: what each unit would show at each time without and with treatment.
public struct PilotTrial: Sendable {
  /// By unit and time, `unit * times + time`: the outcome without treatment.
  public var untreated: [Double]
  /// By unit and time: the outcome with treatment.
  public var treated: [Double]

  /// Gathers both; they are as long as a plan has units times times.
  public init(untreated: [Double], treated: [Double]) {
    self.untreated = untreated
    self.treated = treated
  }
}
