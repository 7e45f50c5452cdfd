/// What PermenPANRB 4/2025 asks of a task before it may be done at a flexible place.
///
/// The five criteria are those the press reported; the text of the regulation was not read.
public enum PositionCriterion: String, CaseIterable, Sendable {
  /// The work can be done elsewhere than in the office.
  case doableElsewhere = "doable_elsewhere"
  /// The work needs a special room or equipment.
  case specialRoomOrEquipment = "special_room_or_equipment"
  /// The work can be done by information and communication technology.
  case byICT = "by_ict"
  /// The work needs much meeting face to face.
  case faceToFace = "face_to_face"
  /// The work needs constant supervision.
  case constantSupervision = "constant_supervision"

  /// The answer that allows the work to be done away.
  public var favourableAnswer: ColumnValues.Flag {
    switch self {
    case .doableElsewhere, .byICT: .yes
    case .specialRoomOrEquipment, .faceToFace, .constantSupervision: .no
    }
  }

  /// The register column that holds the answer.
  public var column: RegisterColumn {
    switch self {
    case .doableElsewhere: .doableElsewhere
    case .specialRoomOrEquipment: .specialRoomOrEquipment
    case .byICT: .byICT
    case .faceToFace: .faceToFace
    case .constantSupervision: .constantSupervision
    }
  }
}
