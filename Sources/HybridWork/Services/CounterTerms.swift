/// How a counter is run and reached, beside its hours, demand and standard.
///
/// The defaults are a counter that its own staff run, that closes for its break, serves everyone
/// who came in time, and gives no priority.
public struct CounterTerms: Hashable, Sendable {
  /// What happens at a counter in a break.
  public enum BreakRule: String, CaseIterable, Hashable, Sendable {
    /// No one serves and citizens in the queue wait.
    case closed
    /// Half of the staff, rounded up, serve on.
    case halfStaff = "half_staff"
  }

  /// What happens to citizens who still wait when a counter closes.
  public enum ClosingRule: String, CaseIterable, Hashable, Sendable {
    /// They are served after closing time.
    case serveOut = "serve_out"
    /// They are sent away unserved; whoever is being served is served to the end.
    case sendAway = "send_away"
  }

  /// Counters that other agencies staff, which are always staffed.
  public var otherStaffedCounters = 0
  /// Times at which demand is higher or lower than usual.
  public var peaks: [DemandPeak] = []
  /// Share of the day's visitors who already stand at the door when it opens, 0…1.
  public var waitingAtOpening = 0.0
  /// Minutes before opening over which those at the door arrive evenly; above 0 if there are any.
  public var waitingBeforeMinutes = 0.0
  /// Tickets given out a day; nil if there is no limit.
  public var ticketsPerDay: Int?
  /// What happens in a break.
  public var breakRule = BreakRule.closed
  /// What happens to those who still wait at closing time.
  public var closingRule = ClosingRule.serveOut
  /// Share of demand that is served online, from anywhere, and never comes to the counter; 0…1.
  public var onlineShare = 0.0
  /// Staff minutes to serve one citizen online.
  public var onlineHandlingMinutes = 0.0
  /// Working days after the day of asking within which a citizen online is to be served; 0 is the
  /// day itself.
  public var onlineWithinDays = 0
  /// Share of the citizens at the counter who are served first: elderly, disabled, pregnant; 0…1.
  public var priorityShare = 0.0
  /// Share of citizens who were not served and come back on a later day, 0…1.
  public var returnShare = 0.0
  /// Whether the shape of the day and of the week was not given but assumed.
  public var isShapeAssumed = false

  /// The defaults.
  public init() {}
}
