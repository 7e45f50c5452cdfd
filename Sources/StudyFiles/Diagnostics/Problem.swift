/// What is wrong with an input file, as data; the sentences stand in `Diagnostic+Wording.swift`.
public enum Problem: Error, Equatable, Sendable {
  /// The file as a whole cannot be used.
  case file(FileFault)
  /// The file is not well-formed YAML.
  case syntax(SyntaxFault)
  /// A key or the kind of its value is wrong.
  case key(KeyFault)
  /// A value cannot be read as a number, or is a number that cannot be used.
  case number(NumberFault)
  /// A value cannot be read as a date or a time of day.
  case date(DateFault)
  /// A name, unit or flag is not one of those that can be used here.
  case name(NameFault)
  /// A table is not well-formed CSV, or its header is wrong.
  case table(TableFault)
  /// A cell of the register is spoilt or not in one of the accepted forms.
  case register(RegisterFault)
  /// A policy, or its place in the study, makes no sense.
  case policy(PolicyFault)
  /// Parts of a policy's schedule that cannot go together.
  case schedule(ScheduleFault)
  /// An assumption or a correlation cannot be used.
  case assumption(AssumptionFault)
  /// The parts of a study do not fit together.
  case study(StudyFault)
  /// The margins that people are made up from are wrong.
  case margins(MarginsFault)
  /// The table of positions is wrong, or does not fit the staff.
  case positions(PositionsFault)
  /// A service's figures, or the log of its tickets, cannot be used.
  case service(ServiceFault)
  /// Answers to a questionnaire cannot be used.
  case survey(SurveyFault)
  /// The panel of a pilot is wrong.
  case panel(PanelFault)
  /// A row of another program's export can't be used.
  case export(ExportFault)
  /// A cell or sheet of a study's workbook is wrong.
  case workbook(WorkbookFault)
}
