import ArgumentParser
import HybridWork

/// An assumption and the value it is held at, as people write them: `sick_share=0.06`.
struct HeldAssumption {
  let id: AssumptionID
  let value: Double
  /// As it was written.
  let text: String

  /// Reads what was typed.
  ///
  /// - Throws: A validation error that says what is wrong with it.
  init(typed: String) throws {
    let parts = typed.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw ValidationError("--set takes ID=VALUE, such as sick_share=0.06, not \(typed).")
    }
    guard let id = AssumptionID(rawValue: parts[0]) else {
      throw ValidationError("There is no assumption \(parts[0]); luwes params lists them.")
    }
    let range = id.admissibleRange
    guard let value = Double(parts[1]), range.contains(value) else {
      throw ValidationError(
        "\(parts[0]) takes a number from \(range.lowerBound) to \(range.upperBound),"
          + " not \(parts[1]).")
    }
    self.id = id
    self.value = value
    text = typed
  }
}
