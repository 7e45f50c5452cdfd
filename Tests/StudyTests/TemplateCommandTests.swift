import Foundation
import Testing

@Suite("luwes template")
struct TemplateCommandTests {
  /// Fills one person into a template with openpyxl, and says what its columns let be chosen.
  private static let filling = """
    import sys
    from openpyxl import load_workbook
    book = load_workbook(sys.argv[1])
    sheet = book.worksheets[0]
    head = [cell.value for cell in sheet[4]]
    person = {"identifier": "1980013120050110", "unit": "Bagian A", "sex": "P",
      "birth_date": "1980", "employment_status": "PNS", "grade": "III/d",
      "position_kind": "pelaksana", "task_class": "routine", "direct_service_share": 0.25,
      "commute_km": 9.5, "commute_mode": "car", "laptop": sys.argv[3]}
    for row in range(5, 45):
        for place, name in enumerate(head, 1):
            if name == "identifier":
                sheet.cell(row, place).value = person[name] + f"{row:02}"
            elif name in person:
                sheet.cell(row, place).value = person[name]
    book.save(sys.argv[2])
    lists = {str(v.sqref).split(":")[0]: v.formula1
             for v in sheet.data_validations.dataValidation if v.type == "list"}
    print(lists[sheet.cell(5, head.index("sex") + 1).coordinate])
    print(lists[sheet.cell(5, head.index("laptop") + 1).coordinate])
    print(sheet.cell(5, 1).number_format, sheet.column_dimensions["A"].number_format)
    """

  /// A study like a shipped one, with a register of its own, beside links to what studies share.
  private func study(in folder: URL, register: URL) throws -> URL {
    let scenarios = Program.root.appendingPathComponent("scenarios")
    let manager = FileManager.default
    for shared in ["assumptions", "calendars", "law", "policies", "stress"] {
      try manager.createSymbolicLink(
        at: folder.appendingPathComponent(shared),
        withDestinationURL: scenarios.appendingPathComponent(shared))
    }
    let study = folder.appendingPathComponent("own")
    try manager.copyItem(at: scenarios.appendingPathComponent("jakarta-year-end"), to: study)
    let file = study.appendingPathComponent("study.yaml")
    let text = try String(contentsOf: file, encoding: .utf8).replacing(
      #/population: \{synthesize[^}]*\}/#,
      with: "population: {register: \(register.lastPathComponent)}")
    try text.write(to: file, atomically: true, encoding: .utf8)
    try manager.copyItem(
      at: register, to: study.appendingPathComponent(register.lastPathComponent))
    return study
  }

  @Test(
    "a template that was filled in is a register, with its drop-downs", arguments: ["id", "en"])
  func filled(language: String) throws {
    let folder = try TemporaryFolder()
    let template = folder.url.appendingPathComponent("isian.xlsx")
    let filled = folder.url.appendingPathComponent("pegawai.xlsx")
    let written = try Program.run(["template", "--out", template.path, "--lang", language])
    #expect(written.exitCode == 0, "\(written.complaints)")
    let yes = language == "id" ? "ya" : "true"
    let choices = try Peer.outcome(
      of: "/usr/bin/python3", ["-c", Self.filling, template.path, filled.path, yes])
    #expect(choices.code == 0, "\(choices.output)")
    let lines = choices.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "\"L,P\"")
    #expect(lines.dropFirst().first == (language == "id" ? "\"ya,tidak\"" : "\"true,false\""))
    let study = try study(in: folder.url, register: filled)
    let valid = try Program.run(["validate", study.path, "--lang", "en"])
    #expect(valid.exitCode == 0, "\(valid.complaints)")
    let wrong = try Peer.outcome(
      of: "/usr/bin/python3",
      ["-c", Self.filling, template.path, study.path + "/pegawai.xlsx", "mungkin"])
    #expect(wrong.code == 0)
    let refused = try Program.run(["validate", study.path, "--lang", "en"])
    #expect(refused.exitCode == 65)
    #expect(refused.complaints.contains("pegawai.xlsx[\(language == "id" ? "Pegawai" : "Staff")]:"))
  }

  @Test("a file that is there already is left alone")
  func kept() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("isian.xlsx")
    try "mine".write(to: file, atomically: true, encoding: .utf8)
    let run = try Program.run(["template", "--out", file.path, "--lang", "en"])
    #expect(run.exitCode == 65)
    #expect(run.complaints.contains("exists already"))
    #expect(try folder.text("isian.xlsx") == "mine")
  }
}
