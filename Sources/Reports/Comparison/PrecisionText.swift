public import Exploration
public import HybridWork
public import Simulation

/// What a run with a wanted precision has come to, in a sentence.
public struct PrecisionText: Sendable {
  private let check: PrecisionCheck
  private let run: RunSettings
  private let language: Language

  /// The sentence for the last round.
  public init(_ check: PrecisionCheck, _ result: StudyResult, language: Language) {
    self.check = check
    run = result.study.run
    self.language = language
  }

  /// The sentence.
  public var text: String {
    let numbers = NumberText(language: language)
    let (asked, got) = (numbers.percent(check.precision), numbers.percent(check.widest))
    let place = [check.outcome?.text[language], check.policy?.title[language]]
      .compactMap { $0 }.joined(separator: ", ")
    let start =
      language == .indonesian
      ? "Ketelitian \(got) dengan \(run.replications) ulangan (diminta \(asked)); terlebar: \(place)."
      : "Precision \(got) with \(run.replications) replications (asked: \(asked)); widest: \(place)."
    guard !check.isMet else { return start }
    guard let worlds = check.needsWorlds else {
      return start
        + (language == .indonesian
          ? " Ulangan terbanyak telah dicapai; tambah --worlds."
          : " These are the most replications that are tried; raise --worlds.")
    }
    let count = numbers.number(Double(worlds), decimals: 0)
    return start
      + (language == .indonesian
        ? " Ulangan tidak akan cukup: perlu sekitar \(count) dunia (--worlds)."
        : " Replications can't reach it: about \(count) worlds are needed (--worlds).")
  }
}
