extension String {
  /// The text with everything taken out that would act as Markdown or HTML.
  var markdownEscaped: String {
    var escaped = ""
    for character in self {
      switch character {
      case "|", "\\", "`", "*", "_", "[", "]", "<", ">", "#": escaped += "\\\(character)"
      case "\n", "\r", "\r\n": escaped += " "
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
