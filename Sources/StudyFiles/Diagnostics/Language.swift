/// A language in which complaints are worded.
public enum Language: String, CaseIterable, Sendable {
  case indonesian = "id"
  case english = "en"
}
