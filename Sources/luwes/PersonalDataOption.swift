import ArgumentParser
import StudyFiles

/// The option that asks for the skipped rows themselves.
struct PersonalDataOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write skipped rows, which are personal data, to skipped-rows.csv in this folder.",
      discussion: "Needs --on-bad-row skip; the folder may not lie in results or in the study.",
      valueName: "folder"))
  var withPersonalData: String?

  /// Refuses the option where no row can be skipped.
  func check(_ treatment: BadRowTreatment) throws {
    guard withPersonalData == nil || treatment == .skip else {
      throw ValidationError("--with-personal-data needs --on-bad-row skip.")
    }
  }
}
