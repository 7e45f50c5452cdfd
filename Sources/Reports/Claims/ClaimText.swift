public import Exploration
public import HybridWork
public import Simulation
import Statistics

/// A claim held against a study, for reading.
public struct ClaimText: Sendable {
  private let assessment: ClaimAssessment
  private let noise: OrdinaryNoise?
  private let language: Language

  /// An assessment, and how much its bill moves without any policy if that is known.
  public init(_ assessment: ClaimAssessment, noise: [OrdinaryNoise], language: Language) {
    self.assessment = assessment
    self.noise = noise.first { $0.subject == assessment.claim.subject }
    self.language = language
  }

  private var claim: Claim { assessment.claim }
  private var numbers: NumberText { NumberText(language: language) }

  /// The lines for a terminal of a width in characters.
  public func terminalText(width: Int) -> String {
    var lines = [
      "\"\(claim.text[language])\"\(size): \(assessment.verdict.text[language])\(under)"
    ]
    lines.append("  \(language[.claimBase]): \(claim.base[language])")
    if let source = claim.provenance {
      lines.append("  \(source.source) (\(source.confidence.rawValue), \(source.date.iso))")
    }
    if let measure = claim.subject.pilotMeasure {
      lines.append("  \(language[.pilotMustMeasure]): \(measure[language])")
    }
    let table = assessment.policies.isEmpty ? [] : [""] + table(width) + [""]
    let notes = reach + drivers + [noiseNote].compactMap { $0 }
    func wrapped(_ lines: [String]) -> [String] {
      lines.flatMap { TerminalTable.wrapped($0, width) }
    }
    return (wrapped(lines) + table + wrapped(notes)).joined(separator: "\n")
  }

  private var size: String {
    guard claim.subject.isModelled, claim.provenance != nil else { return "" }
    return " (\(percent(claim.change)))"
  }

  /// The policies that a verdict rests on, since the others may be far from the claim.
  private var under: String {
    let least: Double
    switch assessment.verdict {
    case .likely: least = 0.5
    case .possible: least = .leastNonzeroMagnitude
    default: return ""
    }
    let met = assessment.policies.filter { $0.probability >= least }
    guard met.count < assessment.policies.count else { return "" }
    let list = met.map { $0.policy.title[language] }.joined(separator: "; ")
    return Bilingual(id: ", hanya dengan: \(list)", en: ", only under: \(list)")[language]
  }

  private func percent(_ share: Double) -> String {
    share > 0 ? "+\(numbers.percent(share))" : numbers.percent(share)
  }

  private func table(_ width: Int) -> [String] {
    TerminalTable(
      header: [
        language[.policy], language[.claimProbability], language[.claimChange],
        language[.claimBound],
      ],
      rows: assessment.policies.map { reach in
        [
          reach.policy.title[language], numbers.percent(reach.probability, decimals: 0),
          numbers.ranged(
            reach.change.mean, reach.change.p05, reach.change.p95, percent),
          reach.bound.isNaN ? NumberText.undefined : percent(reach.bound),
        ]
      }
    ).lines(width: width)
  }

  private var reach: [String] {
    guard let farthest = assessment.farthest else { return [] }
    let end = claim.change < 0 ? farthest.change.p05 : farthest.change.p95
    let smallest =
      assessment.smallestStep.map { $0.policy.title[language] } ?? language[.noStepReaches]
    return [
      "\(language[.farthestReach]): \(percent(end)) (\(farthest.policy.title[language]))",
      "\(language[.smallestStep]): \(smallest)",
    ]
  }

  private var drivers: [String] {
    guard !assessment.drivers.isEmpty else { return [] }
    let parts = assessment.drivers.map { driver in
      "\(driver.id.text[language]) (\(driver.id.rawValue)) \(value(driver.medianNeeded)) "
        + "(\(language[.inAllWorlds]) \(value(driver.median)))"
    }
    return ["\(language[.wouldHaveToHold]): " + parts.joined(separator: "; ")]
  }

  private func value(_ value: Double) -> String {
    numbers.number(value, decimals: abs(value) >= 100 ? 0 : abs(value) >= 1 ? 1 : 3)
  }

  private var noiseNote: String? {
    guard let noise, claim.subject.isModelled, abs(claim.change) <= noise.share else { return nil }
    return "\(language[.withinNoise]) (\(numbers.percent(noise.share)): "
      + "\(noise.provenance.source))."
  }
}
