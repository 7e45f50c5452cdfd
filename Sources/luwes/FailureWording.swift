import HybridWork
import RunArchive
import Simulation

/// The sentence for a study that can't be run.
struct SimulationWording {
  private let error: SimulationError

  init(_ error: SimulationError) { self.error = error }

  func text(_ language: Language) -> String {
    let wording: Bilingual =
      switch error {
      case .missingAssumption(let id):
        Bilingual(
          id: "Asumsi \(id.rawValue) tidak ada; tambahkan ke berkas asumsi studi.",
          en: "The assumption \(id.rawValue) is missing; add it to an assumptions file.")
      case .impossibleCorrelations(let ids):
        Bilingual(
          id: "Korelasi antara \(list(ids)) mustahil bersama; perkecil salah satunya.",
          en: "The correlations among \(list(ids)) are impossible together; make one smaller.")
      case .noValueBefore(let id, let date):
        Bilingual(
          id: "Asumsi \(id.rawValue) belum bernilai pada \(date.iso); tambahkan tanggal awal.",
          en: "The assumption \(id.rawValue) has no value on \(date.iso); add an earlier date.")
      case .policyChangesNothing(let policy):
        Bilingual(
          id: "Kebijakan \(policy) sama dengan pembanding; ubah atau hapus.",
          en: "The policy \(policy) equals the baseline; change it or leave it out.")
      case .emptyRun:
        Bilingual(
          id: "Jumlah dunia dan ulangan paling sedikit satu.",
          en: "There must be at least one world and one replication.")
      case .unevenWorlds(let sampling, let worlds):
        Bilingual(
          id: "\(worlds) dunia tidak dapat ditata menurut \(sampling.rawValue)."
            + " Pakai --worlds \(sampling.allowed(from: worlds)).",
          en: "\(worlds) worlds can't be laid out by \(sampling.rawValue)."
            + " Use --worlds \(sampling.allowed(from: worlds)).")
      case .rules(let rules):
        Bilingual(id: "Syarat tidak dapat dinilai: \(rules).", en: "Rules fail: \(rules).")
      }
    return wording[language]
  }

  private func list(_ ids: [AssumptionID]) -> String {
    ids.map(\.rawValue).joined(separator: ", ")
  }
}

/// The sentence for results that can't be written.
struct ResultsWording {
  private let failure: ResultsFolder.Failure

  /// Takes a step that writes, and turns a refusal into one sentence.
  ///
  /// - Throws: ``Exit/badInput`` after saying what keeps results from being written.
  static func explaining(_ language: Language, _ step: () throws -> Void) throws {
    do {
      try step()
    } catch let failure as ResultsFolder.Failure {
      complain(ResultsWording(failure).text(language))
      throw Exit.badInput
    }
  }

  init(_ failure: ResultsFolder.Failure) { self.failure = failure }

  func text(_ language: Language) -> String {
    let wording: Bilingual =
      switch failure {
      case .foreignFolder(let path):
        Bilingual(
          id: "\(path): folder ini berisi berkas lain; pilih folder lain dengan --out.",
          en: "\(path): this folder holds other files; choose another with --out.")
      case .isFile(let path):
        Bilingual(
          id: "\(path): ini berkas, bukan folder; pilih folder lain dengan --out.",
          en: "\(path): this is a file, not a folder; choose a folder with --out.")
      case .refused(let path, let reason):
        Bilingual(
          id:
            "\(path): hasil tidak dapat ditulis (\(reason.text(language))); hasil lama tetap utuh.",
          en:
            "\(path): results can't be written (\(reason.text(language))); the old ones are untouched."
        )
      }
    return wording[language]
  }
}

/// The sentence for a file of the cache that was not used.
struct CacheWording {
  private let note: CacheNote

  init(_ note: CacheNote) { self.note = note }

  func text(_ language: Language) -> String {
    let wording: Bilingual =
      switch note {
      case .passedOver(let path):
        Bilingual(
          id: "\(path): berkas simpanan rusak, dihitung ulang; hasil tidak berubah.",
          en: "\(path): this cache file is damaged, computed anew; results are the same.")
      case .notKept(let path, let reason):
        Bilingual(
          id:
            "\(path): simpanan tidak dapat ditulis (\(reason.text(language))); hasil tidak berubah.",
          en:
            "\(path): the cache can't be written (\(reason.text(language))); results are the same.")
      }
    return wording[language]
  }
}
