/// A file that a study was read from.
public struct InputFile: Sendable, Equatable {
  /// The path relative to the study's folder, such as `../assumptions/indonesia.yaml`.
  public let name: String
  /// The path to open it by.
  public let path: String
  /// Whether the file must stay with the agency: a real register, never under version control.
  public let isLocal: Bool

  /// A file by its name in the study and the path to open it.
  public init(name: String, path: String, isLocal: Bool = false) {
    self.name = name
    self.path = path
    self.isLocal = isLocal
  }
}
