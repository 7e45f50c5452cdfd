import HybridWork
import Simulation
import StudyFiles
import Testing

@Suite("The register of assumptions, and claims")
struct EvidenceTests {
  private func register() throws -> EvidenceRegister {
    let log = DiagnosticLog()
    let register = EvidenceRegister.load(
      folder: FixtureFile.path("../../../scenarios/assumptions"), log: log)
    #expect(log.diagnostics.map { $0.text(in: .english) } == [])
    return try #require(register)
  }

  private func fact(_ id: String, in register: EvidenceRegister) throws -> EvidenceFact {
    let facts = register.entries.compactMap { entry -> EvidenceFact? in
      if case .fact(let fact) = entry.content, fact.id == id { return fact }
      return nil
    }
    return try #require(facts.first, "\(id)")
  }

  @Test("states every assumption with source, date, code and scope; judgement says it is one")
  func complete() throws {
    let register = try register()
    var stated: Set<AssumptionID> = []
    for entry in register.entries {
      #expect(!entry.provenance.source.isEmpty)
      guard case .assumption(let assumption) = entry.content else { continue }
      stated.insert(assumption.id)
      #expect(assumption.scope != nil, "\(assumption.id)")
      if assumption.provenance.confidence.isAssumption {
        #expect(assumption.provenance.source.hasPrefix("assumption:"), "\(assumption.id)")
      }
      for other in assumption.alternatives { #expect(!other.provenance.source.isEmpty) }
    }
    #expect(stated == Set(AssumptionID.allCases))
  }

  @Test("Setda's saving is 9 to 10% of its bill, and the bill fell as much the month before")
  func setda() throws {
    let register = try register()
    func value(_ id: String) throws -> Double { try fact(id, in: register).value.lowerBound }
    let saving = try value("setda-saving")
    let (august, september) = (
      try value("setda-bill-august"), try value("setda-bill-september")
    )
    #expect(abs(saving / august - 0.0928) < 1e-4)
    #expect(abs(saving / september - 0.1035) < 1e-4)
    let fall = (august - september) / august
    #expect(abs(fall - 0.1034) < 1e-4)
    // The claims' file calls a saving of that size ordinary noise.
    let claims = try claims()
    let noise = try #require(claims.noise.first { $0.subject == .electricity })
    #expect(abs(noise.share - fall) < 1e-3)
    let claim = try #require(claims.claims.first { $0.id == "setda-ten-percent" })
    #expect(abs(claim.change) <= noise.share)
    // All agencies' 57 million for 8,871 people: 6,425 each a month.
    let each = try value("all-agencies-saving") / value("west-java-staff-non-teaching")
    #expect(abs(each - 6_425) < 1)
  }

  @Test("published figures of fuel and meals are what their parts give")
  func publishedFigures() throws {
    let register = try register()
    // Bitung: 75% of 5,229 in private vehicles, a quarter of them cars.
    let riders = 5_229 * 0.75
    let staff = riders * 0.25 * 4 + riders * 0.75 * 1
    let official = 273 * 4.0 + 625
    let total = try fact("bitung-fuel", in: register).value.lowerBound
    #expect(abs(staff + official - total) < 2)
    #expect(abs(official / 5_229 - 0.328) < 1e-3)
    let meal = try fact("meal-allowance-weighted", in: register).value.lowerBound
    #expect(abs(0.171 * 35_000 + 0.601 * 37_000 + 0.228 * 41_000 - meal) < 1)
    // 29.2 million is one dark day in five at about half of the building's use.
    #expect(abs(29.201432 / 314.63 * 5 - 0.464) < 1e-3)
  }

  private func claims() throws -> ClaimsFile {
    let log = DiagnosticLog()
    let path = FixtureFile.path("../../../scenarios/claims/indonesia.yaml")
    let file = ClaimsFile.load(path: path, name: "claims", log: log)
    #expect(log.diagnostics.map { $0.text(in: .english) } == [])
    return try #require(file)
  }

  @Test("the claims of the sources are there, those about feelings and prizes without a number")
  func claimsOfSources() throws {
    let claims = try claims().claims
    #expect(claims.count >= 15)
    for claim in claims where !claim.subject.isModelled { #expect(claim.change == 0) }
    let sizes = Set(claims.map(\.change))
    #expect(sizes.isSuperset(of: [-0.2, -0.3, -0.75, 0.3]))
    #expect(Set(claims.map(\.subject)).isSuperset(of: [.awards, .stress, .nationalFuel]))
  }

  @Test("a claim typed in: a word of either language and a signed percentage")
  func grammar() throws {
    #expect(try ClaimGrammar.claim("electricity -75%").change == -0.75)
    #expect(try ClaimGrammar.claim("Listrik -7,5%").change == -0.075)
    #expect(try ClaimGrammar.claim("kinerja 0%").subject == .output)
    #expect(try ClaimGrammar.claim("stress").subject == .stress)
    #expect(throws: ClaimGrammar.Fault.form("listrik")) { try ClaimGrammar.claim("listrik") }
    #expect(throws: ClaimGrammar.Fault.percentage("75")) {
      try ClaimGrammar.claim("listrik 75")
    }
    #expect(throws: ClaimGrammar.Fault.percentage("-750%")) {
      try ClaimGrammar.claim("listrik -750%")
    }
    #expect(throws: ClaimGrammar.Fault.unknownSubject("listrk", nearest: "listrik")) {
      try ClaimGrammar.claim("listrk -5%")
    }
  }

  @Test("West Java's meetings are in its 27 districts, farther ones with more kilometres")
  func meetings() throws {
    let log = DiagnosticLog()
    let path = FixtureFile.path("../../../scenarios/west-java-mkd")
    let study = try #require(StudyLoader.load(path, log: log)?.study)
    #expect(study.meetings.count == 27)
    #expect(study.budget == .apbdProvince)
    let online = try #require(study.policies.first { $0.id == "rapat-daring" })
    #expect(online.levers.meetingsOnlineShare == 0.5)
    #expect(!online.levers.schedule.offersFlexibleDays)
    let near = try #require(study.meetings.first { $0.place == "Kota Cimahi" })
    #expect(study.meetings.allSatisfy { $0.kilometres >= near.kilometres || $0.days == 0 })
  }
}
