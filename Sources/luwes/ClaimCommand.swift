import ArgumentParser
import Exploration
import Foundation
import HybridWork
import Reports
import RunArchive
import Simulation
import Statistics
import StudyFiles

/// `luwes claim`: whether something that was said can be true.
struct ClaimCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim",
    abstract: "Hold a claim such as \"electricity -75%\" against a study.",
    discussion: """
      CLAIM is a word and a signed percentage, the identifier of a claim in the claims file, or \
      all. Without --worlds and --replications, \(usualWorlds) worlds of two calendars are run. The \
      study's own policies are tried, and beyond them ordered days together and meetings online. \
      Files are written only with --out.
      """)

  private static let usualWorlds = 64

  @Argument(help: "The claim: \"listrik -75%\", an identifier, or all.")
  var claim: String

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var language: LanguageOption

  @Option(help: "The file of claims, instead of scenarios/claims/indonesia.yaml.")
  var file = "scenarios/claims/indonesia.yaml"

  @OptionGroup var threads: ThreadsOption

  @Option(help: "A folder for claims.csv and its manifest.")
  var out: String?

  @Flag(help: "Keep no solved counter days between runs; results are the same, only slower.")
  var noCache = false

  func run() throws {
    try LinearAlgebra.check()
    let known = try knownClaims()
    let claims = try chosen(from: known?.claims ?? [])
    var arguments = arguments
    arguments.worlds = arguments.worlds ?? Self.usualWorlds
    arguments.replications = arguments.replications ?? 2
    let loaded = try arguments.load(language.language, threads: threads.threads)
    let output = try ExplorationOutput(
      loaded, path: out, language: language.language, keepsNoDays: noCache)
    let assessments = try output.simulate(loaded.study) { grid, progress in
      try ClaimRun(loaded.study, claims: claims)
        .run(threads: threads.threads, grid: grid, progress: progress)
    }
    try output.write([("claims.csv", ClaimFile.text(assessments))])
    let texts = assessments.map {
      ClaimText($0, noise: known?.noise ?? [], language: language.language)
        .terminalText(width: Run.terminalWidth)
    }
    print((texts + [notes(loaded.study)]).joined(separator: "\n\n"))
  }

  /// The claims of the file; nil where there is none and a claim was typed in.
  private func knownClaims() throws -> ClaimsFile? {
    let log = DiagnosticLog()
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    let known = ClaimsFile.load(path: file, name: file, log: log)
    for diagnostic in log.diagnostics { complain(diagnostic.text(in: language.language)) }
    if log.hasErrors { throw Exit.badInput }
    return known
  }

  private func chosen(from known: [Claim]) throws -> [Claim] {
    if claim == "all" || claim == "semua", !known.isEmpty { return known }
    if let named = known.first(where: { $0.id == claim }) { return [named] }
    do throws(ClaimGrammar.Fault) {
      return [try ClaimGrammar.claim(claim)]
    } catch {
      complain(ClaimComplaint(fault: error, known: known.map(\.id)).text(language.language))
      throw ExitCode(64)
    }
  }

  private func notes(_ study: Study) -> String {
    language.language == .indonesian
      ? "Peluang: bagian dari \(study.run.worlds) dunia yang rata-ratanya memenuhi klaim. Perubahan: "
        + "rata-rata dunia dan rentang 90% di antaranya. Batas "
        + "hitungan: bagian hari kerja yang dilepas, seandainya semua biayanya hilang. Simulasi, "
        + "bukan keputusan kepegawaian."
      : "Probability: share of \(study.run.worlds) worlds whose mean meets the claim. Change: the mean "
        + "of worlds and the range of nine in ten of them. Bound: the "
        + "part of the working week that is given up, as if all of its cost went. A simulation, not "
        + "a personnel decision."
  }
}

/// What is wrong with a claim typed in, in words.
struct ClaimComplaint {
  let fault: ClaimGrammar.Fault
  let known: [String]

  /// The complaint and what can be written instead.
  func text(_ language: Language) -> String {
    let isIndonesian = language == .indonesian
    let words = ClaimGrammar.words.map(\.word).joined(separator: ", ")
    let list =
      known.isEmpty ? "" : (isIndonesian ? " Klaim dalam berkas: " : " Claims of the file: ")
    let ids = known.isEmpty ? "" : known.joined(separator: ", ") + "."
    switch fault {
    case .form(let text):
      return isIndonesian
        ? "\"\(text)\" bukan klaim. Tulis kata dan persentase, misalnya \"listrik -20%\"." + list
          + ids
        : "\"\(text)\" is no claim. Write a word and a percentage, as \"electricity -20%\"." + list
          + ids
    case .unknownSubject(let word, let nearest):
      let hint = nearest.map {
        isIndonesian ? " Maksud Anda \"\($0)\"?" : " Did you mean \"\($0)\"?"
      }
      return isIndonesian
        ? "Tentang \"\(word)\" tidak ada ukuran.\(hint ?? "") Yang ada: \(words)." + list + ids
        : "Nothing is known of \"\(word)\".\(hint ?? "") Known: \(words)." + list + ids
    case .percentage(let text):
      return isIndonesian
        ? "\"\(text)\" bukan persentase antara -100% dan 100%. Tulis misalnya -20%."
        : "\"\(text)\" is no percentage from -100% to 100%. Write one as -20%."
    }
  }
}
