import HybridWork

/// A column of a table of positions, by its name in files.
package enum PositionColumn: String, CaseIterable, Sendable {
  case position
  case kind = "position_kind"
  case task
  case shareOfTime = "share_of_time"
  case place
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
  case basis

  /// The columns one row a task must have.
  static let ofTasks: [PositionColumn] = [.position, .task, .shareOfTime, .place]
  /// The columns one row a position must have.
  static let ofPositions: [PositionColumn] = [
    .position, .counterShare, .fieldShare, .togetherShare, .aloneShare,
  ]

  /// The column of a share of time.
  init(_ place: TaskPlace) {
    switch place {
    case .counter: self = .counterShare
    case .field: self = .fieldShare
    case .together: self = .togetherShare
    case .alone: self = .aloneShare
    }
  }

  /// The column of an answer.
  init(_ criterion: PositionCriterion) {
    switch criterion {
    case .doableElsewhere: self = .doableElsewhere
    case .specialRoomOrEquipment: self = .specialRoomOrEquipment
    case .byICT: self = .byICT
    case .faceToFace: self = .faceToFace
    case .constantSupervision: self = .constantSupervision
    }
  }
}
