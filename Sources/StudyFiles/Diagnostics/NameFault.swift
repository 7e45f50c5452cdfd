/// Why a name, unit or flag is refused.
public enum NameFault: Equatable, Sendable {
  case unknown(found: String, nearest: String?, allowed: [String])
  case duplicate(name: String, firstLine: Int?)
  case wrongUnit(found: String, expected: String)
  /// A text that is neither true nor false; `write` is the likely meaning.
  case notAFlag(text: String, write: String?)
}
