public import HybridWork
public import Populations

extension SyntheticRegister {
  /// Makes the people that margins describe, or says why there can be none.
  ///
  /// - Parameters:
  ///   - margins: What is known of the staff.
  ///   - seed: Equal seeds give equal people.
  ///   - name: The file of the margins, for complaints.
  ///   - log: Hears why no people can be made.
  /// - Returns: The people, or nil if the log has an error about the margins.
  public static func made(
    from margins: Margins, seed: UInt64, name: String, log: DiagnosticLog
  ) -> SyntheticRegister? {
    do throws(PopulationsError) {
      return try SyntheticRegister(margins, seed: seed)
    } catch {
      log.add(
        Diagnostic(.margins(.impossible(error)), file: name, keyPath: error.column ?? ""))
      return nil
    }
  }
}

extension Population {
  /// Makes the people that margins describe and reads them as a register would be read.
  ///
  /// - Parameters:
  ///   - margins: What is known of the staff.
  ///   - seed: Equal seeds give equal people.
  ///   - name: The file of the margins, for complaints.
  ///   - log: Hears why no people can be made.
  /// - Returns: The people, or nil if the log has an error about the margins.
  public static func synthesized(
    from margins: Margins, seed: UInt64, name: String, log: DiagnosticLog
  ) -> Population? {
    SyntheticRegister.made(from: margins, seed: seed, name: name, log: log)
      .flatMap { read($0, name: name, log: log) }
  }

  private static func read(
    _ register: SyntheticRegister, name: String, log: DiagnosticLog
  ) -> Population? {
    let source = SyntheticSource(columns: register.columns, name: name)
    let missing = RegisterColumn.allCases.filter {
      $0.isRequired && source.place(of: $0) == nil
    }
    for column in missing {
      log.add(Diagnostic(.margins(.columnNotMade(column)), file: name))
    }
    var reader = RegisterReader(
      source, decimals: DecimalGrammar(), numbering: .permenPANRB,
      complaints: RowComplaints(treatment: .fail, log: log))
    reader.read()
    reader.complaints.reportFurtherRows()
    guard missing.isEmpty, reader.complaints.isEmpty else { return nil }
    return reader.register().population()
  }
}
