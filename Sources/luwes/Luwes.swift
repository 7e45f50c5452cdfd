import ArgumentParser
import Foundation

/// The command line of Luwes.
@main
struct Luwes: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "luwes",
    abstract: "What flexible work does to counters, money and output, and how sure one can be.",
    version: version,
    subcommands: [
      Run.self, Merge.self, Compare.self, Sensitivity.self, Robust.self, Validate.self,
      Synthesize.self, Explain.self, Unlock.self,
      Inventory.self, Assess.self, Design.self, PanelCommand.self, ShadowCommand.self, Audit.self,
      Attribute.self, Queue.self, Stress.self,
      ClaimCommand.self, Switch.self, Optimize.self, TriggerCommand.self, CheckCommand.self,
      Params.self, Reasons.self, Survey.self, Verify.self, Results.self, Documents.self,
      BundleCommand.self, Export.self, Template.self, Convert.self, Version.self,
    ])
}

extension Luwes {
  /// Runs a command; what was printed must have arrived, else the exit says so.
  static func main() {
    Self.main(nil)
    guard fflush(nil) != 0 else { return }
    complain(
      "Keluaran tidak dapat ditulis seluruhnya. / The output could not be written in full.")
    Foundation.exit(Exit.badInput.rawValue)
  }
}

/// The exit codes beside success and ArgumentParser's 64 for usage.
enum Exit {
  /// A check of the model is broken; nothing is wrong with the input.
  static let broken = ExitCode(1)
  /// An input file is wrong.
  static let badInput = ExitCode(65)
  /// Luwes itself is wrong.
  static let bug = ExitCode(70)
}

/// Writes a line to standard error.
func complain(_ text: String) {
  FileHandle.standardError.write(Data((text + "\n").utf8))
}
