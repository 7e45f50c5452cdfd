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
      return "\(entry.group) (\(quantities.joined(separator: ", ")))"
    }.joined(separator: "; ")
    return Bilingual(
      id: "Uji bayangan: pada \(period) model tidak mengulang \(list). Angka untuk unit atau "
        + "layanan itu, dan jumlah yang bertumpu padanya, belum dapat dipercaya; perbaiki datanya "
        + "atau keluarkan dari usulan.",
      en: "Shadow test: on \(period) the model does not repeat \(list). Figures of those units or "
        + "services, and sums that rest on them, can't be trusted yet; mend their data or leave "
        + "them out of the proposal.")[language]
  }

  private var period: String { "\(marks.period.lowerBound.iso)…\(marks.period.upperBound.iso)" }
}
