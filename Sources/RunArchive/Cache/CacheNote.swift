/// Why something in the cache was not used or not written; never a reason to stop.
public enum CacheNote: Hashable, Sendable {
  /// It is damaged, or is not what its name says.
  case passedOver(path: String)
  /// It could not be written.
  case notKept(path: String, reason: WritingRefusal)
}
