/// A declared departure from the rules: who is admitted or refused whatever the rules say.
public struct EligibilityException: Hashable, Sendable {
  /// How narrow the exception is; a narrower one goes before a wider one.
  public enum Level: String, CaseIterable, Sendable, Comparable {
    case general, unit, person

    /// Orders levels from wide to narrow.
    public static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// What happens to the people it is about.
  public enum Effect: String, CaseIterable, Sendable {
    /// They are eligible though they fail rules.
    case admit
    /// They are not eligible though they pass every rule.
    case refuse
  }

  /// The exception's identifier, unique among the policy's rules and exceptions.
  public let id: String
  /// The exception in plain words.
  public let text: Bilingual
  /// The legal reference.
  public let reference: String
  /// How narrow it is.
  public let level: Level
  /// What it does.
  public let effect: Effect
  /// Whom it is about: those of whom the condition is known to hold.
  public let condition: Condition

  /// An exception with its wording, reference and condition.
  public init(
    id: String, wording: (text: Bilingual, reference: String), level: Level, effect: Effect,
    condition: Condition
  ) {
    self.id = id
    self.text = wording.text
    self.reference = wording.reference
    self.level = level
    self.effect = effect
    self.condition = condition
  }

  /// Whether this exception decides where both apply.
  ///
  /// A narrower one goes first, and of two as narrow a refusal.
  func goesBefore(_ other: EligibilityException) -> Bool {
    level != other.level
      ? level > other.level : effect == .refuse && other.effect == .admit
  }
}
