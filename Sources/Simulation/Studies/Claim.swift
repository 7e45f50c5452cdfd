public import HybridWork

/// What a claim is about.
public enum ClaimSubject: String, CaseIterable, Sendable {
  case electricity, water
  /// Electricity, water and consumables of the office.
  case officeRunning = "office_running"
  /// Fuel of staff's commuting.
  case fuel
  /// *Uang makan* as the budget pays it.
  case mealAllowance = "meal_allowance"
  /// Lunches bought near the office.
  case lunch
  /// Official travel and meetings.
  case travel
  /// Office, official fuel and official travel with its catering; no allowances of staff.
  case runningCosts = "running_costs"
  case output
  /// Generation Z among the staff: a fact of the register, nothing that a policy changes.
  case generationZ = "generation_z"
  case stress, satisfaction, agility, awards, congestion
  /// Petrol of everyone on the road.
  case nationalFuel = "national_fuel"

  /// Whether Luwes computes it.
  public var isModelled: Bool {
    switch self {
    case .stress, .satisfaction, .agility, .awards, .congestion, .nationalFuel: false
    default: true
    }
  }
}

/// Something that somebody says a policy does.
public struct Claim: Hashable, Sendable {
  /// The claim's identifier.
  public let id: String
  /// Its words.
  public let text: Bilingual
  /// What it is about.
  public let subject: ClaimSubject
  /// The change claimed, relative to the base: −0.75 is three quarters less, 0 claims no loss.
  ///
  /// For output it is in shares of all output, for generation Z the share itself. Ignored where
  /// nothing is modelled.
  public let change: Double
  /// Of what, over which time and for whom.
  public let base: Bilingual
  /// Who claims it; nil for a claim typed in.
  public let provenance: Provenance?

  /// A claim.
  public init(
    id: String, text: Bilingual, subject: ClaimSubject, change: Double, base: Bilingual,
    provenance: Provenance?
  ) {
    self.id = id
    self.text = text
    self.subject = subject
    self.change = change
    self.base = base
    self.provenance = provenance
  }

  /// Whether a change of some size meets the claim.
  public func isMet(by found: Double) -> Bool {
    change < 0 ? found <= change : found >= change
  }
}

/// How much a bill moves from month to month without any policy.
public struct OrdinaryNoise: Hashable, Sendable {
  /// Of what.
  public let subject: ClaimSubject
  /// The relative change seen, 0…1.
  public let share: Double
  /// Where it was seen.
  public let provenance: Provenance

  /// A change seen without a policy.
  public init(subject: ClaimSubject, share: Double, provenance: Provenance) {
    self.subject = subject
    self.share = share
    self.provenance = provenance
  }
}
