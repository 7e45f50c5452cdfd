import HybridWork
import TestSupport
import Testing

@Suite("Counters, peaks and backlogs")
struct ServiceTests {
  private let provenance = Provenance(
    source: "made up", date: day("2024-01-01"), confidence: .judgement)

  private func peak(_ period: DemandPeak.Period, _ factor: Double) -> DemandPeak {
    DemandPeak(
      title: Bilingual(id: "a", en: "b"), period: period, factor: factor, provenance: provenance)
  }

  /// Open 8.00-9.00 and 9.30-10.00 with a break of a half hour; 100 visitors, 20 in the break.
  private func counter(_ terms: CounterTerms, standardMinutes: Double = 15) -> CounterService {
    let slots = [(480, 2.0, false), (510, 4, false), (540, 2, true), (570, 2, false)].map {
      DaySlot(start: minutes($0), share: $1, isOpen: !$2, isBreak: $2)
    }
    return CounterService(
      counters: 3,
      demand: CounterService.Demand(
        visitorsPerDay: 100, weekdayWeights: [1, 1, 1, 1, 1, 0, 0], slots: slots),
      handlingMinutes: 3,
      standard: CounterService.Standard(share: 0.8, withinMinutes: standardMinutes), terms: terms)
  }

  @Test("a closed break has arrivals but no need and nobody who serves")
  func closedBreak() {
    let counter = counter(CounterTerms())
    #expect(counter.slots.map(\.share) == [0.2, 0.4, 0.2, 0.2])
    #expect(counter.openSlots == [0, 1, 3])
    #expect(counter.halfHours.map(\.minutes) == [480, 510, 570])
    // 20 of 100 citizens in a half hour are 40 an hour.
    #expect(abs(counter.arrivalsPerHour(on: .monday, slot: 2) - 40) < 1e-12)
    #expect(counter.need(on: .monday, slot: 2) == 0)
    #expect(counter.serving(9, slot: 2) == 0)
    #expect(counter.serving(9, slot: 1) == 3)
    #expect(counter.need(on: .saturday, slot: 1) == 0)
  }

  @Test("in a break with half of the staff the half is rounded up")
  func halfStaff() {
    var terms = CounterTerms()
    terms.breakRule = .halfStaff
    terms.otherStaffedCounters = 1
    let counter = counter(terms)
    #expect(counter.openSlots == [0, 1, 2, 3])
    #expect(counter.need(on: .monday, slot: 2) > 0)
    #expect([0, 1, 2, 3, 9].map { counter.serving($0, slot: 2) } == [1, 2, 2, 3, 3])
    #expect([0, 1, 3, 9].map { counter.serving($0, slot: 0) } == [1, 2, 4, 4])
  }

  @Test("counters of other agencies lower what its own staff must run")
  func otherAgencies() {
    var terms = CounterTerms()
    let alone = counter(terms)
    // 80 an hour of 3 minutes are 4 erlangs: more than 4 servers.
    #expect(alone.need(on: .monday, slot: 1) == alone.ownNeed(on: .monday, slot: 1))
    #expect(alone.ownNeed(on: .monday, slot: 1) >= 5)
    terms.otherStaffedCounters = 2
    let shared = counter(terms)
    #expect(shared.need(on: .monday, slot: 1) == alone.need(on: .monday, slot: 1))
    #expect(shared.ownNeed(on: .monday, slot: 1) == alone.need(on: .monday, slot: 1) - 2)
    terms.otherStaffedCounters = 50
    #expect(counter(terms).ownNeed(on: .monday, slot: 1) == 0)
  }

  @Test("online citizens never come, those at the door come before opening, none is lost")
  func channels() {
    var terms = CounterTerms()
    terms.onlineShare = 0.25
    terms.waitingAtOpening = 0.2
    terms.waitingBeforeMinutes = 30
    let counter = counter(terms)
    #expect(counter.onlineCitizens(on: .monday) == 25)
    #expect(counter.visitors(on: .monday) == 75)
    #expect(counter.waitingAtDoor(on: .monday) == 15)
    let later = counter.slots.indices.reduce(0) {
      $0 + counter.arrivalsPerHour(on: .monday, slot: $1) / 2
    }
    #expect(abs(later + 15 + 25 - 100) < 1e-12)
  }

