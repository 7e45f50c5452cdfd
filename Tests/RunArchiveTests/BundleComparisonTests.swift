import RunArchive
import Testing

@Suite("a bundle beside its run")
struct BundleComparisonTests {
  private static let header =
    "scenario,group,outcome,unit,direction,mean,sd,p05,p50,p95,difference_mean,difference_p05,"
    + "difference_p95,probability_better,probability_equal\r\n"

  private func table(_ rows: [String]) -> String {
    Self.header + rows.map { $0 + "\r\n" }.joined()
  }

  @Test(
    "a figure may be apart by 5% or by a tenth of its 90% range",
    arguments: [(104.9, true), (105.1, false), (94.9, false)])
  func relative(_ made: Double, _ holds: Bool) throws {
    let comparison = BundleComparison(
      original: table(["a,all,fuel_litres,litres,maximise,100,1,99,100,101,,,,,"]),
      bundle: table(["a,all,fuel_litres,litres,maximise,\(made),1,99,100,101,,,,,"]))
    #expect(comparison.lines.map(\.holds) == [holds])
    let wide = BundleComparison(
      original: table(["a,all,fuel_litres,litres,maximise,100,1,0,100,200,,,,,"]),
      bundle: table(["a,all,fuel_litres,litres,maximise,119,1,99,100,101,,,,,"]))
    #expect(wide.lines.map(\.holds) == [true])
  }

  @Test(
    "a difference of nothing may be apart by half a per cent of the level",
    arguments: [
      (0.0049, true), (0.0051, false),
    ])
  func ofNothing(_ made: Double, _ holds: Bool) {
    let comparison = BundleComparison(
      original: table(["a,all,coverage,share,maximise,1,0,1,1,1,0,0,0,,"]),
      bundle: table(["a,all,coverage,share,maximise,1,0,1,1,1,\(made),0,0,,"]))
    #expect(comparison.lines.map(\.holds) == [true, holds])
  }

  @Test("groups and figures that are not there are not compared")
  func onlyEveryone() {
    let rows = ["a,sex:P,fuel_litres,litres,maximise,1,0,1,1,1,,,,,", "a,all,x,y,info,,,,,,,,,,"]
    #expect(BundleComparison(original: table(rows), bundle: table(rows)).lines.isEmpty)
  }
}
