public import HybridWork

extension Diagnostic {
  /// What was found, what was expected and what to do.
  public func sentence(in language: Language) -> String { problem.wording[language] }

  /// The complaint on one line: `file:line:column: key.path: sentence`, or `file[Sheet]:C12: …` for a cell
  /// of a workbook; unknown parts are left out.
  ///
  /// A warning says so before its sentence.
  public func text(in language: Language) -> String {
    var place = file
    if let cell {
      place += ":\(cell)"
    } else if let line {
      place += ":\(line)"
    }
    if line != nil, let column { place += ":\(column)" }
    let path = keyPath.isEmpty ? "" : "\(keyPath): "
    return "\(place): \(path)\(severityText(in: language))\(sentence(in: language))"
  }

  private func severityText(in language: Language) -> String {
    switch (severity, language) {
    case (.error, _): ""
    case (.warning, .indonesian): "peringatan: "
    case (.warning, .english): "warning: "
    }
  }
}

extension Problem {
  var wording: Bilingual {
    switch self {
    case .file(let fault): fault.wording
    case .syntax(let fault): fault.wording
    case .key(let fault): fault.wording
    case .number(let fault): fault.wording
    case .date(let fault): fault.wording
    case .name(let fault): fault.wording
    case .table(let fault): fault.wording
    case .register(let fault): fault.wording
    case .policy(let fault): fault.wording
    case .schedule(let fault): fault.wording
    case .assumption(let fault): fault.wording
    case .study(let fault): fault.wording
    case .margins(let fault): fault.wording
    case .positions(let fault): fault.wording
    case .service(let fault): fault.wording
    case .survey(let fault): fault.wording
    case .panel(let fault): fault.wording
    case .export(let fault): fault.wording
    case .workbook(let fault): fault.wording
    }
  }
}
