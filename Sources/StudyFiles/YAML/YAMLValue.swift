package import HybridWork

/// One value of a YAML file, with its key path, and the log that hears what is wrong with it.
///
/// Every reading either gives a value or reports why not and gives nil.
package struct YAMLValue {
  let node: YAMLNode
  /// The keys that lead here; entries of lists count from 1.
  package let keyPath: String
  /// The file as the user named it.
  package let file: String
  let log: DiagnosticLog

  /// Where the value stands.
  package var position: TextPosition { node.position }
  /// What kind of value it is.
  package var kind: ValueKind { node.kind }

  /// Reports a problem with this value.
  package func complain(
    _ problem: Problem, severity: Diagnostic.Severity = .error, path: String? = nil
  ) {
    log.add(
      Diagnostic(
        problem, severity: severity, file: file, at: position, keyPath: path ?? keyPath))
  }

  /// A text, quoted or not, of which something can be seen.
  package func text() -> String? {
    guard let text = scalar(expected: .text)?.text else { return nil }
    guard text.contains(where: { !$0.isWhitespace }) else {
      complain(.key(.wrongKind(found: .nothing, expected: .text)))
      return nil
    }
    return text
  }

  /// A number in a closed range; `isMoney` refuses what may be read with thousands, as in amounts
  /// and counts.
  package func number(
    in range: ClosedRange<Double> = -Double
      .greatestFiniteMagnitude...Double.greatestFiniteMagnitude,
    isMoney: Bool = false
  ) -> Double? {
    plainNumber(expected: .number) { text throws(NumberFault) in
      let value = try DecimalGrammar(isMoney: isMoney).number(text)
      guard range.contains(value) else { throw .outOfRange(text: text, range: range) }
      return value
    }
  }

  /// A share, 0…1.
  package func share() -> Double? { number(in: 0...1) }

  /// A whole number in a closed range.
  package func integer(in range: ClosedRange<Int>) -> Int? {
    plainNumber(expected: .integer) { text throws(NumberFault) in
      let fault = NumberFault.outOfRange(
        text: text, range: Double(range.lowerBound)...Double(range.upperBound))
      let value: Int
      do throws(NumberFault) {
        value = try DecimalGrammar().integer(text)
      } catch {
        if case .outOfRange = error { throw fault }
        throw error
      }
      guard range.contains(value) else { throw fault }
      return value
    }
  }

  /// `true` or `false`, without quotation marks.
  package func flag() -> Bool? {
    guard let (text, isPlain) = scalar(expected: .flag) else { return nil }
    if isPlain, text == "true" { return true }
    if isPlain, text == "false" { return false }
    complain(.name(.notAFlag(text: text, write: RegisterGrammar.likelyFlag(text))))
    return nil
  }

  /// A date `YYYY-MM-DD`.
  package func date() -> WorkDate? {
    guard let (text, _) = scalar(expected: .date) else { return nil }
    do throws(DateFault) {
      return try DateGrammar.written(text)
    } catch {
      complain(.date(error))
      return nil
    }
  }

  /// A time of day `"HH:MM"` in quotation marks.
  package func time() -> TimeOfDay? {
    guard let (text, isPlain) = scalar(expected: .time) else { return nil }
    do throws(DateFault) {
      let time = try DateGrammar.time(text)
      if isPlain { throw .unquotedTime(text: text) }
      return time
    } catch {
      complain(.date(error))
      return nil
    }
  }

  /// One of some names.
  package func name(among allowed: [String]) -> String? {
    guard let text = text() else { return nil }
    if allowed.contains(text) { return text }
    let nearest = NearestName.find(text, in: allowed)
    complain(.name(.unknown(found: text, nearest: nearest, allowed: allowed)))
    return nil
  }

  /// One of the cases of a closed list.
  package func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ type: Choice.Type
  ) -> Choice? {
    name(among: Choice.allCases.map(\.rawValue)).flatMap(Choice.init)
  }

  /// A text in both languages: `{id: "…", en: "…"}`.
  package func bilingual() -> Bilingual? {
    guard case .mapping = node.content else {
      complain(.key(.wrongKind(found: kind, expected: .bilingualText)))
      return nil
    }
    return mapping { texts in
      let indonesian = texts.required("id")?.text()
      let english = texts.required("en")?.text()
      guard let indonesian, let english else { return nil }
      return Bilingual(id: indonesian, en: english)
    }
  }

  /// The entries of a list.
  package func list(mayBeEmpty: Bool = false) -> [YAMLValue]? {
    guard case .list(let nodes) = node.content else {
      complain(.key(.wrongKind(found: kind, expected: .list)))
      return nil
    }
    if nodes.isEmpty, !mayBeEmpty {
      complain(.key(.emptyList))
      return nil
    }
    return nodes.enumerated().map { index, node in
      YAMLValue(node: node, keyPath: "\(keyPath)[\(index + 1)]", file: file, log: log)
    }
  }

  /// The keys of a mapping; those `read` does not ask for are reported as unknown.
  package func mapping<Value>(_ read: (YAMLMapping) -> Value?) -> Value? {
    guard case .mapping(let entries) = node.content else {
      complain(.key(.wrongKind(found: kind, expected: .mapping)))
      return nil
    }
    let mapping = YAMLMapping(value: self, entries: entries)
    let value = read(mapping)
    mapping.finish()
    return value
  }

  static func path(_ parent: String, _ key: String) -> String {
    parent.isEmpty ? key : "\(parent).\(key)"
  }

  private func scalar(expected: ValueKind) -> (text: String, isPlain: Bool)? {
    guard case .scalar(let text, let isPlain) = node.content, kind != .nothing else {
      complain(.key(.wrongKind(found: kind, expected: expected)))
      return nil
    }
    return (text, isPlain)
  }

  private func plainNumber<Value>(
    expected: ValueKind, _ read: (String) throws(NumberFault) -> Value
  ) -> Value? {
    guard let (text, isPlain) = scalar(expected: expected) else { return nil }
    do throws(NumberFault) {
      guard isPlain else { throw .quoted(text: text) }
      return try read(text)
    } catch {
      complain(.number(error))
      return nil
    }
  }
}
