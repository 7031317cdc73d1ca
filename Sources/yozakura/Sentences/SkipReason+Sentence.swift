internal import Danmaku

extension SkipReason {
  /// Why a comment could not be read, for people.
  var sentence: String {
    switch self {
    case .noParameters: "no time or mode"
    case .badTime: "an impossible time"
    case .unknownMode: "an unknown mode"
    case .emptyText: "no text"
    case .broken: "broken off"
    case .deleted: "deleted by its site"
    case .invisible: "sent to be seen by nobody"
    case .beforeStart: "before the start"
    }
  }
}
