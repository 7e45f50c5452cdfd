import HybridWork
import RunArchive

/// The sentences about the database of runs.
struct DatabaseWording {
  let language: Language

  private func choose(_ indonesian: String, _ english: String) -> String {
    language == .indonesian ? indonesian : english
  }

  func text(_ failure: RunDatabase.Failure) -> String {
    switch failure {
    case .missing(let path):
      choose(
        "\(path): belum ada simulasi yang tercatat; jalankan luwes run, atau pilih berkas lain"
          + " dengan --database.",
        "\(path): no run is recorded yet; run luwes run, or choose another file with --database.")
    case .foreignFile(let path):
      choose(
        "\(path): bukan basis data simulasi Luwes; pilih berkas lain dengan --database.",
        "\(path): no database of Luwes' runs; choose another file with --database.")
    case .laterTables(let path):
      choose(
        "\(path): dibuat oleh Luwes yang lebih baru; perbarui Luwes.",
        "\(path): made by a later version of Luwes; update Luwes.")
    case .earlierTables(let path):
      choose(
        "\(path): dibuat oleh Luwes yang lebih lama dan tidak dapat ditulis; beri hak tulis.",
        "\(path): made by an earlier version of Luwes and not writable; allow writing to it.")
    case .refused(let path, let reason):
      choose(
        "\(path): basis data simulasi tidak dapat dipakai (\(reason.text(language))).",
        "\(path): the database of runs can't be used (\(reason.text(language))).")
    case .unknownRun(let prefix):
      choose(
        "Tidak ada simulasi bernomor \(prefix)…; luwes results list memuat semuanya.",
        "No run's identifier begins with \(prefix); luwes results list has them all.")
    case .severalRuns(let prefix, let runs):
      choose(
        "Beberapa simulasi bernomor \(prefix)…; tulis lebih banyak angka: ",
        "Several runs begin with \(prefix); give more digits: ")
        + runs.map { String($0.prefix(16)) }.joined(separator: ", ")
    }
  }

  func text(_ failure: RecordedRun.Failure) -> String {
    switch failure {
    case .manifest(let failure): VerificationWording(language: language).text(failure)
    case .changed(let path):
      choose(
        "\(path): bukan lagi yang ditulis simulasinya; tidak dicatat.",
        "\(path): no longer what its run wrote; not recorded.")
    case .noTable(let path):
      choose("\(path): tidak ada; tidak dicatat.", "\(path): not there; not recorded.")
    }
  }

  /// What follows the reason when results were written but not recorded.
  var resultsAreWhole: String {
    choose(
      "Hasil simulasi sendiri tertulis utuh; luwes results add FOLDER mencatatnya kemudian.",
      "The results themselves are written whole; luwes results add FOLDER records them later.")
  }
}
