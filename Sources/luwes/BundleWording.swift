import HybridWork
import Populations
import Reports
import RunArchive
import StudyFiles

/// The sentences of `luwes bundle`.
struct BundleWording {
  let language: Language

  private func choose(_ indonesian: String, _ english: String) -> String {
    language == .indonesian ? indonesian : english
  }

  var registerGone: String {
    choose(
      "Daftar pegawai tidak dapat dibaca lagi untuk memeriksa bundel.",
      "The register can't be read again to check the bundle.")
  }

  var nothingWritten: String { choose("Tidak ada yang ditulis.", "Nothing was written.") }

  func text(_ finding: RegisterTexts.Finding) -> String {
    choose(
      "\(finding.file): memuat teks yang hanya dimiliki sedikit baris daftar pegawai (kolom \(finding.column)); ubah teks studi itu, atau buang kolom itu dari daftar, lalu jalankan lagi.",
      "\(finding.file): holds a text that few rows of the register have (column \(finding.column)); change the study's text, or drop the column from the register, and run again."
    )
  }

  func text(_ error: StandInError) -> String {
    switch error {
    case .tooFewPeople(let people, let smallest):
      choose(
        "Daftar pegawai hanya \(people) orang, kurang dari smallest_group (\(smallest)); tidak ada bundel anonim.",
        "The register has \(people) people, fewer than smallest_group (\(smallest)); there is no anonymous bundle."
      )
    }
  }

  func text(_ failure: SystemProgram.Failure) -> String {
    switch failure {
    case .missing:
      choose(
        "zip tidak terpasang; pasang dengan: sudo apt-get install zip",
        "zip is not installed; install it by: sudo apt-get install zip")
    case .notStarted(let reason):
      choose(
        "Bundel tidak dapat dibuat (folder sementara: \(reason.text(language))).",
        "The bundle can't be made (temporary folder: \(reason.text(language))).")
    case .refused(let reason):
      choose("Bundel tidak dapat dibuat: \(reason)", "The bundle can't be made: \(reason)")
    }
  }

  func done(_ path: String, _ facts: BundleFacts) -> String {
    choose(
      "\(path): \(facts.held) dari \(facts.compared) angka dalam toleransi (comparison.csv)",
      "\(path): \(facts.held) of \(facts.compared) figures within the tolerance (comparison.csv)")
  }
}
