import ArgumentParser
import HybridWork
import Simulation
import StudyFiles

/// `luwes validate`: checks every file of a study and writes nothing.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check every file of a study; list all problems at once.")

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var personalData: PersonalDataOption
  @OptionGroup var language: LanguageOption
  @OptionGroup var threads: ThreadsOption

  func validate() throws { try personalData.check(arguments.onBadRow) }

  func run() throws {
    let skippedRows = try SkippedRowsFile(
      personalData.withPersonalData, study: arguments.study, language: language.language)
    var arguments = arguments
    arguments.needsStressTests = true
    let loaded = try arguments.load(
      language.language, keepsSkippedRows: skippedRows != nil, threads: threads.threads)
    try skippedRows?.write(loaded.skippedRecords)
    let study = loaded.study
    let days = study.calendar.mondayToFriday.days.count
    let hours = Int(study.calendar.hoursPerPerson.rounded())
    switch language.language {
    case .indonesian:
      print(
        "\(study.header.id): tidak ada kesalahan. \(study.population.count) pegawai dalam "
          + "\(study.population.units.count) unit, \(study.services.count) layanan, "
          + "\(days) hari kerja (\(hours) jam), \(study.policies.count) kebijakan, "
          + "\(loaded.inputs.count) berkas.")
    case .english:
      print(
        "\(study.header.id): no problems. \(study.population.count) staff in "
          + "\(study.population.units.count) units, \(study.services.count) services, "
          + "\(days) working days (\(hours) hours), \(study.policies.count) policies, "
          + "\(loaded.inputs.count) files.")
    }
  }
}
