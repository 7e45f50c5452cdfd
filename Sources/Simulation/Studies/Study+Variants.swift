public import HybridWork
import Statistics

extension Study {
  /// The same study with other policies; they may act like the baseline.
  public func comparing(_ policies: [Policy]) -> Study {
    var study = self
    study.policies = policies
    return study
  }

  /// The same study over other days, with another number of calendars in each world.
  ///
  /// Days that both calendars have get the same luck, as draws are keyed by date.
  public func during(_ calendar: WorkCalendar, replications: Int) -> Study {
    var study = self
    study.calendar = calendar
    study.run.replications = replications
    return study
  }

  /// The same study over some of its days, before which its absences have run on: whoever is ill, on
  /// leave or travelling on a day is so on it in the whole study too.
  ///
  /// What else goes by the calendar begins anew: limits of a month, evaluations, rotating places.
  ///
  /// - Parameter days: A part of the study's calendar, as ``WorkCalendar/wholeWeeks`` gives them.
  /// - Returns: The part of the study.
  public func continuing(_ days: WorkCalendar) -> Study {
    var study = during(days, replications: run.replications)
    study.absenceCalendar = absenceCalendar ?? calendar
    return study
  }

  /// The same study without its services: who is where stays as it is, since services draw nothing,
  /// as long as no policy has safeguards.
  public var withoutServices: Study {
    var study = self
    study.services = []
    return study
  }

  /// The same study of some units and services alone, without suppression of small groups: for
  /// figures that go into a computation and not to a reader.
  ///
  /// Luck is keyed by unit, so everyone has the same days as in the whole study.
  ///
  /// - Parameters:
  ///   - units: Places among the population's units, in ascending order, at least one.
  ///   - services: Places among the services, in ascending order.
  /// - Returns: The part of the study.
  package func only(units: [Int], services: [Int]) -> Study {
    var study = self
    study.population = population.only(units: units)
    study.services = services.map { self.services[$0] }
    study.reporting = Reporting(
      groups: reporting.groups, accessGroups: reporting.accessGroups, smallestGroup: 1,
      thresholds: reporting.thresholds)
    return study
  }

  /// The same study with a choice of assumptions held, and on top of it single values.
  ///
  /// - Parameters:
  ///   - choice: A named choice; nil for none.
  ///   - fixed: Values in catalogue units; the last of one assumption counts.
  /// - Returns: The study, which remembers what is held.
  public func holding(
    _ choice: NamedAssumptions?, fixed: [(id: AssumptionID, value: Double)]
  ) -> Study {
    var study = self
    if let choice { study.assumptions = study.assumptions.holding(choice) }
    let values = Dictionary(fixed.map { ($0.id, $0.value) }) { $1 }
    study.assumptions = study.assumptions.holding(values, source: "--set")
    study.heldAssumptions = HeldAssumptions(
      choice: choice?.name,
      fixed: values.sorted { $0.key.ordinal < $1.key.ordinal }.map { ($0, $1) })
    return study
  }

  /// The same study over so many worlds, replications and seed.
  public func running(_ run: RunSettings) -> Study {
    var study = self
    study.run = run
    return study
  }

  /// The same study in one world in which nothing is uncertain: every assumption at its middle,
  /// those aside to which a value is given.
  ///
  /// Dated numbers keep their dates unless a value is given.
  public func certain(_ value: (AssumptionID) -> Double?) -> Study {
    var study = self
    study.assumptions = assumptions.certain(value)
    study.run.worlds = 1
    return study
  }
}

extension AssumptionSet {
  /// The set with each distribution replaced by its median, or by a value that is given.
  func certain(_ value: (AssumptionID) -> Double?) -> AssumptionSet {
    AssumptionSet(
      ordered: assumptions.map { assumption in
        let fixed: Double
        if let given = value(assumption.id) {
          fixed = given
        } else if case .distributed(let distribution) = assumption.value {
          fixed = distribution.median
        } else {
          return assumption
        }
        return StudyAssumption(
          id: assumption.id, value: .dated([(Self.always, fixed)]),
          provenance: assumption.provenance)
      })
  }
}

extension Study {
  /// The assumptions of every world that a run of the study draws, in order.
  ///
  /// - Throws: ``SimulationError`` as a run of the study would.
  public func drawnWorlds() throws(SimulationError) -> [Assumptions] {
    try WorldSampler(study: self).assumptions(ofFirst: run.worlds)
  }
}
