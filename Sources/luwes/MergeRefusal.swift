import HybridWork
import Simulation

/// Why parts of a run are not joined.
enum MergeRefusal {
  case notAPart(String)
  case damaged(String)
  case missing([Shard])
  case twiceOrOfAnotherCut(Shard)
  case ofAnotherRun(String, String)
  case otherVersion(String, String)
  case changedInputs([String])

  /// One sentence: what, where, what to do.
  func text(_ language: Language) -> String { wording[language] }

  private var wording: Bilingual {
    switch self {
    case .notAPart(let path):
      Bilingual(
        id: "\(path): bukan bagian dari sebuah run; buat dengan luwes run --shard k/n --out.",
        en: "\(path): not a part of a run; make one with luwes run --shard k/n --out.")
    case .damaged(let path):
      Bilingual(
        id: "\(path): samples.bin hilang atau berubah; jalankan bagian ini lagi.",
        en: "\(path): samples.bin is missing or was changed; run this part again.")
    case .missing(let shards):
      Bilingual(
        id: "Bagian \(list(shards)) tidak ada; sebutkan semua bagian sekaligus.",
        en: "The parts \(list(shards)) are missing; name all parts at once.")
    case .twiceOrOfAnotherCut(let shard):
      Bilingual(
        id: "Bagian \(shard.text) disebut dua kali, atau pembagiannya lain dari bagian pertama.",
        en: "The part \(shard.text) is named twice, or cut otherwise than the first one.")
    case .ofAnotherRun(let path, let first):
      Bilingual(
        id: "\(path): masukan, opsi atau versinya lain dari \(first); jalankan lagi bersama.",
        en: "\(path): its inputs, options or version differ from \(first); run them again alike.")
    case .otherVersion(let path, let version):
      Bilingual(
        id: "\(path): dibuat oleh Luwes \(version), ini \(Luwes.version); jalankan lagi.",
        en: "\(path): made by Luwes \(version), this is \(Luwes.version); run it again.")
    case .changedInputs(let names):
      Bilingual(
        id: "Masukan berubah sejak bagian dibuat: \(names.joined(separator: ", ")).",
        en: "Inputs have changed since the parts were made: \(names.joined(separator: ", ")).")
    }
  }

  private func list(_ shards: [Shard]) -> String {
    shards.map(\.text).joined(separator: ", ")
  }
}
