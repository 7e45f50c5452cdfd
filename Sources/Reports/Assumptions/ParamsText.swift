public import HybridWork
public import Simulation
import Statistics

/// Entries of the evidence register for reading: what is assumed, since when, from where.
public struct ParamsText: Sendable {
  private let language: Language

  /// Texts in a language.
  public init(language: Language) { self.language = language }

  private var numbers: NumberText { NumberText(language: language) }

  /// An assumption of a file.
  public func assumption(_ assumption: StudyAssumption, file: String) -> String {
    var lines = [
      "\(assumption.id.rawValue)  \(assumption.id.text[language]) [\(assumption.id.unit.rawValue)]",
      "  \(value(assumption.value))",
    ]
    lines.append("  " + origin(assumption.provenance, file: file))
    if let scope = assumption.scope { lines.append("  \(language[.applies]): \(scope[language])") }
    lines.append("  \(assumption.provenance.source)")
    for other in assumption.alternatives {
      let source = other.provenance
      lines.append(
        "  \(language[.alternative]) \(other.name): \(value(other.value)) "
          + "(\(source.confidence.rawValue), \(source.date.iso); \(source.source))")
    }
    return lines.joined(separator: "\n")
  }

  /// A fact of an evidence file.
  public func fact(_ fact: EvidenceFact, file: String) -> String {
    let ends = [fact.value.lowerBound, fact.value.upperBound].map(number)
    let value = ends[0] == ends[1] ? ends[0] : "\(ends[0]) … \(ends[1])"
    var lines = [
      "\(fact.id)  \(fact.text[language]) [\(fact.unit)]", "  \(value)",
      "  " + origin(fact.provenance, file: file), "  \(fact.provenance.source)",
    ]
    if !fact.assumptions.isEmpty {
      let names = fact.assumptions.map(\.rawValue).joined(separator: ", ")
      lines.append("  \(language[.about]): \(names)")
    }
    return lines.joined(separator: "\n")
  }

  /// A price of making someone pass a rule.
  public func price(_ price: UnlockPrice, file: String) -> String {
    [
      "\(price.name)  \(price.remedy[language]) [rupiah]", "  \(number(price.rupiah))",
      "  " + origin(price.provenance, file: file), "  \(price.provenance.source)",
    ].joined(separator: "\n")
  }

  private func origin(_ provenance: Provenance, file: String) -> String {
    let code = provenance.confidence
    let judged = code.isAssumption ? " (\(language[.judgement]))" : ""
    return "\(code.rawValue)\(judged) · \(provenance.date.iso) · \(file)"
  }

  /// A number, or numbers with their first days, or the middle and 90% range of a distribution.
  func value(_ value: StudyAssumption.Value) -> String {
    switch value {
    case .dated(let values):
      guard values.count > 1 else { return values.first.map { number($0.value) } ?? "" }
      return values.map { "\(number($0.value)) (\(language[.since]) \($0.from.iso))" }
        .joined(separator: ", ")
    case .distributed(let distribution):
      let ends = [0.5, 0.05, 0.95].map { number(distribution.quantile($0)) }
      return "\(ends[0]) [\(ends[1]) … \(ends[2])]"
    }
  }

  /// As many decimals as three digits need, none for whole numbers.
  private func number(_ value: Double) -> String {
    if value == value.rounded() { return numbers.number(value, decimals: 0) }
    let size = abs(value)
    return numbers.number(value, decimals: size >= 100 ? 2 : size >= 1 ? 2 : size >= 0.01 ? 3 : 5)
  }
}

extension UnlockPrice {
  /// The rule or column that the price is of, as a name to search for.
  public var name: String {
    switch subject {
    case .rule(let rule): rule
    case .column(let column): column.rawValue
    }
  }
}
