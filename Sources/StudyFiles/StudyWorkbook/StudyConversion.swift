import HybridWork

/// Turns the sheets of a study's workbook into the files of the study.
struct StudyConversion {
  let cells: StudyCells
  let complain: (WorkbookFault, WorkbookPlace) -> Void

  private var files: [ConvertedFile] = []

  init(_ cells: StudyCells, complain: @escaping (WorkbookFault, WorkbookPlace) -> Void) {
    self.cells = cells
    self.complain = complain
  }

  /// All files; what is wrong with the cells has been told.
  mutating func converted() -> [ConvertedFile] {
    let texts = texts()
    guard let study = sheet(.study), let policies = sheet(.policies), let rules = sheet(.rules),
      let services = sheet(.services), let thresholds = sheet(.thresholds),
      let assumptions = sheet(.assumptions)
    else { return [] }
    var friendly: Set<String> = ["study.yaml"]
    let root = studyTree(study, policies, thresholds, texts)
    write(root, "study.yaml", texts)
    for (name, tree) in policyTrees(policies, rules) {
      friendly.insert("policies/\(name).yaml")
      write(tree, "policies/\(name).yaml", texts)
    }
    if let name = root[path: ["services"]]?.text {
      friendly.insert(name)
      let rows = services.rows.map { row($0, services, StudyLayout.service) }
      write(base(name, texts, adding: "services", rows), name, texts)
    }
    let named = assumptions.rows.map { assumptions.cell("file", $0.cells).shown }
    let listed = root[path: ["assumptions"]]?.texts
    for name in listed ?? [] {
      friendly.insert(name)
      let rows = assumptions.rows.filter { assumptions.cell("file", $0.cells).shown == name }
        .map { row($0, assumptions, StudyLayout.assumption) }
      write(base(name, texts, adding: "assumptions", rows), name, texts)
    }
    // Without a list of files something worse is wrong, which has been told.
    for (name, row) in zip(named, assumptions.rows)
    where listed.map({ !$0.contains(name) }) ?? false {
      complain(.missingText(name), assumptions.place("file", row.number))
    }
    for text in texts where !friendly.contains(text.name) {
      files.append(verbatim(text))
    }
    for table in cells.sheets where table.file != nil && !table.rows.isEmpty {
      let place = WorkbookPlace(sheet: table.name, row: 1, column: 2)
      if let name = table.file, isSafe(name, at: place) { files.append(csv(table, name)) }
    }
    return files
  }

  private struct Text {
    let name: String
    var lines: [(text: String, place: WorkbookPlace)] = []
  }

  private func texts() -> [Text] {
    guard let sheet = sheet(.text) else { return [] }
    var texts: [Text] = []
    for (number, row) in sheet.rows {
      let name = sheet.cell("file", row).shown
      let place = sheet.place("text", number)
      // A line keeps the blanks it begins with; a blank line has only its file.
      let line =
        if case .text(let text) = sheet.cell("text", row) { text } else {
          sheet.cell("text", row).shown
        }
      guard isSafe(name, at: sheet.place("file", number)) else { continue }
      let lines = line.split(separator: "\n", omittingEmptySubsequences: false)
        .map { (String($0), place) }
      if let index = texts.firstIndex(where: { $0.name == name }) {
        texts[index].lines += lines
      } else {
        texts.append(Text(name: name, lines: lines))
      }
    }
    return texts
  }

  private func verbatim(_ text: Text) -> ConvertedFile {
    ConvertedFile(
      name: text.name, text: text.lines.map { $0.text + "\n" }.joined(),
      places: text.lines.enumerated().map {
        StudyTreeWriter.Placed(line: $0 + 1, column: 1, place: $1.place)
      })
  }

  /// The values that a file has as text.
  private func parsed(_ name: String, _ texts: [Text]) -> StudyTree {
    guard let text = texts.first(where: { $0.name == name }),
      text.lines.contains(where: { !$0.text.trimmed.isEmpty && !$0.text.trimmed.hasPrefix("#") })
    else { return .mapping([]) }
    return parsed(text.lines.map(\.text).joined(separator: "\n")) { line in
      text.lines[min(line, text.lines.count) - 1].place
    }
  }

  private func parsed(_ text: String, place: (Int) -> WorkbookPlace) -> StudyTree {
    var composer = YAMLComposer()
    let node = composer.compose(text)
    for fault in composer.faults {
      complain(.notYAML(fault.problem), place(max(1, fault.position?.line ?? 1)))
    }
    return node.map { StudyTree($0) { place($0.line) } } ?? .mapping([])
  }

