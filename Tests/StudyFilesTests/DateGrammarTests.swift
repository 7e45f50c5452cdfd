import HybridWork
import StudyFiles
import Testing

@Suite("Dates and times of day")
struct DateGrammarTests {
  @Test(
    "a table gives dates in five forms",
    arguments: [
      ("1980-01-31", "1980-01-31"), ("31-01-1980", "1980-01-31"), ("31/01/1980", "1980-01-31"),
      ("1/2/1980", "1980-02-01"), ("31 Januari 1980", "1980-01-31"), ("31 Jan 1980", "1980-01-31"),
      ("5 MEI 1975", "1975-05-05"), ("17 agustus 1990", "1990-08-17"), ("1 Okt 2001", "2001-10-01"),
      ("9 Des 1999", "1999-12-09"), ("29-02-2000", "2000-02-29"),
    ])
  func tableForms(text: String, iso: String) throws {
    #expect(try DateGrammar.tabulated(text).iso == iso)
  }

  @Test(
    "a date that cannot be is refused with the reason",
    arguments: [
      ("29-02-1900", .noSuchDay(text: "29-02-1900", month: 2, daysInMonth: 28)),
      ("2023-02-29", .noSuchDay(text: "2023-02-29", month: 2, daysInMonth: 28)),
      ("31/04/1980", .noSuchDay(text: "31/04/1980", month: 4, daysInMonth: 30)),
      ("00-01-1980", .noSuchDay(text: "00-01-1980", month: 1, daysInMonth: 31)),
      ("01/31/1980", .noSuchMonth(text: "01/31/1980", month: 31)),
      (
        "31 January 1980",
        .unknownMonth(text: "31 January 1980", name: "January", nearest: "Januari")
      ),
      ("31-01-80", .twoDigitYear(text: "31-01-80")),
      ("1980", .bareYear(text: "1980")),
      ("29251", .serialNumber(text: "29251")),
      ("31-01-1880", .yearOutOfRange(text: "31-01-1880", range: 1900...2199)),
      ("31 01 1980", .notADate(text: "31 01 1980")),
      ("31-01/1980", .notADate(text: "31-01/1980")),
      ("1980-1-31", .notADate(text: "1980-1-31")),
      ("yesterday", .notADate(text: "yesterday")),
      ("--", .notADate(text: "--")),
      ("", .notADate(text: "")),
    ] as [(String, DateFault)])
  func refuses(text: String, fault: DateFault) {
    #expect(throws: fault) { try DateGrammar.tabulated(text) }
  }

  @Test("only YYYY-MM-DD is accepted in files written by hand")
  func writtenForm() throws {
    #expect(try DateGrammar.written("2023-06-19").iso == "2023-06-19")
    #expect(throws: DateFault.notISO(text: "19-06-2023", write: "2023-06-19")) {
      try DateGrammar.written("19-06-2023")
    }
    #expect(throws: DateFault.notISO(text: "19 Juni 2023", write: "2023-06-19")) {
      try DateGrammar.written("19 Juni 2023")
    }
  }

  @Test("a bare year of birth means its first of July")
  func yearOfBirth() throws {
    #expect(try DateGrammar.birth("1980").iso == "1980-07-01")
    #expect(try DateGrammar.birth("31-01-1980").iso == "1980-01-31")
    #expect(throws: DateFault.yearOutOfRange(text: "1080", range: 1900...2199)) {
      try DateGrammar.birth("1080")
    }
  }

  @Test("times run from 00:00 to 24:00 with two digits each")
  func times() throws {
    #expect(try DateGrammar.time("08:30").minutes == 510)
    #expect(try DateGrammar.time("24:00").minutes == 1440)
    for text in ["8:30", "24:01", "08.30", "08:60", "08:30:00", "", "::"] {
      #expect(throws: DateFault.notATime(text: text)) { try DateGrammar.time(text) }
    }
  }

  @Test("every month has its days, in common, leap and century years")
  func daysOfMonths() {
    for (year, february) in [(1999, 28), (2000, 29), (2024, 29), (2100, 28)] {
      let days = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (index, last) in days.enumerated() {
        #expect(throws: Never.self) { try DateGrammar.tabulated("\(last)-\(index + 1)-\(year)") }
        let text = "\(last + 1)-\(index + 1)-\(year)"
        #expect(throws: DateFault.noSuchDay(text: text, month: index + 1, daysInMonth: last)) {
          try DateGrammar.tabulated(text)
        }
      }
    }
  }
}
