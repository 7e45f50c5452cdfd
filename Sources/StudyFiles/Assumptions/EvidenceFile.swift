import HybridWork
import Simulation

/// Reads facts behind the assumptions: the key `facts` of an evidence file.
enum EvidenceFile {
  /// The facts that could be read; what could not be is reported.
  static func facts(_ keys: YAMLMapping) -> [EvidenceFact] {
    var seen = SeenNames(.definitions)
    return (keys.required("facts")?.list() ?? []).compactMap { entry in
      entry.mapping { fact($0, seen: &seen) }
    }
  }

  private static func fact(_ keys: YAMLMapping, seen: inout SeenNames) -> EvidenceFact? {
    let place = keys.required("id")
    let id = place?.text()
    let text = keys.required("text")?.bilingual()
    let unit = keys.required("unit")?.text()
    let value: ClosedRange<Double>? =
      switch keys.alternative([["value"], ["range"]]) {
      case 0: keys.required("value")?.number().map { $0...$0 }
      case 1: keys.required("range")?.range()
      default: nil
      }
    let about = keys.optional("about")
    let assumptions = about.map { $0.each { $0.choice(AssumptionID.self) } } ?? []
    let provenance = keys.provenance()
    guard let place, let id, seen.isNew(id, at: place), let text, let unit, let value,
      let assumptions, let provenance
    else { return nil }
    return EvidenceFact(
      id: id, text: text, number: (unit, value), assumptions: assumptions,
      provenance: provenance)
  }
}

extension YAMLValue {
  /// Two numbers in order: `{low: 1, high: 2}`.
  fileprivate func range() -> ClosedRange<Double>? {
    mapping { keys in
      let low = keys.required("low")?.number()
      guard let low else { return nil }
      let high = keys.required("high")?.number(in: low...Double.greatestFiniteMagnitude)
      return high.map { low...$0 }
    }
  }
}
