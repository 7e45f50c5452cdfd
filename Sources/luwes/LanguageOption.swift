public import ArgumentParser
import HybridWork

extension Language: ExpressibleByArgument {}

/// The language option that every command shares.
struct LanguageOption: ParsableArguments {
  @Option(name: .customLong("lang"), help: "Language of the output: id or en.")
  var language: Language = .indonesian
}
