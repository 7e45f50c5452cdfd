import RunArchive
import Testing

@Suite("Recorded and computed tables")
struct TableComparisonTests {
  private let recorded = "a,b\r\nx,1.000000000\r\ny,-2e3\r\n"

  @Test("numbers that differ in the last digits agree")
  func nearly() {
    #expect(
      TableComparison(recorded: recorded, computed: "a,b\r\nx,1.0000000009\r\ny,-2000\r\n")
        .difference == nil)
  }

  @Test(
    "a word, a number, an empty field and a missing line are differences, each with its line",
    arguments: [
      ("a,b\r\nz,1\r\ny,-2e3\r\n", 2, "x", "z"),
      ("a,b\r\nx,1.00000001\r\ny,-2e3\r\n", 2, "1.000000000", "1.00000001"),
      ("a,b\r\nx,\r\ny,-2e3\r\n", 2, "1.000000000", ""), ("a,b\r\nx,1\r\n", 3, "y", ""),
      ("a,b\r\nx,1\r\ny,2e3\r\n", 3, "-2e3", "2e3"), ("a,b\r\nx,1\r\ny,0\r\n", 3, "-2e3", "0"),
    ])
  func differences(computed: String, line: Int, was: String, is: String) {
    let difference = TableComparison(recorded: recorded, computed: computed).difference
    #expect(difference?.line == line)
    #expect(difference?.recorded == was)
    #expect(difference?.computed == `is`)
  }
}
