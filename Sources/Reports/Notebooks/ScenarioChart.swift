import HybridWork
import RunArchive

/// A chart of the scenario table as a Vega-Lite specification that needs nothing beside it.
enum ScenarioChart: String, CaseIterable {
  case saving, output, wait, access

  private static let schema = "https://vega.github.io/schema/vega-lite/v5.json"

  private var column: String {
    switch self {
    case .saving: "cashable_saving_rupiah"
    case .output: "output_change"
    case .wait: "p90_wait_minutes"
    case .access: "access_ratio_min"
    }
  }

  private var title: Bilingual {
    switch self {
    case .saving:
      Bilingual(id: "Penghematan riil anggaran (juta rupiah)", en: "Cashable saving (Rp million)")
    case .output: Bilingual(id: "Perubahan hasil kerja (%)", en: "Output change (%)")
    case .wait: Bilingual(id: "Batas tunggu 90% pemohon (menit)", en: "P90 wait (minutes)")
    case .access: Bilingual(id: "Rasio kesempatan terendah", en: "Lowest access ratio")
    }
  }

  /// What a value of the table is multiplied by before it is drawn.
  private var scale: Double {
    switch self {
    case .saving: 1e-6
    case .output: 100
    case .wait, .access: 1
    }
  }

  private var hasRange: Bool { self != .access }

  /// The specification; policies without a value are left out.
  func specification(_ table: CSVRecords, language: Language, subtitle: String) -> JSONValue {
    let name = title[language]
    let labels = (
      policy: language == .indonesian ? "Kebijakan" : "Policy",
      low: language == .indonesian ? "Kuantil 5%" : "5% quantile",
      high: language == .indonesian ? "Kuantil 95%" : "95% quantile"
    )
    let category: JSONValue = [
      "field": "policy", "type": "nominal", "sort": .list([]), "title": .text(labels.policy),
      "axis": ["labelLimit": 320],
    ]
    func quantity(_ field: String) -> JSONValue {
      ["field": .text(field), "type": "quantitative", "title": .text(name)]
    }
    let tooltip: JSONValue = [
      ["field": "policy", "title": .text(labels.policy)], ["field": "mean", "title": .text(name)],
      ["field": "low", "title": .text(labels.low)], ["field": "high", "title": .text(labels.high)],
    ]
    var layers: [JSONValue] = [
      [
        "mark": ["type": "bar", "color": "#4c78a8"],
        "encoding": ["y": category, "x": quantity("mean"), "tooltip": tooltip],
      ]
    ]
    if hasRange {
      layers.append(
        [
          "mark": ["type": "rule", "strokeWidth": 2],
          "encoding": ["y": category, "x": quantity("low"), "x2": ["field": "high"]],
        ])
    }
    return [
      "$schema": .text(Self.schema),
      "title": ["text": .text(name), "subtitle": .text(subtitle)], "width": 420,
      "data": ["values": .list(rows(table, language))], "layer": .list(layers),
    ]
  }

  private func rows(_ table: CSVRecords, _ language: Language) -> [JSONValue] {
    func place(_ name: String) -> Int? { table.header.firstIndex(of: name) }
    let (mean, low, high) =
      hasRange
      ? (place("\(column)_mean"), place("\(column)_p05"), place("\(column)_p95"))
      : (place(column), nil, nil)
    guard let mean, let title = place(language == .indonesian ? "title_id" : "title_en") else {
      return []
    }
    return table.rows.compactMap { row -> JSONValue? in
      guard let value = Double(row[mean]) else { return nil }
      var fields: [String: JSONValue] = [
        "policy": .text(row[title]), "mean": .number(value * scale),
      ]
      for (name, place) in [("low", low), ("high", high)] {
        if let place, let value = Double(row[place]) { fields[name] = .number(value * scale) }
      }
      return .object(fields)
    }
  }
}
