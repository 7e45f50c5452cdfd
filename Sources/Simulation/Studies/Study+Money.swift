public import HybridWork

extension Study {
  /// The calendar's length in years of 365.25 days.
  public var years: Double {
    Double(calendar.through.dayNumber - calendar.from.dayNumber + 1) / 365.25
  }

  /// What the ledger of a policy needs beside quantities and prices.
  public func ledgerTerms(of policy: Policy) -> LedgerTerms {
    var terms = LedgerTerms(
      allowances: policy.levers.allowances, years: years, provision: policy.levers.provision,
      oneOffs: oneOffs)
    terms.travel = TravelQuantities(meetings, years: years)
    terms.onlineShare = policy.levers.meetingsOnlineShare
    return terms
  }
}
