import HybridWork
import Testing

@Suite("places of identifiers")
struct CasePlacesTests {
  @Test("each case of each enumeration has its place among all cases")
  func places() {
    #expect(LedgerItem.allCases.map(\.ordinal) == Array(LedgerItem.allCases.indices))
    #expect(AssumptionID.allCases.map(\.ordinal) == Array(AssumptionID.allCases.indices))
    #expect(Outcome.allCases.map(\.ordinal) == Array(Outcome.allCases.indices))
  }
}