  @Test("those at the door are to be served within the standard's minutes after opening")
  func needAtOpening() {
    var terms = CounterTerms()
    let without = counter(terms)
    terms.waitingAtOpening = 0.5
    terms.waitingBeforeMinutes = 30
    let with = counter(terms)
    // 50 at the door and 10 arrivals in the first half hour are 120 an hour, 6 erlangs.
    #expect(with.need(on: .monday, slot: 0) >= 7)
    #expect(without.need(on: .monday, slot: 0) < 5)
    // The second half hour loses half of its arrivals to the door: 40 an hour, 2 erlangs.
    #expect(with.need(on: .monday, slot: 1) == without.need(on: .monday, slot: 0))
    // Within an hour the door is spread over two half hours.
    let patient = counter(terms, standardMinutes: 60)
    #expect(patient.need(on: .monday, slot: 0) < with.need(on: .monday, slot: 0))
    #expect(patient.need(on: .monday, slot: 1) > 2)
  }

  @Test("peaks multiply, between dates and on days of every month")
  func peaks() throws {
    var terms = CounterTerms()
    terms.peaks = [
      peak(.dates([day("2025-06-01")...day("2025-06-30")]), 1.5),
      peak(.daysOfMonth([25...28]), 1.2),
      peak(.daysOfMonth([1...3, 28...31]), 2),
    ]
    let counter = counter(terms)
    #expect(counter.demandFactor(on: day("2025-05-24")) == 1)
    #expect(counter.demandFactor(on: day("2025-06-01")) == 3)
    #expect(counter.demandFactor(on: day("2025-06-24")) == 1.5)
    #expect(abs(counter.demandFactor(on: day("2025-06-25")) - 1.8) < 1e-12)
    #expect(abs(counter.demandFactor(on: day("2025-06-28")) - 3.6) < 1e-12)
    #expect(counter.demandFactor(on: day("2025-07-25")) == 1.2)
    // The need on a peak's day is that of the load.
    #expect(
      counter.need(on: .monday, slot: 1, load: 2) > counter.need(on: .monday, slot: 1))
  }

  @Test("a backlog's cases follow the week and its peaks")
  func backlog() {
    let backlog = BacklogService(
      demand: BacklogService.Demand(
        casesPerDay: 40, weekdayWeights: [3, 1, 1, 1, 0, 0, 0],
        peaks: [peak(.dates([day("2025-12-29")...day("2025-12-31")]), 4)], openingBacklog: 10),
      handlingMinutes: 30, standard: BacklogService.Standard(share: 0.9, withinDays: 2),
      hoursShare: 0.5)
    // Four days of weight 6 in all: Monday has twice the mean.
    #expect(backlog.expectedCases(on: day("2025-12-22")) == 80)
    #expect(abs(backlog.expectedCases(on: day("2025-12-30")) - 40 * 4 * 4 / 6) < 1e-9)
    #expect(backlog.expectedCases(on: day("2025-12-26")) == 0)
    let service = Service(
      id: "a", title: Bilingual(id: "a", en: "b"), kind: .backlog(backlog), openOn: [.monday],
      provenance: provenance)
    #expect(service.counter == nil && !service.needsPeopleOnSite && service.district == nil)
  }

  @Test("open half hours alone get a closed break without arrivals between them")
  func gaps() {
    let slots = DaySlot.day(
      halfHours: [minutes(480), minutes(570), minutes(600)], weights: [1, 2, 3])
    #expect(slots.map(\.start.minutes) == [480, 510, 540, 570, 600])
    #expect(slots.map(\.share) == [1, 0, 0, 2, 3])
    #expect(slots.map(\.isOpen) == [true, false, false, true, true])
    #expect(slots.map(\.isBreak) == [false, true, true, false, false])
  }
}
