import HybridWork
import Simulation

/// The assumption files of a study taken together, later ones overriding earlier ones.
struct AssumptionFiles {
  private struct Placed {
    let entry: AssumptionsFile.Entry
    let file: Int
  }

  private var chosen: [AssumptionID: Placed] = [:]
  private var correlations: [(entry: AssumptionsFile.CorrelationEntry, file: Int)] = []
  /// Whether every file could be opened; else what is missing is not known.
  private let isComplete: Bool

  /// Files in the study's order; nil for one that could not be read at all.
  init(_ files: [AssumptionsFile?]) {
    isComplete = files.allSatisfy { $0 != nil }
    for (index, file) in files.enumerated() {
      for entry in file?.entries ?? [] {
        chosen[entry.id] = Placed(entry: entry, file: index)
      }
      for entry in file?.correlations ?? [] {
        correlations.removeAll { $0.entry.correlation.pair == entry.correlation.pair }
        correlations.append((entry, index))
      }
    }
  }

  /// The complete set; nil if something is missing or wrong, which is reported.
  ///
  /// What no file states is reported at `place`, the key `assumptions` of the study. Every dated
  /// value must hold already on `firstDay`, the study's first working day.
  func set(at place: YAMLValue, firstDay: WorkDate?) -> AssumptionSet? {
    let missing = AssumptionID.allCases.filter { chosen[$0] == nil }
    if !missing.isEmpty, isComplete { place.complain(.assumption(.missing(missing))) }
    if let firstDay { reportLateValues(firstDay) }
    let joint = jointCorrelations(at: place)
    let assumptions = AssumptionID.allCases.compactMap { chosen[$0]?.entry.assumption }
    guard isComplete, assumptions.count == AssumptionID.allCases.count, let joint else {
      return nil
    }
    return try? AssumptionSet(assumptions, correlations: joint)
  }

  private func reportLateValues(_ firstDay: WorkDate) {
    for id in AssumptionID.allCases {
      guard let entry = chosen[id]?.entry, case .dated(let values)? = entry.assumption?.value,
        let first = values.first, first.from > firstDay
      else { continue }
      entry.place.complain(.assumption(.noValueBefore(first.from, firstDay: firstDay)))
    }
  }

  /// The correlations between distributed assumptions; nil if no joint distribution has them.
  private func jointCorrelations(at place: YAMLValue) -> [AssumptionCorrelation]? {
    var joint: [AssumptionCorrelation] = []
    var isSound = true
    for (entry, file) in correlations {
      let fixed = [entry.correlation.first, entry.correlation.second].filter(isFixed)
      for id in fixed {
        let isOverridden = (chosen[id]?.file ?? 0) > file
        entry.place.complain(
          .assumption(.notDistributed(id, isOverridden: isOverridden)),
          severity: isOverridden ? .warning : .error)
        isSound = isSound && isOverridden
      }
      if fixed.isEmpty { joint.append(entry.correlation) }
    }
    if isSound, let change = CorrelationMatrix(joint).change {
      place.complain(.assumption(.correlationsAdjusted(change)), severity: .warning)
    }
    return isSound ? joint : nil
  }

  private func isFixed(_ id: AssumptionID) -> Bool {
    if case .dated? = chosen[id]?.entry.assumption?.value { true } else { false }
  }
}

extension AssumptionCorrelation {
  fileprivate var pair: Set<AssumptionID> { [first, second] }
}
