public import Exploration
public import HybridWork

/// What a run says of units and services that a shadow test has marked.
public struct ShadowNotice: Sendable {
  private let marks: ShadowMarks
  private let language: Language

  /// The marks of a test, in a language.
  public init(_ marks: ShadowMarks, language: Language) {
    self.marks = marks
    self.language = language
  }

  /// One paragraph.
  public var text: String {
    guard !marks.groups.isEmpty else {
      return Bilingual(
        id: "Uji bayangan: semua unit dan layanan yang diuji terulang oleh model pada \(period).",
        en: "Shadow test: the model repeats every unit and service that was tried on \(period).")[
          language]
    }
    let list = marks.groups.map { entry in
      let quantities = entry.quantities.map { $0.text[language].lowercased() }
      return "\(name(entry.group)) (\(quantities.joined(separator: ", ")))"
    }.joined(separator: "; ")
    return Bilingual(
      id: "Uji bayangan: pada \(period) model tidak mengulang \(list). Angka untuk unit atau "
        + "layanan itu, dan jumlah yang bertumpu padanya, belum dapat dipercaya; perbaiki datanya "
        + "atau keluarkan dari usulan.",
      en: "Shadow test: on \(period) the model does not repeat \(list). Figures of those units or "
        + "services, and sums that rest on them, can't be trusted yet; mend their data or leave "
        + "them out of the proposal.")[language]
  }

  /// A group as people call it, from its label in files.
  func name(_ label: String) -> String {
    let parts = label.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return label }
    return switch parts[0] {
    case "unit": Bilingual(id: "unit \(parts[1])", en: "unit \(parts[1])")[language]
    case "service": Bilingual(id: "layanan \(parts[1])", en: "service \(parts[1])")[language]
    default: label
    }
  }

  /// On which days the test looked, and what its marks mean.
  var summary: String {
    guard !marks.groups.isEmpty else { return text }
    return Bilingual(
      id:
        "Masa uji \(period). Angka untuk unit atau layanan ini, dan jumlah yang bertumpu padanya, "
        + "belum dapat dipercaya.",
      en:
        "Tested on \(period). Figures of these units or services, and sums that rest on them, can't "
        + "be trusted yet.")[language]
  }

  private var period: String { "\(marks.period.lowerBound.iso)…\(marks.period.upperBound.iso)" }
}
