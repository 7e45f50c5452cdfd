/// x
public func serversRequired(
  arrivalsPerHour: Double, serviceMinutes: Double, targetMinutes: Double, serviceLevel: Double
) -> Int { 0 }
