/// One text for planners, in Indonesian and in English.
public struct Bilingual: Hashable, Sendable {
  /// The Indonesian wording.
  public let indonesian: String
  /// The English wording.
  public let english: String

  /// Pairs the two wordings of one text.
  public init(id indonesian: String, en english: String) {
    self.indonesian = indonesian
    self.english = english
  }

  /// The wording in `language`.
  public subscript(language: Language) -> String {
    switch language {
    case .indonesian: indonesian
    case .english: english
    }
  }
}
