import HybridWork
import RunArchive

/// The sentences of `luwes verify`.
struct VerificationWording {
  /// One table of a new run beside the recorded one.
  struct Rerun {
    /// What came out.
    enum Finding {
      case identical, withinTolerance, nothingToCompare
      case different(TableComparison.Difference)

      /// Whether nothing speaks against the recorded table.
      var isEqual: Bool {
        switch self {
        case .identical, .withinTolerance: true
        // The hash differs and the file is not here: what the difference is can't be told.
        case .nothingToCompare, .different: false
        }
      }
    }

    let path: String
    let finding: Finding
  }

  let language: Language

  private func choose(_ indonesian: String, _ english: String) -> String {
    language == .indonesian ? indonesian : english
  }

  func text(_ failure: Verification.Failure) -> String {
    switch failure {
    case .noManifest(let path):
      choose(
        "\(path): tidak ada atau tidak dapat dibaca; jalankan luwes run lebih dahulu.",
        "\(path): not there or not readable; run luwes run first.")
    case .brokenManifest(let path):
      choose(
        "\(path): bukan manifes sebuah simulasi; jalankan luwes run lagi.",
        "\(path): no manifest of a run; run luwes run again.")
    }
  }

  func text(_ verification: Verification) -> String {
    let run = "\(choose("Nomor simulasi", "Run")): \(verification.manifest.runID)"
    var lines = [run]
    if !verification.hasOwnRunID {
      lines.append(
        choose(
          "Manifes sendiri diubah: nomor simulasi tidak sesuai dengan isinya.",
          "The manifest itself was changed: the run's identifier does not follow from it."))
    }
    for file in verification.files where file.state != .same {
      lines.append("\(mark(file.state)): \(role(file.role)) \(file.path)")
    }
    lines += verification.unnamed.map {
      choose("tidak tercatat dalam manifes: \($0)", "not named by the manifest: \($0)")
    }
    let same = verification.files.count { $0.state == .same }
    let count = verification.files.count
    lines.append(
      verification.isSound
        ? choose(
          "\(same) dari \(count) berkas sama seperti tercatat; tidak ada yang diubah.",
          "\(same) of \(count) files are as recorded; nothing was changed.")
        : choose(
          "Hasil ini tidak lagi seperti yang ditinggalkan simulasinya.",
          "These results are no longer what their run left."))
    return lines.joined(separator: "\n")
  }

  private func mark(_ state: Verification.State) -> String {
    switch state {
    case .same: choose("sama", "same")
    case .changed: choose("berubah", "changed")
    case .missing: choose("hilang", "missing")
    case .absentLocal:
      choose("tidak ada di sini (berkas lokal)", "not here (a local file)")
    }
  }

  private func role(_ role: Verification.File.Role) -> String {
    role == .input ? choose("masukan", "input") : choose("hasil", "result")
  }

  func text(_ tables: [Rerun]) -> String {
    var lines: [String] = []
    for table in tables {
      switch table.finding {
      case .identical: continue
      case .withinTolerance:
        lines.append(
          choose(
            "\(table.path): sama sampai selisih relatif \(TableComparison.tolerance)",
            "\(table.path): equal to a relative difference of \(TableComparison.tolerance)"))
      case .nothingToCompare:
        lines.append(
          choose(
            "\(table.path): hasil baru lain dari yang tercatat, dan berkasnya tidak ada di sini",
            "\(table.path): the new table is not the recorded one, which is not here to compare"))
      case .different(let difference):
        let line = choose("baris", "line")
        lines.append(
          "\(table.path), \(line) \(difference.line): \(difference.recorded) → "
            + difference.computed)
      }
    }
    let identical = tables.count {
      if case .identical = $0.finding { true } else { false }
    }
    lines.append(
      choose(
        "Dijalankan lagi: \(identical) dari \(tables.count) tabel sama persis.",
        "Run again: \(identical) of \(tables.count) tables are the same byte for byte."))
    return lines.joined(separator: "\n")
  }
}
