import ArgumentParser
import HybridWork
import Reports
import RunArchive
import Simulation
import StudyFiles

/// `luwes reasons`: for each person the rules failed, outside study and results.
struct Reasons: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write for every person which rules are failed: personal data, so only where asked.")

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var language: LanguageOption

  @Option(help: "The policy whose rules are read.")
  var policy: String

  @Option(
    help: ArgumentHelp(
      "Write reasons.csv, which is personal data, to this folder, outside results and study.",
      valueName: "folder"))
  var withPersonalData: String?

  @Option(help: "A file of 64 hexadecimal digits: people get pseudonyms made with this key.")
  var key: String?

  @Option(help: "As --key, with a new key in a file that is not there yet.")
  var newKey: String?

  func validate() throws {
    guard withPersonalData != nil else {
      throw ValidationError(
        "reasons.csv has a line for each person, which is personal data, with pseudonyms too: "
          + "ask for it with --with-personal-data FOLDER.")
    }
    guard key == nil || newKey == nil else {
      throw ValidationError("Give one of --key and --new-key.")
    }
  }

  func run() throws {
    guard let path = withPersonalData else { return }
    let shared = PersonalDataOption.shared(study: arguments.study)
    let folder = try PersonalDataOption.folder(path, outside: shared, language: language.language)
    try checkPlaceOfKey(shared: shared, folder: path)
    let study = try arguments.load(language.language).study
    guard let chosen = study.scenarios.first(where: { $0.id == policy }) else {
      let names = study.scenarios.map(\.id).joined(separator: ", ")
      throw end(
        Bilingual(
          id: "Kebijakan itu tidak ada dalam studi ini. Yang ada: \(names).",
          en: "This study has no such policy. It has: \(names)."))
    }
    let reasons = ReasonsFile(
      policy: chosen, population: study.population,
      decisions: try EligibilityDecisions(
        policy: chosen, population: study.population, calendarStart: study.calendar.from),
      language: language.language)
    let names = try names(of: study.population.identifiers)
    do {
      try folder.write(reasons.text(names: names), to: "reasons.csv")
    } catch {
      throw end(PersonalDataWording(error).wording)
    }
    let done = Bilingual(
      id: "reasons.csv: \(names.count) pegawai, data pribadi.",
      en: "reasons.csv: \(names.count) people, personal data.")
    print(done[language.language])
  }

  /// A new key may lie neither where files are passed on nor beside the pseudonyms it undoes.
  private func checkPlaceOfKey(shared: [String], folder: String) throws {
    guard let newKey else { return }
    do {
      _ = try PersonalDataFolder(path: newKey, outside: shared + [folder])
    } catch {
      throw end(
        Bilingual(
          id: "\(newKey): kunci tidak boleh ada di hasil, studi, atau folder nama samaran.",
          en: "\(newKey): a key may not lie in results, the study or the folder of pseudonyms."))
    }
  }

  /// What stands for people: their identifiers, or pseudonyms where a key is given.
  private func names(of identifiers: [String]) throws -> [String] {
    do {
      let secret =
        try key.map { try PseudonymKey(readingFrom: $0) }
        ?? newKey.map { try PseudonymKey(creatingFileAt: $0) }
      guard let secret else { return identifiers }
      return try Pseudonym.all(of: identifiers, key: secret).map(\.digits)
    } catch let failure as PseudonymKey.Failure {
      throw end(PseudonymKeyWording(failure).wording)
    } catch is Pseudonym.Collision {
      throw end(
        Bilingual(
          id: "Dua pegawai mendapat nama samaran yang sama; buat kunci lain dengan --new-key.",
          en: "Two people get the same pseudonym; make another key with --new-key."))
    }
  }

  private func end(_ wording: Bilingual) -> ExitCode {
    complain(wording[language.language])
    return Exit.badInput
  }
}

/// The sentence for a key that can't be read or made.
struct PseudonymKeyWording {
  private let failure: PseudonymKey.Failure

  init(_ failure: PseudonymKey.Failure) { self.failure = failure }

  var wording: Bilingual {
    switch failure {
    case .malformed(let path):
      Bilingual(
        id: "\(path): bukan kunci; kunci adalah 64 angka heksadesimal. Buat dengan --new-key.",
        en: "\(path): not a key; a key is 64 hexadecimal digits. Make one with --new-key.")
    case .alreadyThere(let path):
      Bilingual(
        id: "\(path): berkas sudah ada dan tidak ditimpa; pakai --key, atau pilih nama lain.",
        en: "\(path): the file is there and is left alone; use --key, or choose another name.")
    case .missing(let path):
      Bilingual(
        id: "\(path): berkas kunci ini tidak ada; periksa namanya, atau buat dengan --new-key.",
        en: "\(path): there is no such key; check its name, or make one with --new-key.")
    case .unreadable(let path):
      Bilingual(
        id: "\(path): kunci tidak dapat dibaca; periksa hak aksesnya.",
        en: "\(path): the key can't be read; check its permissions.")
    case .refused(let path, let reason):
      Bilingual(
        id: "\(path): kunci tidak dapat dibuat (\(reason.text(.indonesian))).",
        en: "\(path): the key can't be made (\(reason.text(.english))).")
    case .noRandomNumbers:
      Bilingual(
        id: "Komputer ini tidak memberi bilangan acak; kunci tidak dibuat.",
        en: "This machine gives no random numbers; no key was made.")
    }
  }
}