  private mutating func write(_ tree: StudyTree, _ name: String, _ texts: [Text]) {
    var writer = StudyTreeWriter()
    let lines = texts.first { $0.name == name }?.lines ?? []
    writer.write(lines: lines.map(\.text.trimmed).filter { $0.hasPrefix("#") })
    writer.write(tree)
    files.append(ConvertedFile(name: name, text: writer.text, places: writer.places))
  }

  private func sheet(_ kind: StudyLayout.Sheet) -> StudyCells.Sheet? {
    let names = [kind.name.indonesian, kind.name.english]
    guard let sheet = cells.sheets.first(where: { names.contains($0.name) }) else {
      complain(
        .missingSheet(names.joined(separator: " / ")),
        WorkbookPlace(sheet: kind.name.indonesian, row: 1, column: 1))
      return nil
    }
    let known = kind.columns(.english).map(\.key)
    let place = { WorkbookPlace(sheet: sheet.name, row: StudySheet.keyRow, column: $0) }
    for (number, key) in sheet.keys.enumerated() where !key.isEmpty && !known.contains(key) {
      complain(.unknownColumn(key), place(number + 1))
    }
    for key in known where !sheet.keys.contains(key) { complain(.missingColumn(key), place(1)) }
    return sheet
  }

  private func put(
    _ value: StudyTree, at path: [String], into tree: inout StudyTree, place: WorkbookPlace
  ) {
    if !tree.put(value, at: path, place: place) {
      complain(.givenTwice(path.joined(separator: ".")), place)
    }
  }

  private func merge(_ other: StudyTree, into tree: inout StudyTree, place: WorkbookPlace) {
    for conflict in tree.merge(other) {
      complain(.givenTwice(conflict.path), conflict.at ?? place)
    }
  }

  /// The values of a row's cells.
  private func row(
    _ row: (number: Int, cells: [StudyCell]), _ sheet: StudyCells.Sheet, _ fields: [StudyField],
    into start: StudyTree = .mapping([])
  ) -> StudyTree {
    var tree = start
    for field in fields {
      let place = sheet.place(field.key, row.number)
      if let value = field.value(sheet.cell(field.key, row.cells), at: place) {
        put(value, at: field.path, into: &tree, place: place)
      }
    }
    let place = sheet.place("other", row.number)
    if case .text(let text) = sheet.cell("other", row.cells), !text.trimmed.isEmpty {
      merge(parsed(text) { _ in place }, into: &tree, place: place)
    }
    return tree
  }

  private func base(
    _ name: String, _ texts: [Text], adding key: String, _ rows: [StudyTree]
  ) -> StudyTree {
    var tree = parsed(name, texts)
    let place = texts.first { $0.name == name }?.lines.first?.place
    if !tree.put(.list(rows), at: [key], place: nil), let place {
      complain(.givenTwice(key), place)
    }
    return tree
  }

  private func studyTree(
    _ study: StudyCells.Sheet, _ policies: StudyCells.Sheet, _ thresholds: StudyCells.Sheet,
    _ texts: [Text]
  ) -> StudyTree {
    var tree = StudyTree.mapping([])
    for (number, cells) in study.rows {
      let key = study.cell("key", cells).shown
      guard let field = StudyLayout.study.first(where: { $0.key == key }) else {
        complain(.unknownKey(key), study.place("key", number))
        continue
      }
      let place = study.place("value", number)
      if let value = field.value(study.cell("value", cells), at: place) {
        put(value, at: field.path, into: &tree, place: place)
      }
    }
    merge(
      parsed("study.yaml", texts), into: &tree,
      place: WorkbookPlace(sheet: study.name, row: StudySheet.labelRow, column: 1))
    let rows = thresholds.rows.map { row($0, thresholds, StudyLayout.threshold) }
    _ = tree.put(.list(rows), at: ["thresholds"], place: nil)
    var today: [StudyTree] = []
    var compared: [StudyTree] = []
    for (number, cells) in policies.rows {
      let word = policies.cell("role", cells).shown
      let name = StudyTree.scalar(
        policies.cell("policy", cells).shown, isPlain: true, at: policies.place("policy", number))
      switch StudyRole(word: word) {
      case .today: today.append(name)
      case .compared: compared.append(name)
      case .available: break
      case nil:
        let words = StudyRole.allCases.flatMap { [$0.name.indonesian, $0.name.english] }
        complain(.unknownRole(word, allowed: words), policies.place("role", number))
      }
    }
    let place = policies.place("role", StudySheet.labelRow)
    if today.count == 1 {
      _ = tree.put(today[0], at: ["baseline"], place: place)
    } else {
      complain(.baselines(count: today.count), place)
    }
    _ = tree.put(.list(compared), at: ["policies"], place: place)
    return tree
  }

