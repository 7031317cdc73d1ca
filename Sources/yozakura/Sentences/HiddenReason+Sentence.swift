internal import Danmaku

extension HiddenReason {
  /// Why a comment is hidden, for people.
  var sentence: String {
    switch self {
    case .duplicate: "the id is there already"
    case .repeated: "counted at one that says the same"
    case .text: "a blocked text"
    case .pattern: "a blocked pattern"
    case .user: "a blocked sender"
    case .mode: "a mode that is off"
    case .color: "a blocked colour"
    case .weight: "too little weight"
    case .area: "outside of the display area"
    case .density: "too many at once"
    case .lanesFull: "every lane was taken"
    case .unsupported: "a script, or a position that cannot be read"
    }
  }
}
