/// A column of the staff register, known by its name in files.
public enum RegisterColumn: String, CaseIterable, Sendable {
  case identifier
  case unit
  case sex
  case birthDate = "birth_date"
  case employmentStatus = "employment_status"
  case grade
  case positionKind = "position_kind"
  case position
  case education
  case talentBox = "talent_box"
  case taskClass = "task_class"
  case directServiceShare = "direct_service_share"
  case service
  case commuteKilometres = "commute_km"
  case commuteMode = "commute_mode"
  case laptop
  case bandwidthMbps = "bandwidth_mbps"
  case discipline
  case tenureMonths = "tenure_months"
  case superiorApproval = "superior_approval"
  case disability
  /// The date of the last disciplinary penalty.
  case disciplineDate = "discipline_date"
  /// The date on which the bandwidth was measured.
  case bandwidthTestedOn = "bandwidth_tested_on"
  /// The first day in the present post.
  case inPostSince = "in_post_since"
  case pregnant
  /// Whether the person cares for a child, an elder or someone ill.
  case caring
  /// Derived from `birth_date`.
  case generation
  /// Derived from `grade`.
  case gradeBand = "grade_band"
  /// Joined from the table of positions, as are the columns that follow.
  case counterShare = "counter_share"
  case fieldShare = "field_share"
  case togetherShare = "together_share"
  case aloneShare = "alone_share"
  case movableShare = "movable_share"
  case doableElsewhere = "doable_elsewhere"
  case specialRoomOrEquipment = "special_room_or_equipment"
  case byICT = "by_ict"
  case faceToFace = "face_to_face"
  case constantSupervision = "constant_supervision"

  /// What the values of a column are.
  public enum Kind: Equatable, Sendable {
    /// Text that identifies a person or a unit.
    case text
    /// Numbers within a range.
    case number(ClosedRange<Double>)
    /// True or false.
    case flag
    /// Days.
    case date
    /// One of the listed values, or any text when the list is empty.
    case category([String])
  }

  /// What the values of this column are, and which are allowed.
  public var kind: Kind {
    switch self {
    case .identifier, .unit: .text
    case .sex: .category(["L", "P"])
    case .birthDate, .disciplineDate, .bandwidthTestedOn, .inPostSince: .date
    case .employmentStatus: .category(EmploymentStatus.allCases.map(\.rawValue))
    case .grade, .position, .education, .service: .category([])
    case .positionKind: .category(PositionKind.allCases.map(\.rawValue))
    case .talentBox: .category(TalentCell.allCases.map(\.name))
    case .taskClass: .category(TaskClass.allCases.map(\.rawValue))
    case .directServiceShare, .counterShare, .fieldShare, .togetherShare, .aloneShare,
      .movableShare:
      .number(0...1)
    case .commuteKilometres: .number(0...200)
    case .commuteMode: .category(CommuteMode.allCases.map(\.rawValue))
    case .laptop, .superiorApproval, .disability, .pregnant, .caring,
      .doableElsewhere, .specialRoomOrEquipment,
      .byICT, .faceToFace, .constantSupervision:
      .flag
    case .bandwidthMbps: .number(0...10_000)
    case .discipline: .category(["none", "in_process", "light", "moderate", "severe"])
    case .tenureMonths: .number(0...600)
    case .generation: .category(Generation.allCases.map(\.rawValue))
    case .gradeBand: .category(GradeBand.allCases.map(\.rawValue))
    }
  }

  /// Whether every person must have a value, because the model cannot run without it.
  public var isRequired: Bool {
    switch self {
    case .identifier, .unit, .sex, .employmentStatus, .positionKind, .taskClass,
      .directServiceShare, .commuteKilometres, .commuteMode:
      true
    default: false
    }
  }

  /// Whether the column comes from the table of positions and not from the register.
  public var isOfPosition: Bool {
    switch self {
    case .counterShare, .fieldShare, .togetherShare, .aloneShare, .movableShare,
      .doableElsewhere, .specialRoomOrEquipment, .byICT, .faceToFace, .constantSupervision:
      true
    default: false
    }
  }

  /// Whether the values of this column tell groups of people apart: categories and flags do.
  public var formsGroups: Bool {
    switch kind {
    case .category, .flag: true
    case .text, .number, .date: false
    }
  }

  /// Whether Luwes computes the column or joins it from positions instead of reading it.
  public var isDerived: Bool { self == .generation || self == .gradeBand || isOfPosition }
}
