import ArgumentParser
import Foundation
import HybridWork
import Queueing

/// `luwes queue`: what citizens meet at a counter with a constant load, and the staff it needs.
struct Queue: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say how long citizens wait at a counter, and how many servers a standard needs.",
    discussion: """
      Poisson arrivals and exponential service times: Erlang A with --patience-minutes, Erlang C \
      without: the steady state. --simulate-days sets beside it days of eight hours that begin with \
      nobody inside, once solved and once simulated event by event, the latter also with service \
      times that vary otherwise (--service-cv).
      """)

  @Option(help: "Citizens who arrive in an hour.")
  var arrivalsPerHour: Double

  @Option(help: "The mean time of one service, in minutes.")
  var serviceMinutes: Double

  @Option(help: "How many serve.")
  var servers: Int

  @Option(help: "The mean time after which a waiting citizen leaves, in minutes.")
  var patienceMinutes: Double?

  @Option(help: "The wait within which service should start, in minutes.")
  var targetMinutes: Double

  @Option(help: "The share of arrivals whose service should start within the target.")
  var serviceLevel: Double = 0.8

  @Option(help: "Simulate so many days beside the formula.")
  var simulateDays: Int?

  @Option(help: "The coefficient of variation of simulated service times; 1 is exponential.")
  var serviceCv: Double?

  @Option(help: "The seed of the simulated days.")
  var seed: UInt64 = 1

  @Flag(help: "Print JSON with full precision.")
  var json = false

  @OptionGroup var language: LanguageOption

  func run() throws {
    do {
      try check()
      let figures = try figures()
      let days = try simulateDays.map(days)
      if json {
        print(QueueText.json(figures, days: days))
      } else {
        print(QueueText.table(figures, days: days, language: language.language))
      }
    } catch let complaint as QueueComplaint {
      complain(complaint.text(language.language))
      throw Exit.badInput
    } catch let error as QueueingError {
      complain(QueueComplaint(error).text(language.language))
      throw Exit.badInput
    }
  }

  private func check() throws(QueueComplaint) {
    func require(
      _ isSound: Bool, _ option: String, _ found: String, _ expected: Bilingual
    )
      throws(QueueComplaint)
    {
      if !isSound { throw .option(option, found: found, expected: expected) }
    }
    try require(
      targetMinutes >= 0 && targetMinutes.isFinite, "--target-minutes", "\(targetMinutes)",
      Bilingual(id: "angka mulai dari 0", en: "a number from 0"))
    try require(
      serviceLevel > 0 && serviceLevel < 1, "--service-level", "\(serviceLevel)",
      Bilingual(id: "angka antara 0 dan 1, seperti 0.8", en: "a number between 0 and 1, as 0.8"))
    try require(
      servers <= 100_000, "--servers", "\(servers)",
      Bilingual(id: "paling banyak 100000", en: "at most 100000"))
    try require(
      arrivalsPerHour / 60 * serviceMinutes <= 100_000 || arrivalsPerHour < 0 || serviceMinutes < 0,
      "--arrivals-per-hour", "\(arrivalsPerHour)",
      Bilingual(
        id: "beban (kedatangan × menit layanan ÷ 60) paling banyak 100000",
        en: "a load (arrivals × service minutes ÷ 60) of at most 100000"))
    if let simulateDays {
      try require(
        (2...1_000_000).contains(simulateDays), "--simulate-days", "\(simulateDays)",
        Bilingual(id: "2 sampai 1000000", en: "2 to 1000000"))
    }
    if let serviceCv {
      try require(
        serviceCv >= 0 && serviceCv <= 20, "--service-cv", "\(serviceCv)",
        Bilingual(id: "angka dari 0 sampai 20", en: "a number from 0 to 20"))
    }
  }

  private func figures() throws -> QueueFigures {
    guard let patienceMinutes else {
      let queue = try ErlangC(
        arrivalsPerHour: arrivalsPerHour, serviceMinutes: serviceMinutes, servers: servers)
      return QueueFigures(
        probabilityOfWaiting: queue.probabilityOfWaiting, meanWaitMinutes: queue.meanWaitMinutes,
        serviceLevel: queue.serviceLevel(withinMinutes: targetMinutes), abandonment: 0,
        occupancy: queue.occupancy,
        serversRequired: serversRequired(
          arrivalsPerHour: arrivalsPerHour, serviceMinutes: serviceMinutes,
          targetMinutes: targetMinutes, serviceLevel: serviceLevel))
    }
    let queue = try ErlangA(
      arrivalsPerHour: arrivalsPerHour, serviceMinutes: serviceMinutes, servers: servers,
      patienceMinutes: patienceMinutes)
    return QueueFigures(
      probabilityOfWaiting: queue.probabilityOfWaiting, meanWaitMinutes: queue.meanWaitMinutes,
      serviceLevel: queue.serviceLevel(withinMinutes: targetMinutes),
      abandonment: queue.abandonment, occupancy: queue.occupancy,
      serversRequired: try ErlangA.serversRequired(
        arrivalsPerHour: arrivalsPerHour, serviceMinutes: serviceMinutes,
        patienceMinutes: patienceMinutes, targetMinutes: targetMinutes, serviceLevel: serviceLevel))
  }

  /// Days of eight hours that start with nobody inside and serve out: solved, and simulated.
  private func days(_ count: Int) throws -> (solved: QueueFigures, simulated: QueueFigures) {
    let service =
      serviceCv.map { TimeDistribution.logNormal(mean: serviceMinutes, coefficientOfVariation: $0) }
      ?? .exponential(mean: serviceMinutes)
    let slots = [CounterDay.Slot(minutes: 480, arrivals: arrivalsPerHour * 8, servers: servers)]
    let solved = try CounterDay(
      slots: slots, serviceMinutes: serviceMinutes, patienceMinutes: patienceMinutes ?? .infinity,
      closing: .serveOut
    ).outcome(withinMinutes: targetMinutes, edges: [0])
    let simulation = try EventSimulation(
      slots: slots, service: service,
      patience: patienceMinutes.map { .exponential(mean: $0) } ?? .constant(.infinity),
      closing: .serveOut)
    var uniforms = UniformStream(seed: seed)
    let simulated = simulation.meanDay(
      of: count, &uniforms, withinMinutes: targetMinutes, edges: [0]
    ).all
    return (figures(of: solved), figures(of: simulated))
  }

  private func figures(of day: CounterDayOutcome) -> QueueFigures {
    let arrivals = max(day.arrivals, .leastNormalMagnitude)
    return QueueFigures(
      probabilityOfWaiting: day.waitingBeyond[0] / arrivals,
      meanWaitMinutes: day.waitMinutes / arrivals,
      serviceLevel: day.arrivals > 0 ? day.servedInTime / arrivals : 1,
      abandonment: day.abandoned / arrivals,
      occupancy: servers > 0
        ? (day.busyMinutes - day.overtimeMinutes) / (480 * Double(servers)) : 0,
      serversRequired: nil)
  }
}
