import HybridWork
import Populations
import Statistics
import Testing

@Suite("people who stand in for a register")
struct StandInTests {
  private static let smallest = 10

  /// 600 people in four units, one of them tiny, with texts and numbers that are each one's own.
  private static func register(reversed: Bool = false) throws -> Population {
    let key = RandomKey(seed: 9)
    func draw(_ person: Int, _ purpose: String, below bound: Int) -> Int {
      Int(key.child(purpose).index(below: UInt64(bound), UInt64(person)))
    }
    let people = reversed ? Array((0..<600).reversed()) : Array(0..<600)
    func category(_ column: RegisterColumn, _ value: (Int) -> String) -> ColumnValues {
      let texts = people.map(value)
      let levels: [String] =
        if case .category(let listed) = column.kind, !listed.isEmpty { listed } else {
          Set(texts).sorted()
        }
      return .category(
        CategoryColumn(
          levels: levels, codes: texts.map { UInt16(levels.firstIndex(of: $0) ?? 0) }))
    }
    let isCounter = { (person: Int) in person % 40 == 0 }
    return try Population(
      identifiers: people.map { "NIP-\(198_000_000 + $0 * 7919)" },
      unitNames: people.map { $0 < 4 ? "Rumah Budi" : "Dinas \(["A", "B", "C"][$0 % 3])" },
      columns: [
        .sex: category(.sex) { $0 % 2 == 0 ? "L" : "P" },
        .birthDate: .date(people.map { Int32(3000 + $0 * 17) }),
        .employmentStatus: category(.employmentStatus) { _ in "PNS" },
        .grade: category(.grade) { $0 % 50 == 0 ? "III/d Penata Sari" : "III/a" },
        .positionKind: category(.positionKind) { $0 == 0 ? "jpt" : "pelaksana" },
        .position: category(.position) { $0 % 60 == 0 ? "Ajudan Pak \($0)" : "Analis" },
        .taskClass: category(.taskClass) { isCounter($0) ? "place-bound" : "routine" },
        .directServiceShare: .number(people.map { isCounter($0) ? 0.8 : 0 }),
        .service: category(.service) { isCounter($0) ? "loket" : "none" },
        .commuteKilometres: .number(
          people.map { 1 + Double(draw($0, "km", below: 30_000)) / 1000 }),
        .commuteMode: category(.commuteMode) {
          draw($0, "mode", below: 3) == 0 ? "car" : "motorcycle"
        },
        .laptop: .flag(people.map { draw($0, "laptop", below: 4) == 0 ? .no : .yes }),
        .tenureMonths: .number(people.map { Double(draw($0, "tenure", below: 240)) }),
      ])
  }

  private static let terms = StandInTerms(
    smallestGroup: smallest, services: ["loket"], cuts: [.tenureMonths: [24]])

  private static func made(
    _ population: Population, seed: UInt64 = 1
  ) throws -> (columns: [String: [String]], staff: StandInRegister) {
    let staff = try StandInRegister(for: population, terms, seed: seed)
    return (Dictionary(uniqueKeysWithValues: staff.columns.map { ($0.name, $0.values) }), staff)
  }

  @Test("nothing of the register's texts, identifiers and dates of birth is in it")
  func nothingLeaks() throws {
    let population = try Self.register()
    let (columns, _) = try Self.made(population)
    let words = Set(columns.values.flatMap(\.self))
    for person in 0..<population.count {
      for column: RegisterColumn in [.identifier, .unit, .position, .birthDate] {
        let text = try #require(population.text(column, person: person))
        #expect(!words.contains(text), "\(column)")
      }
    }
    #expect(!words.contains { $0.contains("Sari") || $0.contains("Budi") || $0.contains("Pak") })
  }

  @Test("values of few people give way, and others stay within the smallest group of their number")
  func rareValuesGoAway() throws {
    let (columns, staff) = try Self.made(try Self.register())
    #expect(Set(columns["unit"] ?? []).count == 3)
    #expect(Set(columns["position"] ?? []).count == 2)
    // What stands behind the letter of a grade is free text.
    #expect(Set(columns["grade"] ?? []) == ["III/a", "III"])
    let senior = columns["grade"]?.count { $0 == "III" } ?? 0
    // Twelve people are hardly more than are shown at all: their number is off by fewer than that.
    #expect(abs(senior - 12) < Self.smallest)
    #expect(columns["position_kind"]?.contains("jpt") == false)
    #expect(staff.merged.contains { $0.column == .positionKind && $0.people == 1 })
    #expect(staff.merged.contains { $0.column == .unit && $0.people == 4 })
  }

  @Test("sums and shares of the whole staff stay")
  func totalsStay() throws {
    let population = try Self.register()
    let (columns, _) = try Self.made(population)
    func count(_ column: String, _ value: String) -> Int {
      columns[column]?.count { $0 == value } ?? 0
    }
    #expect(count("sex", "P") == 300)
    #expect(abs(count("laptop", "true") - population.flags(.laptop).count { $0 == .yes }) <= 3)
    let kilometres = (columns["commute_km"] ?? []).compactMap(Double.init).reduce(0, +)
    let real = population.numbers(.commuteKilometres).reduce(0, +)
    #expect(abs(kilometres / real - 1) < 0.005)
    // A rule's threshold parts the same number of people.
    let short = (columns["tenure_months"] ?? []).compactMap(Double.init).count { $0 < 24 }
    #expect(abs(short - population.numbers(.tenureMonths).count { $0 < 24 }) <= 1)
  }

  @Test("who serves a counter keeps the work of a counter")
  func jointValuesStay() throws {
    let (columns, _) = try Self.made(try Self.register())
    let services = columns["service"] ?? []
    #expect(services.count { $0 == "loket" } == 15)
    for (place, service) in services.enumerated() {
      #expect(columns["task_class"]?[place] == (service == "loket" ? "place-bound" : "routine"))
      #expect(columns["direct_service_share"]?[place] == (service == "loket" ? "0.80" : "0"))
    }
  }

  @Test("rows in another order give the same people; another seed gives others")
  func reproducible() throws {
    let one = try Self.made(try Self.register()).staff
    #expect(one.columns == (try Self.made(try Self.register(reversed: true)).staff.columns))
    #expect(one.columns != (try Self.made(try Self.register(), seed: 2).staff.columns))
  }

  @Test("a register smaller than the smallest group has no stand-in")
  func tooFew() throws {
    let terms = StandInTerms(smallestGroup: 601, services: [], cuts: [:])
    #expect(throws: StandInError.tooFewPeople(600, smallest: 601)) {
      _ = try StandInRegister(for: try Self.register(), terms, seed: 1)
    }
  }

  @Test("ranges of numbers end at a rule's threshold and keep the mean")
  func bins() {
    let values = (0..<100).map(Double.init) + [.nan]
    let bins = NumberBins(values, cuts: [24.5], smallest: 10, most: 5)
    #expect(bins.codes[24] != bins.codes[25])
    #expect(bins.codes[100] == nil)
    let sum = bins.codes.compactMap(\.self).reduce(0) { $0 + bins.means[$1] }
    #expect(abs(sum - 4950) < 1e-9)
    // Three people beyond the threshold are too few to be told apart.
    #expect(
      NumberBins(values, cuts: [2.5], smallest: 10, most: 5).codes[2]
        == NumberBins(values, cuts: [2.5], smallest: 10, most: 5).codes[3])
  }
}
