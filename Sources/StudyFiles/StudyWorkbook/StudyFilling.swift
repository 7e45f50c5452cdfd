import HybridWork

/// Puts the files of a study into sheets.
struct StudyFilling {
  let files: StudyWorkbookFiles
  let language: Language
  let log: DiagnosticLog

  private var rows: [StudyLayout.Sheet: [[StudyCell]]] = [:]
  private var tables: [StudySheet] = []

  init(files: StudyWorkbookFiles, language: Language, log: DiagnosticLog) {
    self.files = files
    self.language = language
    self.log = log
  }

  /// All sheets, in the order in which a planner goes through them.
  mutating func sheets(holdsRegister: Bool) -> [StudySheet] {
    guard let first = files.files.first, let study = tree(first) else { return [] }
    var friendly: Set<String> = [first.input.name]
    fillStudy(study.tree, comments: study.comments)
    let names = policyNames(study.tree)
    for (name, role) in names { fillPolicy(name, role, &friendly) }
    if let services = study.tree[path: ["services"]]?.text, let file = file(made: services) {
      friendly.insert(file.input.name)
      fillRows(of: file, key: "services", .services, StudyLayout.service) { [] }
    }
    for name in study.tree[path: ["assumptions"]]?.texts ?? [] {
      guard let file = file(made: name) else { continue }
      friendly.insert(file.input.name)
      fillRows(of: file, key: "assumptions", .assumptions, StudyLayout.assumption) {
        [.text(file.name)]
      }
    }
    for file in files.files where !friendly.contains(file.input.name) {
      if file.isTable {
        fillTable(file, holdsRows: !file.input.isLocal || holdsRegister)
      } else {
        fillText(file)
      }
    }
    if !files.files.contains(where: \.input.isLocal) { tables.append(emptyRegister) }
    return StudyLayout.Sheet.allCases.map(sheet) + tables
  }

  private func file(_ old: String) -> StudyWorkbookFiles.Named? {
    files.files.first { $0.input.name == FilePath.shortened(old) }
  }

  /// The file with a new name, as the renamed values of others give it.
  private func file(made name: String) -> StudyWorkbookFiles.Named? {
    files.files.first { $0.name == name }
  }

  private func tree(
    _ file: StudyWorkbookFiles.Named
  ) -> (tree: StudyTree, comments: [String])? {
    guard let (text, root) = file.contents else { return nil }
    let comments = text.split(separator: "\n").map { String($0).trimmed }
      .filter { $0.hasPrefix("#") }
    return (files.renamed(StudyTree(root) { _ in nil }, in: file.input.name), comments)
  }

  private mutating func add(_ cells: [StudyCell], to sheet: StudyLayout.Sheet) {
    rows[sheet, default: []].append(cells)
  }

  /// Keeps lines of a file as text.
  private mutating func keep(_ lines: [String], of name: String) {
    for line in lines {
      guard line.utf16.count < StudyField.longestCell else {
        log.add(Diagnostic(.workbook(.tooLong(name)), file: name))
        return
      }
      add([.text(name), line.isEmpty ? .blank : .text(line)], to: .text)
    }
  }

  /// Keeps the comments of a file and what no cell holds.
  private mutating func keep(_ rest: StudyTree, comments: [String], of name: String) {
    var writer = StudyTreeWriter()
    writer.write(rest)
    let lines = writer.text.split(separator: "\n").map(String.init)
    keep(comments + lines, of: name)
  }

  /// What is left of a row, as the text of a cell.
  private func other(_ rest: StudyTree, of name: String) -> StudyCell {
    guard !rest.entries.isEmpty else { return .blank }
    var writer = StudyTreeWriter()
    writer.write(rest)
    let text = writer.text.trimmed
    if text.utf16.count >= StudyField.longestCell {
      log.add(Diagnostic(.workbook(.tooLong(name)), file: name))
    }
    return .text(text)
  }

  /// The cells of some fields, which are taken out of the values.
  private func take(_ fields: [StudyField], from tree: inout StudyTree) -> [StudyCell] {
    fields.map { field in
      guard let value = tree[path: field.path], let cell = field.cell(value) else { return .blank }
      tree.remove(field.path)
      return cell
    }
  }

  private mutating func fillStudy(_ tree: StudyTree, comments: [String]) {
    var rest = tree
    let cells = take(StudyLayout.study, from: &rest)
    for (field, cell) in zip(StudyLayout.study, cells) {
      add(
        [.text(field.label[language]), cell, .text(field.hint[language]), .text(field.key)],
        to: .study)
    }
    if case .list(let items)? = rest[path: ["thresholds"]] {
      for item in items {
        var left = item
        let cells = take(StudyLayout.threshold, from: &left)
        add(cells + [other(left, of: "thresholds")], to: .thresholds)
      }
      rest.remove(["thresholds"])
    }
    rest.remove(["baseline"])
    rest.remove(["policies"])
    keep(rest, comments: comments, of: files.files[0].name)
  }

  private func policyNames(_ study: StudyTree) -> [(name: String, role: StudyRole)] {
    var names: [(name: String, role: StudyRole)] = []
    if let name = study[path: ["baseline"]]?.text { names.append((name, .today)) }
    for name in study[path: ["policies"]]?.texts ?? [] {
      names.append((name, .compared))
    }
    let parts = names.flatMap { $0.name.split(separator: "+").map(String.init) }
    for part in parts where !names.contains(where: { $0.name == part }) {
      names.append((part, .available))
    }
    return names
  }

