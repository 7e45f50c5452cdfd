import Testing

@Suite("what explain and unlock say")
struct ExplainTests {
  @Test("a hypothetical person gets every rule, what was found and what would have to change")
  func hypothetical() throws {
    let run = try Program.run([
      "explain", "scenarios/bandung-city", "--hypothetical",
      "talent_box=5, laptop=true, bandwidth_mbps=8", "--policies", "mkd-boxes-45789", "--lang",
      "en",
    ])
    #expect(run.exitCode == 0, "\(run.complaints)")
    #expect(run.output.contains("Hypothetical person: not eligible"))
    #expect(run.output.contains("✓ passed: Talent box 4,5,7,8,9 — talent_box = meets-middle"))
    #expect(run.output.contains("? cannot be assessed yet (counts as failed)"))
    #expect(run.output.contains("laptop = true, bandwidth_mbps = 8"))
    #expect(run.output.contains("    to pass: bandwidth_mbps ≥ 10\n"))
  }

  @Test("a slip in a hypothetical person ends with 65 and names the nearest column")
  func slip() throws {
    let run = try Program.run([
      "explain", "scenarios/bandung-city", "--hypothetical", "bandwith_mbps=8", "--lang", "en",
    ])
    #expect(run.exitCode == 65)
    #expect(run.complaints.contains("Did you mean \"bandwidth_mbps\"?"))
    #expect(run.output.isEmpty)
  }

  @Test("a person and a hypothetical person at once end with 64")
  func both() throws {
    let run = try Program.run([
      "explain", "scenarios/bandung-city", "--person", "S-000001", "--hypothetical", "laptop=ya",
    ])
    #expect(run.exitCode == 64)
  }

  @Test("unlock ranks remedies by cost, says what is assumed and what has no price")
  func unlock() throws {
    let run = try Program.run([
      "unlock", "scenarios/bandung-city", "--policy", "permenpanrb-4-2025", "--lang", "en",
    ])
    #expect(run.exitCode == 0, "\(run.complaints)")
    let lines = run.output.split(separator: "\n").map(String.init)
    let steps = lines.filter { $0.contains(" unlock ") }
    #expect(steps.count == 3)
    #expect(steps.first?.hasPrefix("- Home internet for a year (price assumed) for Rp ") == true)
    #expect(steps.allSatisfy { $0.hasSuffix(" flexible days a week") })
    #expect(lines.contains { $0.hasPrefix("- no price: No direct service to the public: ") })
    #expect(
      lines.contains(
        "- no price: Not under or in disciplinary process: "
          + "not shown (too few people)"))
    #expect(lines.last?.hasSuffix("[J]") == true)
  }

  @Test("unlock is Indonesian unless English is asked for, and knows the study's policies only")
  func unlockLanguage() throws {
    let run = try Program.run([
      "unlock", "scenarios/bandung-city", "--policy", "permenpanrb-4-2025",
    ])
    #expect(run.output.contains("hari fleksibel per minggu"))
    let other = try Program.run(["unlock", "scenarios/bandung-city", "--policy", "permen"])
    #expect(other.exitCode == 65)
    #expect(other.complaints.contains("permenpanrb-4-2025"))
  }
}
