import HybridWork

/// What a schedule's parts make impossible together.
extension ScheduleReader {
  /// Reports anchor days and windows that leave no room for the flexible days; true if they do.
  func isPossible(_ schedule: Schedule, _ keys: YAMLMapping) -> Bool {
    let anchors = keys.optional("anchor_days") ?? keys.value
    let left = Weekday.workingWeek.count { !schedule.anchorDays.contains($0) }
    switch schedule.pattern {
    case .chosen(let common):
      let splits = [common] + schedule.splitsByRecord.map(\.split)
      guard haveRoom(splits, left: left, anchors) else { return false }
    case .fixed(let common):
      let own = schedule.daysByUnit.map(\.days) + schedule.daysByRecord.map(\.days)
      var (days, splits): (Set<Weekday>, [DaySplit]) = (common, [])
      for own in own {
        switch own {
        case .fixed(let weekdays): days.formUnion(weekdays)
        case .chosen(let split): splits.append(split)
        }
      }
      if let both = days.intersection(schedule.anchorDays).min() {
        anchors.complain(.schedule(.anchorIsFlexible(both.name)))
        return false
      }
      guard haveRoom(splits, left: left, anchors) else { return false }
    case .rotation:
      if left == 0 {
        anchors.complain(.schedule(.everyDayAnchored))
        return false
      }
    }
    // Without windows a schedule may well offer no day: everyone in the office is one.
    if !schedule.windows.isEmpty, !schedule.offersFlexibleDays {
      (keys.optional("windows") ?? keys.value).complain(.schedule(.noFlexibleDayInWindows))
      return false
    }
    return true
  }

  /// Reports the first split with more flexible days than anchor days leave; true if there is none.
  private func haveRoom(_ splits: [DaySplit], left: Int, _ anchors: YAMLValue) -> Bool {
    guard let split = splits.first(where: { $0.flexibleDays > left }) else { return true }
    anchors.complain(
      .schedule(.anchorsLeaveTooFewDays(flexible: split.flexibleDays, left: left)))
    return false
  }

  /// Reports windows that hold no day of the policy's own period; true if there are none.
  func fits(from: WorkDate, until: WorkDate?) -> Bool {
    let outside = windows.filter {
      $0.dates.upperBound < from || $0.dates.lowerBound > until ?? $0.dates.lowerBound
    }
    for window in outside {
      window.place.complain(.schedule(.windowOutsidePolicy(from: from, through: until)))
    }
    return outside.isEmpty
  }

  /// Warns of windows that hold no day of a study's calendar.
  func reportWindows(outside period: ClosedRange<WorkDate>) {
    for window in windows where !window.dates.overlaps(period) {
      window.place.complain(
        .schedule(
          .windowOutsideStudy(from: period.lowerBound, through: period.upperBound)),
        severity: .warning)
    }
  }
}
