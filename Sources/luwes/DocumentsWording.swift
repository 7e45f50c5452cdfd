import HybridWork
import Reports
import RunArchive

/// The sentences of `luwes documents`.
struct DocumentsWording {
  let language: Language

  private func choose(_ indonesian: String, _ english: String) -> String {
    language == .indonesian ? indonesian : english
  }

  func text(_ failure: SystemProgram.Failure) -> String {
    switch failure {
    case .missing:
      choose(
        "pandoc tidak terpasang; pasang dengan: sudo apt-get install pandoc",
        "pandoc is not installed; install it by: sudo apt-get install pandoc")
    case .notStarted(let reason):
      choose(
        "Dokumen tidak dapat dibuat (folder sementara: \(reason.text(language))).",
        "The document can't be made (temporary folder: \(reason.text(language))).")
    case .refused(let reason):
      choose(
        "Dokumen tidak dapat dibuat: \(reason)", "The document can't be made: \(reason)")
    }
  }

  func text(_ failure: OfficeDocuments.Failure) -> String {
    switch failure {
    case .unknownPolicy(let policy, let known):
      choose(
        "Hasil ini tidak memuat kebijakan \(policy); yang ada: \(known.joined(separator: ", ")).",
        "These results have no policy \(policy); there are: \(known.joined(separator: ", ")).")
    }
  }

  func noLetterhead(_ path: String) -> String {
    choose(
      "\(path): kop surat tidak dapat dibaca; sebutkan berkas DOCX.",
      "\(path): the letterhead can't be read; name a DOCX file.")
  }

  func unfit(_ file: Verification.File) -> String {
    let role = file.role == .input ? choose("masukan", "input") : choose("hasil", "result")
    let isChanged = file.state == .changed
    return isChanged
      ? choose(
        "\(role) \(file.path): diubah setelah simulasi", "\(role) \(file.path): changed since")
      : choose("\(role) \(file.path): tidak ada di sini", "\(role) \(file.path): not here")
  }

  func runAgain(study: String) -> String {
    choose(
      "Dokumen hanya dibuat dari hasil yang utuh; jalankan: luwes run \(study)",
      "Documents are made only from whole results; run: luwes run \(study)")
  }
}
