import ArgumentParser

/// The Sobol' indices that go into a run's report, wherever whole results are written.
struct SensitivityFolders: ParsableArguments {
  @Option(
    name: .customLong("sensitivity"),
    help: ArgumentHelp(
      "What luwes sensitivity wrote: its Sobol' indices go into the report; may be repeated.",
      valueName: "folder"))
  var folders: [String] = []
}
