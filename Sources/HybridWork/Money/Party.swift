/// Someone whose pocket a flow touches.
public enum Party: String, CaseIterable, Sendable {
  /// The employer's budget; which one a study says by its ``EmployerBudget``.
  case budget
  case employee
  /// The employee's home: who lives there shares power, data and the meal.
  case household
  /// Shops, food stalls, petrol stations.
  case vendor
  case utility
  /// Whoever comes to a counter.
  case citizen
}

/// Whose budget pays the staff of a study.
public enum EmployerBudget: String, CaseIterable, Sendable {
  case apbdProvince = "apbd-province"
  case apbdCity = "apbd-city"
  case apbn
  case blud
}
