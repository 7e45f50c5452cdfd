public import HybridWork
public import RunArchive

/// The tables of a run for notebooks: tidy CSV files, a Frictionless data package that describes every
/// column, and Vega-Lite charts with their data inside.
public struct NotebookPackage: Sendable {
  /// What keeps the package from being made.
  public enum Failure: Error, Equatable {
    /// A table has a column that no description tells of: a defect of Luwes.
    case unknownColumn(table: String, column: String)
  }

  /// Tables that are passed on, in the package's order, with what identifies their lines.
  static let tables: [(name: String, title: Bilingual, key: [String])] = [
    ("scenario-table", Bilingual(id: "Tabel skenario", en: "Scenario table"), ["policy"]),
    (
      "outcomes", Bilingual(id: "Semua ukuran menurut kelompok", en: "All measures by group"),
      ["scenario", "group", "outcome"]
    ),
    (
      "ledger", Bilingual(id: "Arus uang menurut pembayar", en: "Money flows by payer"),
      ["scenario", "item"]
    ),
    (
      "ledger-parties", Bilingual(id: "Untung dan rugi tiap pihak", en: "Gains of each party"),
      ["scenario", "measure"]
    ),
    (
      "coverage", Bilingual(id: "Keterpenuhan petugas", en: "Service coverage"),
      ["scenario", "service", "weekday", "half_hour"]
    ),
    (
      "take-up", Bilingual(id: "Dari syarat sampai pemakaian", en: "From eligible to working away"),
      ["scenario", "group", "step"]
    ),
    (
      "eligibility-counts", Bilingual(id: "Akibat tiap syarat", en: "What each rule does"),
      ["scenario", "rule"]
    ),
    (
      "position-days", Bilingual(id: "Jabatan, unit, hari", en: "Positions, units, days"),
      ["scenario", "unit", "position"]
    ),
    ("assumptions", Bilingual(id: "Asumsi", en: "Assumptions"), ["assumption"]),
  ]

  private let manifest: Manifest
  private let files: [(name: String, text: String)]
  private let language: Language

  /// The package of a run.
  ///
  /// - Parameters:
  ///   - manifest: The run's manifest.
  ///   - files: Names and texts of its tables; those without a description here are left out.
  ///   - language: The language of titles and descriptions.
  public init(_ manifest: Manifest, files: [(name: String, text: String)], language: Language) {
    self.manifest = manifest
    self.files = files
    self.language = language
  }

  /// Names and texts of the package's files, in order.
  ///
  /// - Throws: ``Failure``, or an encoding error, which no table gives.
  public func contents() throws -> [(name: String, text: String)] {
    let tables = Self.tables.compactMap { table in
      files.first { $0.name == "\(table.name).csv" }.map { (table, $0.text) }
    }
    var contents = tables.map { (name: "\($0.0.name).csv", text: $0.1) }
    var resources: [JSONValue] = []
    for (table, text) in tables { resources.append(try resource(table, text)) }
    if let scenarios = tables.first(where: { $0.0.name == "scenario-table" })?.1 {
      for chart in ScenarioChart.allCases {
        let specification = chart.specification(
          CSVRecords(scenarios), language: language, subtitle: stamp)
        contents.append(("chart-\(chart.rawValue).vl.json", try specification.text()))
      }
    }
    contents.append(("datapackage.json", try package(resources).text()))
    return contents
  }

  /// What every file of a run says of itself.
  private var stamp: String {
    let classification = manifest.classification ?? "not-set"
    return "\(language[.simulationOnly]) \(classification) · \(manifest.runID.prefix(12))"
  }

  private func package(_ resources: [JSONValue]) -> JSONValue {
    [
      "profile": "tabular-data-package", "name": .text("luwes-\(manifest.study)"),
      "title": .text(manifest.study), "description": .text(stamp),
      "version": .text(manifest.luwes), "run_id": .text(manifest.runID),
      "classification": .text(manifest.classification ?? "not-set"),
      "resources": .list(resources),
    ]
  }

  private func resource(
    _ table: (name: String, title: Bilingual, key: [String]), _ text: String
  ) throws(Failure) -> JSONValue {
    let records = CSVRecords(text)
    var fields: [JSONValue] = []
    for column in records.header {
      guard let described = TidyColumn.named(column, in: table.name) else {
        throw .unknownColumn(table: table.name, column: column)
      }
      fields.append(
        [
          "name": .text(column), "type": .text(described.kind.rawValue),
          "description": .text(described.text[language]),
        ])
    }
    return [
      "profile": "tabular-data-resource", "name": .text(table.name),
      "path": .text("\(table.name).csv"), "title": .text(table.title[language]),
      "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
      "dialect": ["delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "header": true],
      "hash": .text("sha256:\(ContentHash(text: text).digits)"),
      "schema": [
        "fields": .list(fields), "missingValues": [""],
        "primaryKey": .list(table.key.map { .text($0) }),
      ],
    ]
  }
}
