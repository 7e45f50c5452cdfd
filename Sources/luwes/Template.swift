import ArgumentParser
import Foundation
import HybridWork
import Reports

/// `luwes template`: an empty register that a planner fills in with Excel.
struct Template: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write an Excel register to fill in, with drop-downs and notes.")

  @Option(help: "The workbook to write.")
  var out = "isian-pegawai.xlsx"

  @OptionGroup var language: LanguageOption

  func run() throws {
    let isIndonesian = language.language == .indonesian
    // Never replaced: it may be filled in.
    guard !FileManager.default.fileExists(atPath: out) else {
      complain(
        isIndonesian
          ? "\(out): berkas sudah ada; pakai nama lain dengan --out."
          : "\(out): the file exists; choose another name with --out.")
      throw Exit.badInput
    }
    do throws(RegisterTemplate.Failure) {
      try RegisterTemplate(language: language.language).write(to: out)
    } catch {
      guard case .refused(let reason) = error else { throw Exit.bug }
      complain(
        isIndonesian
          ? "\(out): tidak dapat ditulis (\(reason))." : "\(out): can't be written (\(reason)).")
      throw Exit.badInput
    }
    print(
      isIndonesian
        ? "\(out): isi lembar Pegawai, lalu tulis di study.yaml: population: {register: \(out)}"
        : "\(out): fill the sheet Staff, then write in study.yaml: population: {register: \(out)}")
  }
}
