import Foundation
public import PilotAssessment

/// Panels and figures made by the scripts in `PilotAssessmentTests/References`.
public enum PilotReference {
  /// The rows of a comma-separated file, each by the names of its heading line.
  public static func rows(_ name: String) throws -> [[String: String]] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: tests.appending(path: "PilotAssessmentTests/References/\(name)"), encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { line in
      Dictionary(uniqueKeysWithValues: zip(lines[0], line))
    }
  }

  /// One panel of a file of panels.
  public static func panel(_ name: String, in file: String) throws -> Panel {
    let rows = try rows(file).filter { $0["panel"] == name }
    func numbers(_ column: String) -> [Double] { rows.map { Double($0[column] ?? "") ?? .nan } }
    var columns = PanelColumns(
      unit: PanelLabels(rows.map { $0["unit"] ?? "" }), time: numbers("time").map { Int($0) },
      outcome: numbers("outcome"), treatment: .path(numbers("treated").map { $0 == 1 }))
    columns.cluster = PanelLabels(rows.map { $0["cluster"] ?? "" })
    if rows[0]["use_covariate"] == "1" {
      columns.covariates = [.init(name: "x", values: numbers("x"))]
    }
    if rows[0]["use_weight"] == "1" { columns.weights = numbers("weight") }
    return try Panel(columns)
  }
}

extension [String: String] {
  /// The number in a column; nil if it is blank.
  public func number(_ column: String) -> Double? { self[column].flatMap { Double($0) } }
}

extension PanelAssessment {
  /// The estimates of one kind.
  public func all(
    _ estimator: PilotEstimate.Estimator, _ inference: PilotEstimate.Inference,
    _ aggregation: PilotEstimate.Aggregation
  ) -> [PilotEstimate] {
    estimates.filter {
      $0.estimator == estimator && $0.inference == inference && $0.aggregation == aggregation
    }
  }

  /// The overall two-way effect with one inference.
  public func twoWay(_ inference: PilotEstimate.Inference) -> PilotEstimate? {
    all(.twfe, inference, .overall).first
  }
}

/// Whether a figure is as near to its reference as the share of it.
public func agrees(_ found: Double?, _ expected: Double?, within share: Double = 1e-8) -> Bool {
  guard let found, let expected else { return found == nil && expected == nil }
  return abs(found - expected) <= share * max(abs(expected), 1e-3)
}
