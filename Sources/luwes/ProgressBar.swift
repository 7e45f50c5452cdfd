import Foundation

/// A bar on the terminal while a study runs; silent when standard error is not one.
struct ProgressBar: Sendable {
  private let isShown: Bool

  init(quiet: Bool) { isShown = !quiet && isatty(STDERR_FILENO) != 0 }

  /// Draws the share done, 0…1, over the last drawing.
  func show(_ share: Double) {
    guard isShown else { return }
    let width = 30
    let filled = Int((share * Double(width)).rounded())
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    FileHandle.standardError.write(Data("\r\(bar) \(Int(share * 100))%".utf8))
    if share >= 1 { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
