import HybridWork
import Simulation

extension CoverageCell {
  /// The half hour of a counter, such as `08:30`, or the shift of posts, such as `shift 2`; nil for
  /// posts of the working day.
  func time(of service: Service, separator: String = ":") -> String? {
    guard let halfHour else { return nil }
    return service.counter?.halfHours[halfHour].text(separator: separator)
      ?? "shift \(halfHour + 1)"
  }

  /// The same for planners, with their mark between hours and minutes.
  func time(of service: Service, _ language: Language) -> String? {
    time(of: service, separator: language == .indonesian ? "." : ":")
  }
}
