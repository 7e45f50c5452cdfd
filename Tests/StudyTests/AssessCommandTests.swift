import Foundation
import Testing

@Suite("luwes assess")
struct AssessCommandTests {
  private static let columns = [
    "--outcome", "y", "--unit", "u", "--time", "t", "--treated", "d", "--lang", "en",
  ]

  /// Runs the command on a table whose rows are `unit,time,treated,outcome`.
  private func assess(_ rows: [String], _ further: [String] = []) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    let path = folder.url.appendingPathComponent("panel.csv").path
    let text = (["u,t,d,y"] + rows).joined(separator: "\n") + "\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let outcome = try Program.run(["assess", path] + Self.columns + further)
    return Program.Outcome(
      exitCode: outcome.exitCode, output: outcome.output,
      complaints: outcome.complaints.replacingOccurrences(of: path, with: "panel.csv"))
  }

  /// Two of four units are treated in the second month.
  private static let twoByTwo = [
    "a,2024-01,0,1", "a,2024-02,1,5", "b,2024-01,0,2", "b,2024-02,1,7", "c,2024-01,0,3",
    "c,2024-02,0,4", "d,2024-01,0,1", "d,2024-02,0,3",
  ]

  @Test("JSON has every key of every estimate, and months as they were written")
  func json() throws {
    let run = try assess(Self.twoByTwo, ["--json"])
    #expect(run.exitCode == 0)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(object.keys.sorted() == ["estimates", "warnings"])
    let estimates = try #require(object["estimates"] as? [[String: Any]])
    let keys = [
      "estimator", "inference", "aggregation", "group", "calendar_time", "event_time", "estimate",
      "std_error", "df", "ci_low", "ci_high", "ci_unbounded", "p_value", "min_attainable_p",
      "n_obs", "n_units", "n_treated_units", "n_clusters", "n_treated_clusters",
    ]
    #expect(estimates.allSatisfy { $0.keys.sorted() == keys.sorted() })
    let effect = try #require(estimates[0]["estimate"] as? Double)
    #expect(abs(effect - 3) < 1e-12)
    #expect(estimates.contains { $0["group"] as? String == "2024-02" })
  }

  @Test(
    "a panel without a design is one sentence and exit code 65",
    arguments: [
      (["a,1,0,1", "a,2,0,2", "b,1,0,1", "b,2,0,2"], "no unit is ever treated"),
      (["a,1,1,1", "b,1,0,2"], "there is one time only (1)"),
      (["a,1,1,1", "a,2,1,2", "b,1,1,1", "b,2,1,2"], "every unit is treated from the first time"),
    ])
  func noDesign(rows: [String], sentence: String) throws {
    let run = try assess(rows)
    #expect(run.exitCode == 65)
    #expect(run.output.isEmpty)
    #expect(run.complaints.contains(sentence))
    #expect(run.complaints.split(separator: "\n").count == 1)
  }

  @Test("defects are told with line and column before anything is estimated")
  func defects() throws {
    let rows = ["a,1,0,1", "a,2,1,2", "a,3,0,3", "b,1,0,", "b,1,0,2"]
    let blank = try assess(rows)
    #expect(blank.exitCode == 65)
    #expect(blank.complaints.contains("panel.csv:5:7: y: this cell is blank"))
    let run = try assess(rows.map { $0.hasSuffix(",") ? $0 + "4" : $0 })
    #expect(run.exitCode == 65)
    #expect(run.complaints.contains("panel.csv:4:5: d: this unit is treated from line 3 on"))
    #expect(run.complaints.contains("panel.csv:6:3: t: this unit already has a row"))
  }

  @Test("checks stand beside the estimates, and the effect on exchanged controls is counted")
  func checks() throws {
    let folder = try TemporaryFolder()
    let out = folder.url.appendingPathComponent("out")
    // Treated units gain 3; of the controls, when either takes their place, none gains as much.
    let run = try assess(Self.twoByTwo, ["--out", out.path])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("Checks (none proves the effect"))
    let table = try String(
      contentsOf: out.appendingPathComponent("checks.csv"), encoding: .utf8)
    let kinds = table.split(separator: "\r\n").dropFirst().map { $0.prefix { $0 != "," } }
    #expect(
      kinds == [
        "placebo_date", "anticipation", "placebo_units", "leave_one_unit_out", "pre_trends",
        "composition", "regression_to_the_mean", "spillover",
      ])
    // One month before the start allows no look at dates before it.
    #expect(table.contains("placebo_date,not_possible,,"))
  }

  @Test("units treated from their first row on are left out with a warning")
  func alwaysTreated() throws {
    let run = try assess(Self.twoByTwo + ["e,2024-01,1,9", "e,2024-02,1,9"])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("Treated from their first row on, hence left out: e."))
  }

  @Test("everyone treated at one date gives the break in the series alone, and says why")
  func commonDate() throws {
    let rows = ["a", "b"].flatMap { unit in
      (1...12).map { "\(unit),\($0),\($0 > 7 ? 1 : 0),\($0 % 5 + ($0 > 7 ? 2 : 0))" }
    }
    let run = try assess(rows, ["--json"])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("everyone_treated_at_one_date"))
    #expect(run.output.contains("interrupted_time_series"))
    #expect(!run.output.contains("twfe"))
  }

  @Test("every row of estimates in the worked assessment is what the program prints")
  func workedPage() throws {
    let page = try String(
      contentsOf: Program.root.appending(path: "docs/worked-assessment.md"), encoding: .utf8)
    let pilot = [
      "assess", "notebooks-data/west-java-pilot-synthetic.csv", "--unit", "unit", "--time",
      "month", "--treated", "treated", "--lang", "en",
    ]
    var printed: Set<String> = []
    for options in [
      ["--outcome", "output_index", "--placebo-outcomes", "complaints"], ["--outcome", "ikm"],
      ["--outcome", "output_index", "--dose", "flexible_days"],
    ] {
      let run = try Program.run(pilot + options)
      #expect(run.exitCode == 0)
      printed.formUnion(run.output.split(separator: "\n").map(String.init))
    }
    let rows = page.split(separator: "\n").map(String.init).filter { line in
      ["twfe  ", "callaway_santanna  ", "synthetic_", "- effect", "- share", "- furthest"]
        .contains { line.hasPrefix($0) }
    }
    #expect(rows.count > 20)
    for row in rows { #expect(printed.contains(row), "\(row)") }
  }
}
