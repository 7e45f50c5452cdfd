import HybridWork
import Simulation

extension StudyLoader {
  /// The hard times of a study's own files, else of the shared one; nil unless they are asked for.
  ///
  /// Tests none of whose days lies in the calendar are left out with a warning.
  func stressTests(_ study: Study) -> [StressTest]? {
    guard overrides.needsStressTests else { return nil }
    let inputs: [InputFile] =
      if let places = file.stress {
        places.compactMap { folder.file(named: $0) }
      } else {
        [folder.sharedFile("../stress/indonesia.yaml")].compactMap { $0 }
      }
    let tests = inputs.flatMap {
      StressFile.load($0, services: study.services, log: folder.log) ?? []
    }
    var files: [String: String] = [:]
    return tests.filter { placed in
      let (test, place) = (placed.test, placed.place)
      if let file = files[test.id], file != place.file {
        place.complain(.study(.stressTwice(test.id, otherFile: file)))
        return false
      }
      files[test.id] = place.file
      return isWithinCalendar(test, at: place, study.calendar)
    }.map(\.test)
  }

  /// Whether anything of a test falls on a day of the calendar; what does not is a warning.
  private func isWithinCalendar(
    _ test: StressTest, at place: YAMLValue, _ calendar: WorkCalendar
  ) -> Bool {
    let outside = test.strains.indices.filter { !test.strains[$0].strikes(calendar) }
    guard !outside.isEmpty else { return true }
    let isAll = outside.count == test.strains.count
    // A file that studies of several years share names the same strain for each of them.
    let isForOtherYears = outside.allSatisfy { strain in
      test.strains.contains {
        $0.kind == test.strains[strain].kind && $0.strikes(calendar)
      }
    }
    guard isAll || !isForOtherYears else { return true }
    place.complain(
      .study(
        isAll
          ? .stressOutsideCalendar(test.id)
          : .strainsOutsideCalendar(test.id, strains: outside.map { $0 + 1 })),
      severity: .warning)
    return !isAll
  }
}
