public import HybridWork

/// The date of an ISO text that is known to be one.
public func day(_ iso: String) -> WorkDate {
  guard let date = WorkDate(iso) else { preconditionFailure("no such date: \(iso)") }
  return date
}

/// The time so many minutes after midnight.
public func minutes(_ minutes: Int) -> TimeOfDay {
  guard let time = TimeOfDay(minutes: minutes) else {
    preconditionFailure("no such time: \(minutes)")
  }
  return time
}
