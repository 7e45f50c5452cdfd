/// The employment status of a person (UU 20/2023; non-ASN staff count for coverage only).
public enum EmploymentStatus: String, CaseIterable, Sendable {
  case pns = "PNS"
  case cpns = "CPNS"
  case pppk = "PPPK"
  case partTimePPPK = "PPPK paruh waktu"
  case nonASN = "non-ASN"
}

/// The kind of a position: managerial (JPT, administrator, pengawas) or not (UU 20/2023).
public enum PositionKind: String, CaseIterable, Sendable {
  case jpt, administrator, pengawas, fungsional, pelaksana
}

/// What a person's work is made of, as far as the place of work matters for output.
public enum TaskClass: String, CaseIterable, Sendable {
  /// Routine work done alone and measured one by one.
  case routine
  /// Professional work done alone.
  case professional
  /// Work done together: policy, coordination, projects.
  case collaborative
  /// Counter and other place-bound work, which can't be done elsewhere.
  case placeBound = "place-bound"
}

/// How a person travels to the office.
public enum CommuteMode: String, CaseIterable, Sendable {
  case motorcycle, car
  case publicTransport = "public"
  case active, other
}

/// A birth cohort, as the national agency for civil servants groups them.
public enum Generation: String, CaseIterable, Sendable {
  case boomer, x, y, z

  /// The cohort of a year of birth: to 1964, 1965–1980, 1981–1996, from 1997.
  public init(birthYear: Int) {
    switch birthYear {
    case ...1964: self = .boomer
    case 1965...1980: self = .x
    case 1981...1996: self = .y
    default: self = .z
    }
  }
}

/// The band of a civil servant's grade (golongan).
public enum GradeBand: String, CaseIterable, Sendable {
  case i = "I"
  case ii = "II"
  case iii = "III"
  case iv = "IV"

  /// The band of a grade such as `III/d` or `III`.
  ///
  /// Grades of contract staff run from I to XVII without a letter; they are read in four steps
  /// (I–IV, V–VIII, IX–XII, XIII–XVII), an assumption for want of a published equivalence.
  public init?(grade: String, status: EmploymentStatus) {
    let numeral = grade.split(separator: "/", omittingEmptySubsequences: false).first ?? ""
    let numerals = [
      "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
      "XV", "XVI", "XVII",
    ]
    guard let index = numerals.firstIndex(of: String(numeral)) else { return nil }
    switch status {
    case .pppk, .partTimePPPK: self = Self.allCases[min(index / 4, 3)]
    default:
      guard index < 4 else { return nil }
      self = Self.allCases[index]
    }
  }
}
