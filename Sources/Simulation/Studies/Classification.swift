/// How far an agency lets a study's documents travel, in the terms of its rules on official papers.
public enum Classification: String, CaseIterable, Sendable {
  /// *Biasa/Terbuka*.
  case open
  /// *Terbatas*.
  case restricted
  /// *Rahasia*.
  case secret
}
