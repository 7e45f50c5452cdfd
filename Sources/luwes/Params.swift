import ArgumentParser
import HybridWork
import Reports
import Simulation
import StudyFiles

/// `luwes params`: what is assumed, and what that stands on.
struct Params: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Search the assumptions, prices and facts of scenarios/assumptions.",
    discussion: """
      WORD is looked for in identifiers, names in both languages, units, sources and file names.
      """)

  @Argument(help: "A word to look for; everything unless given.")
  var word: String?

  @Flag(help: "Only what stands on judgement or memory and not on a source.")
  var unsourced = false

  @Option(help: "The folder of the register.")
  var folder = "scenarios/assumptions"

  @OptionGroup var language: LanguageOption

  func run() throws {
    let log = DiagnosticLog()
    let register = EvidenceRegister.load(folder: folder, log: log)
    for diagnostic in log.diagnostics { complain(diagnostic.text(in: language.language)) }
    guard let register, !log.hasErrors else {
      complain(
        language.language == .indonesian
          ? "Tidak ada daftar asumsi yang dapat dibaca di \(folder)."
          : "No register of assumptions can be read in \(folder).")
      throw Exit.badInput
    }
    let entries = register.entries.filter { entry in
      (!unsourced || entry.provenance.confidence.isAssumption)
        && (word.map { Self.matches(entry, $0.lowercased()) } ?? true)
    }
    let texts = ParamsText(language: language.language)
    let shown = entries.map { text(of: $0, texts) }
    let isIndonesian = language.language == .indonesian
    let count =
      isIndonesian
      ? "\(entries.count) dari \(register.entries.count) butir."
      : "\(entries.count) of \(register.entries.count) entries."
    print((shown + [count]).joined(separator: "\n\n"))
  }

  private func text(of entry: EvidenceRegister.Entry, _ texts: ParamsText) -> String {
    switch entry.content {
    case .assumption(let assumption): texts.assumption(assumption, file: entry.file)
    case .fact(let fact): texts.fact(fact, file: entry.file)
    case .price(let price): texts.price(price, file: entry.file)
    }
  }

  private static func matches(_ entry: EvidenceRegister.Entry, _ word: String) -> Bool {
    let words: [String] =
      switch entry.content {
      case .assumption(let assumption):
        [
          assumption.id.rawValue, assumption.id.unit.rawValue, assumption.id.text.indonesian,
          assumption.id.text.english,
        ]
      case .fact(let fact): [fact.id, fact.unit, fact.text.indonesian, fact.text.english]
      case .price(let price): [price.name, price.remedy.indonesian, price.remedy.english]
      }
    return (words + [entry.provenance.source, entry.file]).contains {
      $0.lowercased().contains(word)
    }
  }
}
