import HybridWork

extension YAMLValue {
  /// A monthly evaluation, or `none`.
  func evaluation() -> PolicyDifference.EvaluationChange? {
    if isNone { return .removed }
    return mapping { keys in
      let line = keys.required("line")?.number(in: 0...2)
      let window = keys.required("window_months")?.integer(in: 1...12)
      let lost = keys.required("lose_months")?.integer(in: 1...24)
      let noise = keys.required("noise_sd")?.number(in: 0...1)
      let spread = keys.required("true_sd")?.number(in: 0...1)
      let weight = keys.required("attendance_weight")?.share()
      let provenance = keys.provenance()
      guard let line, let window, let lost, let noise, let spread, let weight, let provenance
      else { return nil }
      return .set(
        Evaluation(
          line: line, windowMonths: window, loseMonths: lost,
          score: Evaluation.Score(
            noiseSpread: noise, trueSpread: spread, attendanceWeight: weight,
            provenance: provenance)))
    }
  }
}
