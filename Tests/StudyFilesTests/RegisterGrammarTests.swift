import StudyFiles
import Testing

@Suite("Cells of the register")
struct RegisterGrammarTests {
  @Test(
    "an identifier is kept as text",
    arguments: [
      ("198001312005011003", "198001312005011003"), ("19800131 200501 1 003", "198001312005011003"),
      ("'198001312005011003", "198001312005011003"),
      ("=\"198001312005011003\"", "198001312005011003"), ("=\"A 17\"", "A 17"), ("A.17", "A.17"),
      ("1980.0", "1980.0"), ("A-17", "A-17"), ("E12", "E12"),
      ("3273010101800001", "3273010101800001"), ("1E", "1E"),
    ])
  func identifiers(text: String, kept: String) throws {
    #expect(try RegisterGrammar.identifier(text) == kept)
  }

  @Test(
    "an identifier spoilt by a spreadsheet is refused",
    arguments: [
      "1,985E+17", "1.985E+17", "1.98501312005011E17", "2E+17", "198501312005011000",
      "198501312005011003.0", "198501312005011003,00",
    ])
  func spoilt(text: String) {
    #expect(throws: RegisterFault.spoiltIdentifier(text: text)) {
      try RegisterGrammar.identifier(text)
    }
  }

  @Test("sex is L or P or the full Indonesian word; M and F are refused")
  func sex() throws {
    for text in ["L", "l", "Laki-laki", "LAKI-LAKI"] {
      #expect(try RegisterGrammar.sex(text) == "L")
    }
    for text in ["P", "p", "Perempuan"] { #expect(try RegisterGrammar.sex(text) == "P") }
    for text in ["M", "F", "Pria", "Wanita", ""] {
      #expect(throws: RegisterFault.notASex(text: text)) { try RegisterGrammar.sex(text) }
    }
  }

  @Test(
    "grades are brought to one spelling",
    arguments: [
      ("III/d", "III/d"), ("iii/D", "III/d"), ("III / a", "III/a"), ("IV/e", "IV/e"),
      ("III", "III"),
      ("XVII", "XVII"), ("ix", "IX"),
    ])
  func grades(text: String, grade: String) throws {
    #expect(try RegisterGrammar.grade(text) == grade)
  }

  @Test(
    "other grades are refused with the nearest",
    arguments: [
      ("IIId", "III/d"), ("III-d", "III/d"), ("3/d", "III/d"), ("III/e", nil), ("V/a", nil),
      ("XVIII", nil), ("", nil), ("/", nil),
    ] as [(String, String?)])
  func wrongGrades(text: String, nearest: String?) {
    #expect(throws: RegisterFault.notAGrade(text: text, nearest: nearest)) {
      try RegisterGrammar.grade(text)
    }
  }

  @Test("flags are true, ya or 1 against false, tidak or 0")
  func flags() throws {
    for text in ["true", "TRUE", "ya", "1"] { #expect(try RegisterGrammar.flag(text)) }
    for text in ["false", "Tidak", "0"] { #expect(try !RegisterGrammar.flag(text)) }
    #expect(throws: Problem.name(.notAFlag(text: "yes", write: "true"))) {
      try RegisterGrammar.flag("yes")
    }
    #expect(throws: Problem.name(.notAFlag(text: "2", write: nil))) {
      try RegisterGrammar.flag("2")
    }
  }
}

@Suite("The nearest name")
struct NearestNameTests {
  @Test(
    "two letters may differ, or one name begins with the other",
    arguments: [
      ("flexible_dayss", "flexible_days"), ("flexibel_days", "flexible_days"),
      ("flex", "flexible_days"),
      ("flexible-days", "flexible_days"), ("ofice_days", "office_days"), ("xyz", nil), ("", nil),
      ("cao", "cap"), ("dog", nil), ("office_days_per_week", "office_days"),
    ] as [(String, String?)])
  func nearest(found: String, expected: String?) {
    #expect(
      NearestName.find(found, in: ["flexible_days", "office_days", "cap", "schedule"]) == expected)
  }
}
