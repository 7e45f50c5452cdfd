import HybridWork

/// What the services of one file refer to: its profiles, generic shapes of the day, ticket logs.
final class ServiceSources {
  /// Profiles by name; nil for those that could not be read.
  let profiles: [String: ServiceProfile?]
  private let folder: StudyFolder
  private let shapesPlace: YAMLValue?
  private lazy var shapes: DayShapes? = readShapes()

  /// The study's shared file of generic shapes.
  static let sharedShapes = "../assumptions/day-shapes.yaml"

  init(_ keys: YAMLMapping, folder: StudyFolder) {
    self.folder = folder
    shapesPlace = keys.optional("shapes")
    let profiles = keys.optional("profiles")?.mapping { keys in
      keys.all().map { entry in
        (entry.key.text() ?? "", entry.value.mapping(ServiceProfile.init))
      }
    }
    self.profiles = Dictionary(profiles ?? [], uniquingKeysWith: { first, _ in first })
  }

  /// The generic shape that a service names, else the first there is; nil if there is none.
  func shape(of keys: YAMLMapping) -> (name: String, shape: DayShape)? {
    let named = keys.optional("shape")
    guard let shapes else {
      if shapesPlace == nil { keys.value.complain(.service(.noShapes(Self.sharedShapes))) }
      return nil
    }
    return shapes.shape(named: named)
  }

  /// The log of tickets that a service names.
  func tickets(_ keys: YAMLMapping, opening: ServiceOpening) -> TicketDemand? {
    guard let plan = TicketLogPlan(keys),
      let input = folder.file(named: plan.file, isLocal: true),
      let tickets = TicketLog.load(input, plan: plan, log: folder.log)
    else { return nil }
    let demand = TicketDemand(tickets, opening: opening)
    return demand.isUsable(at: plan.file) ? demand : nil
  }

  private func readShapes() -> DayShapes? {
    let input: InputFile? =
      if let shapesPlace { folder.file(named: shapesPlace) } else {
        folder.sharedFile(Self.sharedShapes)
      }
    return input.flatMap { DayShapes.load($0, log: folder.log) }
  }
}
