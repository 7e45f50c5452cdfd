import Foundation
import Testing

@Suite("docs/claims.md")
struct ClaimsPageTests {
  @Test("the page is what its command prints")
  func printed() throws {
    let page = try String(
      contentsOf: Program.root.appendingPathComponent("docs/claims.md"), encoding: .utf8)
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    let command = try #require(lines.first { $0.hasPrefix("luwes claim all ") })
    let run = try Program.run(command.split(separator: " ").dropFirst().map(String.init))
    #expect(run.exitCode == 0, "\(run.complaints)")
    let marked = try #require(page.components(separatedBy: "<!-- claims: begin -->").last)
    let block = try #require(marked.components(separatedBy: "<!-- claims: end -->").first)
    let blocks = block.components(separatedBy: "```\n")
    try #require(blocks.count == 3, "one block of output; .ci/claims.py writes it")
    #expect(blocks[1] == run.output)
    // The claims of the sources are all there.
    for claim in [
      "20% of running cost", "30% saved", "75% of electricity", "One fifth of the petrol",
      "122 and 157 awards", "Generation Z is 30%",
    ] {
      #expect(blocks[1].contains(claim), "\(claim)")
    }
  }
}
