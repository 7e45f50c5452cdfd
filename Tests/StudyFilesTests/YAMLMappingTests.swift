import HybridWork
import StudyFiles
import Testing

@Suite("Reading keys of a YAML file")
struct YAMLMappingTests {
  private func read<Value>(_ text: String, _ read: (YAMLMapping) -> Value?) -> (Value?, [String]) {
    let log = DiagnosticLog()
    let source = SourceFile(name: "study.yaml", bytes: text.utf8)
    let value = YAMLFile.read(source, log: log, read)
    return (value, FixtureFile.complaints(log))
  }

  @Test("values of every kind are read")
  func allKinds() {
    let text = """
      name: "Kota Bandung"
      title: {id: "Kota", en: "City"}
      worlds: 200
      share: 0.25
      price: 12300
      paid: true
      from: 2023-07-01
      opens: "08:00"
      kind: office
      days: [monday, friday]
      values: {2021-01-01: 7650, 2022-09-03: 10000}
      """
    let (value, complaints) = read(text) { root -> [String]? in
      let title = root.required("title")?.bilingual()
      let days = root.required("days")?.list()?.compactMap { $0.text() }
      let dated = root.required("values")?.mapping { entries in
        entries.all().map {
          "\($0.key.date()?.iso ?? "?")=\($0.value.number(isMoney: true) ?? -1)"
        }
      }
      var facts: [String?] = [root.required("name")?.text()]
      facts.append(title.map { $0.indonesian + "/" + $0.english })
      facts.append(root.required("worlds")?.integer(in: 1...1000)?.description)
      facts.append(root.required("share")?.share()?.description)
      facts.append(root.required("price")?.number(in: 0...1e6, isMoney: true)?.description)
      facts.append(root.required("paid")?.flag()?.description)
      facts.append(root.required("from")?.date()?.iso)
      facts.append(root.required("opens")?.time()?.minutes.description)
      facts.append(root.required("kind")?.name(among: ["office", "flexible"]))
      facts.append(days?.joined(separator: "+"))
      facts.append(dated?.joined(separator: ";"))
      facts.append(root.optional("absent")?.text())
      return facts.map { $0 ?? "nil" }
    }
    #expect(complaints == [])
    #expect(
      value == [
        "Kota Bandung", "Kota/City", "200", "0.25", "12300.0", "true", "2023-07-01", "480",
        "office",
        "monday+friday", "2021-01-01=7650.0;2022-09-03=10000.0", "nil",
      ])
  }

  @Test("an unknown key is placed, with the nearest and all allowed keys")
  func unknownKeys() {
    let (_, complaints) = read("worlds: 2\nschedule:\n  flexibel_days: 2\n  colour: red\n") {
      root in
      root.required("schedule")?.mapping { $0.optional("flexible_days")?.integer(in: 0...5) }
    }
    #expect(
      complaints == [
        """
        study.yaml:1:1: worlds: the key "worlds" is unknown. Accepted: schedule.
        """,
        """
        study.yaml:3:3: schedule.flexibel_days: the key "flexibel_days" is unknown. \
        Did you mean "flexible_days"? Accepted: flexible_days.
        """,
        """
        study.yaml:4:3: schedule.colour: the key "colour" is unknown. Accepted: flexible_days.
        """,
      ])
  }

  @Test("a missing key is placed at its mapping")
  func missingKey() {
    let (_, complaints) = read("policies:\n  - rule: a\n  - {}\n") { root in
      root.required("policies")?.list()?.compactMap { entry in
        entry.mapping { $0.required("rule")?.text() }
      }
    }
    #expect(
      complaints == [
        """
        study.yaml:3:5: policies[2].rule: the key "rule" is missing, but required. Add "rule: …".
        """
      ])
  }

  @Test("values of the wrong kind are named with what was expected")
  func wrongKinds() {
    let text = "a: [1]\nb: 3\nc:\nd: {x: 1}\ne: []\nf: text\n"
    let (_, complaints) = read(text) { root -> Int? in
      _ = root.required("a")?.text()
      _ = root.required("b")?.list()
      _ = root.required("c")?.number()
      _ = root.required("d")?.date()
      _ = root.required("e")?.list()
      _ = root.required("f")?.bilingual()
      return 1
    }
    #expect(
      complaints == [
        """
        study.yaml:1:4: a: here is a list, but a text or number is expected. \
        Write for example "Kota Bandung".
        """,
        "study.yaml:2:4: b: here is a text or number, but a list is expected. "
          + "Write for example [a, b].",
        "study.yaml:3:3: c: here is no value, but a number is expected. Write for example 12.5.",
        "study.yaml:4:4: d: here is a group of keys, but a date is expected. "
          + "Write for example 2026-01-31.",
        "study.yaml:5:4: e: this list is empty. Give at least one entry, or delete the key.",
        "study.yaml:6:4: f: here is a text or number, but a text in two languages is expected. "
          + "Write for example {id: \"…\", en: \"…\"}.",
      ])
  }

  @Test(
    "a value that cannot be used is refused where it stands",
    arguments: [
      (
        "\"12\"",
        "study.yaml:1:4: x: \"12\" is a text since it is quoted. Delete the quotation marks."
      ),
      ("1.5", "study.yaml:1:4: x: \"1.5\" is out of range. Write a number from 0 to 1."),
      (
        "50%",
        "study.yaml:1:4: x: \"50%\" is a percentage, but shares are written from 0 to 1. Write 0.5."
      ),
      (
        "12:30",
        "study.yaml:1:4: x: \"12:30\" looks like a time, not a number. "
          + "Write the minutes or hours as a number."
      ),
      ("0100", "study.yaml:1:4: x: \"0100\" begins with a zero. Write 100."),
    ])
  func refusedShares(text: String, complaint: String) {
    let (_, complaints) = read("x: \(text)\n") { $0.required("x")?.share() }
    #expect(complaints == [complaint])
  }

  @Test("flags, dates, times and names are refused with what to write")
  func refusedScalars() {
    let text = "a: yes\nb: 19-06-2023\nc: 08:00\nd: ofice\ne: \"true\"\nf: 2023-02-29\n"
    let (_, complaints) = read(text) { root -> Int? in
      _ = root.required("a")?.flag()
      _ = root.required("b")?.date()
      _ = root.required("c")?.time()
      _ = root.required("d")?.name(among: ["office", "flexible"])
      _ = root.required("e")?.flag()
      _ = root.required("f")?.date()
      return 1
    }
    #expect(
      complaints == [
        "study.yaml:1:4: a: \"yes\" is neither true nor false. Write true.",
        "study.yaml:2:4: b: \"19-06-2023\" is not of the form YYYY-MM-DD. Write 2023-06-19.",
        "study.yaml:3:4: c: \"08:00\" is read as a number by other programs without quotation "
          + "marks. Write \"08:00\".",
        "study.yaml:4:4: d: \"ofice\" is unknown. Did you mean \"office\"? "
          + "Accepted: office, flexible.",
        "study.yaml:5:4: e: \"true\" is neither true nor false. Write true.",
        "study.yaml:6:4: f: \"2023-02-29\" does not exist: month 2 of that year has 28 days. "
          + "Correct the day.",
      ])
  }

  @Test("complaints are given in Indonesian as well")
  func indonesian() {
    let log = DiagnosticLog()
    let source = SourceFile(name: "studi.yaml", bytes: "bagian: 12.300\n".utf8)
    _ = YAMLFile.read(source, log: log) { $0.required("bagian")?.number(isMoney: true) }
    #expect(
      FixtureFile.complaints(log, in: .indonesian) == [
        "studi.yaml:1:9: bagian: \"12.300\" dapat dibaca sebagai 12.3 atau 12300. Tulis salah satu."
      ])
  }
}