  private func policyTrees(
    _ policies: StudyCells.Sheet, _ rules: StudyCells.Sheet
  ) -> [(name: String, tree: StudyTree)] {
    var trees: [(name: String, tree: StudyTree)] = []
    var rows: [String: Int] = [:]
    for (number, cells) in policies.rows {
      let name = policies.cell("policy", cells).shown
      let place = policies.place("policy", number)
      if let first = rows[name] {
        complain(.duplicateName(name, firstRow: first), place)
        continue
      }
      rows[name] = number
      let parts = name.split(separator: "+", omittingEmptySubsequences: false)
      guard parts.allSatisfy({ isSafe(String($0), at: place) }), parts.count == 1 else { continue }
      var start = StudyTree.mapping([])
      let own = ruleTrees(of: name, rules)
      if !own.isEmpty { _ = start.put(.list(own), at: ["eligibility"], place: place) }
      trees.append((name, row((number, cells), policies, StudyLayout.policy, into: start)))
    }
    for (number, cells) in rules.rows where rows[rules.cell("policy", cells).shown] == nil {
      complain(
        .noSuchPolicy(rules.cell("policy", cells).shown), rules.place("policy", number))
    }
    return trees
  }

  private func ruleTrees(of policy: String, _ rules: StudyCells.Sheet) -> [StudyTree] {
    let rows = rules.rows.filter { rules.cell("policy", $0.cells).shown == policy }
    var names: [String] = []
    for row in rows where !names.contains(rules.cell("rule", row.cells).shown) {
      names.append(rules.cell("rule", row.cells).shown)
    }
    return names.map { name in
      let own = rows.filter { rules.cell("rule", $0.cells).shown == name }
      var tree = StudyTree.mapping([])
      let place = rules.place("rule", own[0].number)
      _ = tree.put(.scalar(name, isPlain: true, at: place), at: ["rule"], place: place)
      let parts = own.compactMap { row -> (part: RuleRows.Part, at: WorkbookPlace)? in
        let column = rules.cell("column", row.cells).shown
        guard !column.isEmpty else { return nil }
        let part = RuleRows.Part(
          column: column, test: rules.cell("test", row.cells).shown,
          value: rules.cell("value", row.cells), scheme: rules.cell("scheme", row.cells).shown)
        return (part, rules.place("value", row.number))
      }
      if let condition = RuleRows.condition(parts) {
        put(condition, at: ["where"], into: &tree, place: rules.place("column", own[0].number))
      }
      for row in own { tree = self.row(row, rules, StudyLayout.rule, into: tree) }
      return tree
    }
  }

  private func csv(_ table: StudyCells.Sheet, _ name: String) -> ConvertedFile {
    var text = ""
    var places: [StudyTreeWriter.Placed] = []
    let columns = table.keys.indices.filter { !table.keys[$0].isEmpty }
    let head = (StudySheet.keyRow, table.keys.map { StudyCell.text($0) })
    for (line, row) in ([head] + table.rows.map { ($0.number, $0.cells) }).enumerated() {
      var column = 1
      for (number, index) in columns.enumerated() {
        let shown = index < row.1.count ? row.1[index].shown : ""
        let needsMarks = shown.contains { ",;\"\n\r".contains($0) } || shown.contains("\r\n")
        let cell = needsMarks ? "\"\(shown.replacing("\"", with: "\"\""))\"" : shown
        places.append(
          StudyTreeWriter.Placed(
            line: line + 1, column: column,
            place: WorkbookPlace(sheet: table.name, row: row.0, column: index + 1)))
        text += (number == 0 ? "" : ",") + cell
        column += cell.unicodeScalars.count + 1
      }
      text += "\n"
    }
    return ConvertedFile(name: name, text: text, places: places)
  }

  /// Whether a name can be that of a file in the study's folder; if not, says so.
  private func isSafe(_ name: String, at place: WorkbookPlace) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isSafe = parts.allSatisfy { part in
      guard let first = part.utf8.first, first != UInt8(ascii: "."), first != UInt8(ascii: "-"),
        part.utf8.count <= 120
      else { return false }
      return part.utf8.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
          || [45, 46, 95].contains($0)
      }
    }
    if !isSafe { complain(.unsafeName(name), place) }
    return isSafe
  }
}
