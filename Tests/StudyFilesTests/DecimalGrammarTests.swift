import StudyFiles
import Testing

@Suite("Numbers follow one grammar")
struct DecimalGrammarTests {
  @Test(
    "digits with an optional minus and decimals are read exactly",
    arguments: [
      ("0", 0), ("7", 7), ("-3", -3), ("12.5", 12.5), ("-0.25", -0.25), ("1000000", 1_000_000),
      ("0.1", 0.1), ("12.300", 12.3), ("123456789012345678", 123_456_789_012_345_680),
      ("0.12345678901234567", 0.12345678901234567), ("-0", 0), (" 42 ", 42), ("0.300", 0.3),
    ] as [(String, Double)])
  func readsNumbers(text: String, value: Double) throws {
    #expect(try DecimalGrammar().number(text) == value)
    #expect(try DecimalGrammar().number(text).sign == value.sign)
  }

  @Test(
    "every other spelling is refused with what to write",
    arguments: [
      ("0100", .leadingZero(text: "0100", write: "100")),
      ("-007.50", .leadingZero(text: "-007.50", write: "-7.5")),
      ("12:30", .time(text: "12:30")),
      ("1e5", .exponent(text: "1e5", write: "100000")),
      ("1.985E+17", .exponent(text: "1.985E+17", write: nil)),
      ("2e-3", .exponent(text: "2e-3", write: "0.002")),
      ("1_000", .underscore(text: "1_000", write: "1000")),
      (".5", .missingDigit(text: ".5", write: "0.5")),
      ("5.", .missingDigit(text: "5.", write: "5")),
      ("NaN", .notFinite(text: "NaN")),
      (".inf", .notFinite(text: ".inf")),
      ("0x10", .hexadecimal(text: "0x10", write: "16")),
      ("+5", .plusSign(text: "+5", write: "5")),
      ("50%", .percent(text: "50%", write: "0.5")),
      ("7,5 %", .percent(text: "7,5 %", write: "0.075")),
      ("125%", .percent(text: "125%", write: "1.25")),
      ("12,5", .decimalComma(text: "12,5", write: "12.5")),
      ("12,300", .ambiguous(text: "12,300", readings: ["12.3", "12300"])),
      ("1.250.000", .grouped(text: "1.250.000", write: "1250000")),
      ("1,250,000.50", .grouped(text: "1,250,000.50", write: "1250000.5")),
      ("1.250,5", .grouped(text: "1.250,5", write: "1250.5")),
      ("1.2.3", .notANumber(text: "1.2.3")),
      ("Rp 7650", .currency(text: "Rp 7650", write: "7650")),
      ("Rp10.000", .currency(text: "Rp10.000", write: nil)),
      ("twelve", .notANumber(text: "twelve")),
      ("12 km", .notANumber(text: "12 km")),
      ("-", .notANumber(text: "-")),
      ("", .notANumber(text: "")),
      ("--5", .notANumber(text: "--5")),
    ] as [(String, NumberFault)])
  func refuses(text: String, fault: NumberFault) {
    #expect(throws: fault) { try DecimalGrammar().number(text) }
  }

  @Test("money with three digits after one mark is refused with both readings")
  func moneyIsDoubtful() throws {
    let money = DecimalGrammar(isMoney: true)
    #expect(throws: NumberFault.ambiguous(text: "12.300", readings: ["12.3", "12300"])) {
      try money.number("12.300")
    }
    for (text, readings) in [("1.600", ["1.6", "1600"]), ("350.000", ["350", "350000"])] {
      #expect(throws: NumberFault.ambiguous(text: text, readings: readings)) {
        try money.number(text)
      }
    }
    #expect(try money.number("12.30") == 12.3)
    #expect(try money.number("1234.500") == 1234.5)
    #expect(try money.number("0.125") == 0.125)
  }

  @Test("a decimal comma turns the marks round")
  func decimalComma() throws {
    let comma = DecimalGrammar(mark: .comma)
    #expect(try comma.number("12,5") == 12.5)
    #expect(try comma.number("12,300") == 12.3)
    #expect(throws: NumberFault.decimalPoint(text: "12.5", write: "12,5")) {
      try comma.number("12.5")
    }
    #expect(throws: NumberFault.ambiguous(text: "12.300", readings: ["12,3", "12300"])) {
      try comma.number("12.300")
    }
    #expect(throws: NumberFault.ambiguous(text: "12,300", readings: ["12,3", "12300"])) {
      try DecimalGrammar(mark: .comma, isMoney: true).number("12,300")
    }
  }

  @Test("a number of more than thirty characters is refused")
  func tooLong() {
    #expect(throws: NumberFault.tooLong(text: String(repeating: "9", count: 31), limit: 30)) {
      try DecimalGrammar().number(String(repeating: "9", count: 31))
    }
  }

  @Test("a whole number has no decimals, not even zeros")
  func integers() throws {
    #expect(try DecimalGrammar().integer("20230619") == 20_230_619)
    #expect(throws: NumberFault.notAnInteger(text: "3.0")) { try DecimalGrammar().integer("3.0") }
    let most = 9_007_199_254_740_991.0
    #expect(
      throws: NumberFault.outOfRange(text: "99999999999999999999", range: -most...most)
    ) {
      try DecimalGrammar().integer("99999999999999999999")
    }
  }

  @Test("what a number is printed as is read back to the same value")
  func readsBackItsOwnDigits() throws {
    var state: UInt64 = 20_230_619
    for _ in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(Int64(bitPattern: state) >> 24) / 1024
      #expect(try DecimalGrammar().number("\(value)") == Double("\(value)"), "\(value)")
    }
  }
}
