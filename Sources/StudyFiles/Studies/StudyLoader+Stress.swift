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
    return tests.filter { placed in
      if placed.test.strikes(study.calendar) { return true }
      placed.place.complain(.study(.stressOutsideCalendar(placed.test.id)), severity: .warning)
      return false
    }.map(\.test)
  }
}
