import HybridWork

/// Markup in which every text has been escaped; names of elements and attributes are constants.
struct HTML {
  /// The finished markup.
  private(set) var markup: String

  private init(finished markup: String) { self.markup = markup }

  /// A text, with everything taken out that would act as markup.
  init(_ text: String) { markup = Self.escaped(text) }

  /// Nothing.
  static let nothing = HTML(finished: "")

  /// An element around its content.
  static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ content: [HTML] = []
  ) -> HTML {
    var markup = opening(name, attributes)
    for part in content { markup += part.markup }
    markup += "</\(name)>"
    return HTML(finished: markup)
  }

  /// An element that has no content, such as `br`.
  static func void(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]
  ) -> HTML {
    HTML(finished: opening(name, attributes))
  }

  /// Style or script, which is a constant of the program and stands as it is.
  static func raw(_ name: StaticString, _ content: StaticString) -> HTML {
    HTML(finished: "<\(name)>\(content)</\(name)>")
  }

  /// The first line of a page.
  static let documentType = HTML(finished: "<!DOCTYPE html>\n")

  /// A line break between elements, for those who read the source.
  static let newline = HTML(finished: "\n")

  /// A text in both languages, of which the page shows one at a time.
  static func both(_ text: Bilingual) -> HTML { both { HTML(text[$0]) } }

  /// Markup in both languages, of which the page shows one at a time; once where they are equal.
  static func both(_ make: (Language) -> HTML) -> HTML {
    let (indonesian, english) = (make(.indonesian), make(.english))
    guard indonesian.markup != english.markup else { return indonesian }
    return element("span", ["lang": Language.indonesian.rawValue], [indonesian])
      .followed(by: element("span", ["lang": Language.english.rawValue], [english]))
  }

  /// Words that the study's files gave, so that their digits are no results.
  static func given(_ text: Bilingual) -> HTML { element("span", ["data-given": ""], [both(text)]) }

  /// Words that the study's files gave, the same in both languages.
  static func given(_ text: String) -> HTML { element("span", ["data-given": ""], [HTML(text)]) }

  /// This markup and then another.
  func followed(by other: HTML) -> HTML { HTML(finished: markup + other.markup) }

  /// Parts after each other, with markup between them.
  static func joined(_ parts: [HTML], by separator: HTML = .nothing) -> HTML {
    HTML(finished: parts.map(\.markup).joined(separator: separator.markup))
  }

  private static func opening(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>
  ) -> String {
    var markup = "<\(name)"
    for (key, value) in attributes {
      markup += value.isEmpty ? " \(key)" : " \(key)=\"\(escaped(value))\""
    }
    return markup + ">"
  }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { needsCare($0) }) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      // Control characters have no place in a page; a line break is a space there.
      case "\t", "\n", "\r": escaped += " "
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: continue
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func needsCare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), 0..<0x20, 0x7F:
      true
    default: false
    }
  }
}

extension HTML: ExpressibleByStringLiteral {
  /// A constant text, escaped like any other.
  init(stringLiteral text: String) { self.init(text) }
}
