import Yams

/// Turns what the YAML library throws into a fault a planner can act on.
struct YAMLFaultReader {
  let text: String

  /// The fault behind an error.
  func fault(for error: YamlError) -> YAMLComposer.Fault {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _):
      return located(problem, context: context, mark: mark)
    case .composer(_, let problem, let mark, _):
      return composing(problem, mark)
    case .reader(let problem, _, _, _):
      return YAMLComposer.Fault(problem: .syntax(.other(detail: problem)), position: nil)
    default:
      return YAMLComposer.Fault(problem: .syntax(.other(detail: "\(error)")), position: nil)
    }
  }

  private func located(
    _ problem: String, context: YamlError.Context?, mark: Mark
  ) -> YAMLComposer.Fault {
    let contextText = context?.text ?? ""
    if let opening = context.map(\.mark), isNotClosed(problem, contextText) {
      let sign = character(at: opening).map(String.init) ?? ""
      return fault(.notClosed(mark: sign), opening)
    }
    return fault(kind(of: problem, at: mark), mark)
  }

  private func isNotClosed(_ problem: String, _ context: String) -> Bool {
    context.hasSuffix("a quoted scalar")
      && ["found unexpected end of stream", "found unexpected document indicator"].contains(problem)
      || ["did not find expected ',' or ']'", "did not find expected ',' or '}'"].contains(problem)
  }

  private func kind(of problem: String, at mark: Mark) -> SyntaxFault {
    if problem.contains("tab character") || character(at: mark) == "\t" { return .tabulator }
    switch problem {
    case "mapping values are not allowed in this context", "found unexpected ':'":
      return .colonInValue
    case "could not find expected ':'":
      return .noColon
    case "did not find expected key", "did not find expected '-' indicator",
      "block sequence entries are not allowed in this context",
      "mapping keys are not allowed in this context", "did not find expected <document start>":
      return .indentation
    case "found character that cannot start any token":
      return .reservedCharacter(character(at: mark).map(String.init) ?? "")
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return .unknownEscape
    default:
      if problem.hasPrefix("Maximum nesting level") { return .tooDeep }
      return .other(detail: problem)
    }
  }

  private func composing(_ problem: String, _ mark: Mark) -> YAMLComposer.Fault {
    switch problem {
    case "found undefined alias": fault(.alias(name: word(after: mark)), mark)
    case "but found another document": fault(.severalDocuments, mark)
    default: fault(.other(detail: problem), mark)
    }
  }

  private func fault(_ fault: SyntaxFault, _ mark: Mark) -> YAMLComposer.Fault {
    YAMLComposer.Fault(
      problem: .syntax(fault), position: TextPosition(line: mark.line, column: mark.column))
  }

  private func character(at mark: Mark) -> Character? {
    line(mark.line).dropFirst(mark.column - 1).first.map(Character.init)
  }

  /// The name that follows the sign at a place.
  private func word(after mark: Mark) -> String {
    let rest = line(mark.line).dropFirst(mark.column)
    var name = ""
    name.unicodeScalars.append(
      contentsOf: rest.prefix { !" ,[]{}\t\r".unicodeScalars.contains($0) })
    return name
  }

  private func line(_ number: Int) -> ArraySlice<Unicode.Scalar> {
    let lines = text.unicodeScalars.split(
      maxSplits: number, omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" })
    return number <= lines.count ? Array(lines[number - 1])[...] : []
  }
}
