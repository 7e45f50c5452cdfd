import ArgumentParser

/// The command line of Luwes.
@main
struct Luwes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "luwes",
    abstract: "What flexible work does to counters, money and output, and how sure one can be.")
}
