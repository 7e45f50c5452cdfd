/// A language that planners read; Indonesian comes first.
public enum Language: String, CaseIterable, Sendable {
  case indonesian = "id"
  case english = "en"
}
