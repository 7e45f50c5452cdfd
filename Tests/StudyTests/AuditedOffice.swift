import Foundation

/// A small study on disk for audits: sixty civil servants, one rule, two exceptions.
///
/// Of 40 men 26 have a laptop, 6 more are admitted for a disability, 8 have none. Of 20 women 7 have
/// a laptop, 4 have one and are refused for a penalty, 9 have none. In each sex 3 who may work away
/// and 3 who may not serve at the counter. A way is 10 kilometres, the first of each sex comes from
/// 20. Counts below 3 are suppressed.
final class AuditedOffice {
  private let folder: TemporaryFolder

  /// The study's folder.
  var path: String { folder.url.appendingPathComponent("office").path }

  /// Words of the register that stand in no output.
  static let personal = ["19850301", "Bunga"]

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Program.root.appendingPathComponent("Tests/StudyFilesTests/Fixtures/sound"),
      to: folder.url.appendingPathComponent("office"))
    try write(Self.register, "staff.csv")
    try write(Self.policy, "policies/two-days.yaml")
  }

  /// Runs `luwes audit` on the study's two days, into a folder beside it.
  func audit(_ out: String, _ options: [String]) throws -> Program.Outcome {
    try Program.run(
      [
        "audit", path, "--policies", "two-days", "--groups", "sex,position_kind", "--out",
        folder.url.appendingPathComponent(out).path,
      ] + options)
  }

  /// The names of the files beside the study in a folder, in order; nil when there is none.
  func files(_ out: String) -> [String]? {
    try? FileManager.default.contentsOfDirectory(
      atPath: folder.url.appendingPathComponent(out).path
    ).sorted()
  }

  /// The lines of a file beside the study.
  func lines(_ file: String) throws -> [String] {
    try folder.text(file).replacing("\r\n", with: "\n").split(separator: "\n").map(String.init)
  }

  /// Sets the count below which groups are suppressed.
  func suppress(below count: Int) throws {
    let study = try folder.text("office/study.yaml")
    try write(
      study.replacing("smallest_group: 3", with: "smallest_group: \(count)"), "study.yaml")
  }

  /// Gives the counter a district.
  func place(in district: String) throws {
    let services = try folder.text("office/services.yaml")
    try write(
      services.replacing("{id: permits,", with: "{id: permits, district: \"\(district)\","),
      "services.yaml")
  }

  /// Runs the study's two days, into a folder beside it.
  func run(_ out: String) throws -> Program.Outcome {
    try Program.run([
      "run", path, "--policies", "two-days", "--quiet", "--out",
      folder.url.appendingPathComponent(out).path,
    ])
  }

  private func write(_ text: String, _ file: String) throws {
    try text.write(
      to: folder.url.appendingPathComponent("office/" + file), atomically: true, encoding: .utf8)
  }

  private static var register: String {
    let men =
      (0..<26).map { line("L", $0, laptop: true) }
      + (26..<32).map { line("L", $0, laptop: false, disability: true) }
      + (32..<40).map { line("L", $0, laptop: false) }
    let women =
      (0..<7).map { line("P", $0, laptop: true) }
      + (7..<11).map { line("P", $0, laptop: true, discipline: "light") }
      + (11..<20).map { line("P", $0, laptop: false) }
    let header =
      "NIP,Nama,Unit Kerja,sex,birth_date,employment_status,grade,position_kind,position,"
      + "talent_box,task_class,direct_service_share,service,commute_km,commute_mode,laptop,"
      + "bandwidth_mbps,discipline,tenure_months,disability"
    return ([header] + men + women).joined(separator: "\n") + "\n"
  }

  private static func line(
    _ sex: String, _ place: Int, laptop: Bool, discipline: String = "none",
    disability: Bool = false
  ) -> String {
    let number = (sex == "L" ? 100 : 200) + place
    let service = place < 3 || place >= (sex == "L" ? 37 : 17) ? "permits" : ""
    return [
      "19850301\(number)", "Bunga \(number)", "Kelurahan A", sex, "1985-03-01", "PNS", "III/a",
      "pelaksana", "Staf", "5", "routine", "0", service, place == 0 ? "20" : "10", "motorcycle",
      String(laptop), "20", discipline, "30", String(disability),
    ].joined(separator: ",")
  }

  private static let policy = """
    title: {id: "Dua hari", en: "Two days"}
    institution: "Kota Contoh"
    reference: "Draf"
    in_force: 2024-01-01
    eligibility:
      - rule: equipment
        text: {id: "Punya alat", en: "Has equipment"}
        where: {laptop: true}
        unassessed: fail
    exceptions:
      - exception: disability
        text: {id: "Penyandang disabilitas", en: "People with a disability"}
        level: person
        where: {disability: true}
        effect: admit
      - exception: penalty
        text: {id: "Sedang dihukum ringan", en: "Under a light penalty"}
        level: person
        where: {discipline: {in: [light]}}
        effect: refuse
    schedule: {office_days: 3, flexible_days: 2}
    cap: none

    """
}