  private mutating func fillPolicy(
    _ name: String, _ role: StudyRole, _ friendly: inout Set<String>
  ) {
    let start = [StudyCell.text(name), .text(role.name[language])]
    let file = file("policies/\(name).yaml") ?? file("../policies/\(name).yaml")
    guard let file, var (rest, comments) = tree(file) else {
      // A name such as `a+b` has no file of its own.
      let blanks = StudyLayout.policy.map { _ in StudyCell.blank }
      return add(start + blanks + [.blank], to: .policies)
    }
    friendly.insert(file.input.name)
    let cells = take(StudyLayout.policy, from: &rest)
    if case .list(let rules)? = rest[path: ["eligibility"]] {
      for rule in rules { fillRule(rule, of: name) }
      rest.remove(["eligibility"])
    }
    add(start + cells + [other(rest, of: file.name)], to: .policies)
    comments.removeAll { $0.isEmpty }
    keep(comments, of: "policies/\(name).yaml")
  }

  private mutating func fillRule(_ rule: StudyTree, of policy: String) {
    var rest = rule
    let name = rest[path: ["rule"]]?.text ?? ""
    rest.remove(["rule"])
    let condition = rest[path: ["where"]]
    let parts = condition.flatMap(RuleRows.parts)
    let isSame =
      parts.flatMap { parts in
        RuleRows.condition(parts.map { ($0, WorkbookPlace(sheet: "", row: 1, column: 1)) })
      }.map { $0.says(condition.map(RuleRows.normalised) ?? $0) } ?? false
    if isSame { rest.remove(["where"]) }
    let cells = take(StudyLayout.rule, from: &rest)
    let shown: [RuleRows.Part?] = isSame ? (parts ?? []) : [nil]
    for (number, part) in shown.enumerated() {
      let test: [StudyCell] =
        part.map { [.text($0.column), .text($0.test), $0.value, .text($0.scheme)] }
        ?? [.blank, .blank, .blank, .blank]
      let own = number == 0 ? cells + [other(rest, of: name)] : cells.map { _ in .blank } + [.blank]
      add([.text(policy), .text(name)] + test + own, to: .rules)
    }
  }

  private mutating func fillRows(
    of file: StudyWorkbookFiles.Named, key: String, _ sheet: StudyLayout.Sheet,
    _ fields: [StudyField], start: () -> [StudyCell]
  ) {
    guard var (rest, comments) = tree(file) else { return }
    if case .list(let items)? = rest[path: [key]] {
      for item in items {
        var left = item
        let cells = take(fields, from: &left)
        add(start() + cells + [other(left, of: file.name)], to: sheet)
      }
      rest.remove([key])
    }
    comments.removeAll { $0.isEmpty }
    keep(rest, comments: comments, of: file.name)
  }

  private mutating func fillText(_ file: StudyWorkbookFiles.Named) {
    guard let (text, root) = file.contents else { return }
    keep(files.renamed(text, root, in: file.input.name), of: file.name)
  }

  private mutating func fillTable(_ file: StudyWorkbookFiles.Named, holdsRows: Bool) {
    let table = CSVTable(path: file.input.path, name: file.input.name, log: log)
    guard let table else { return }
    let rows =
      holdsRows
      ? (0..<table.rowCount).map { row in
        (0..<table.columnCount).map { column -> StudyCell in
          let text = table.text(row: row, column: column)
          if text.isEmpty { return .blank }
          return WorkDate(text) == nil ? StudyField.numeric(text) : .date(text)
        }
      } : []
    tables.append(
      StudySheet(
        name: tableName(file), title: title(ofTable: file.name), file: file.name,
        columns: table.header.map { Self.tableColumn($0) }, rows: rows,
        isPersonal: file.input.isLocal))
  }

  private func title(ofTable name: String) -> String {
    language == .indonesian ? "Tabel \(name)" : "Table \(name)"
  }

  /// Excel allows 31 characters and no brackets, colons or slashes.
  private func tableName(_ file: StudyWorkbookFiles.Named) -> String {
    if file.input.isLocal { return language == .indonesian ? "Pegawai" : "Staff" }
    let stem = FilePath.lastName(of: file.name).prefix { $0 != "." }
      .filter { !"[]:*?/\\'".contains($0) }
    return "\(tables.count + 1) \(stem.prefix(27))"
  }

  private static func tableColumn(_ name: String) -> StudySheet.Column {
    StudySheet.Column(name, Bilingual(id: name, en: name), Bilingual(id: "", en: ""), width: 18)
  }

  private var emptyRegister: StudySheet {
    StudySheet(
      name: language == .indonesian ? "Pegawai" : "Staff", title: title(ofTable: "pegawai.csv"),
      file: "pegawai.csv",
      columns: RegisterColumn.allCases.filter { !$0.isDerived }.map {
        Self.tableColumn($0.rawValue)
      }, rows: [], isPersonal: true)
  }

  private func sheet(_ sheet: StudyLayout.Sheet) -> StudySheet {
    StudySheet(
      name: sheet.name[language], title: sheet.title[language], file: nil,
      columns: sheet.columns(language), rows: rows[sheet] ?? [], isPersonal: false)
  }
}
