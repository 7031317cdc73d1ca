import Anime

/// What the bottom line says for a while.
struct Notice: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case done, alarm
  }

  var text: String
  var kind: Kind
  /// When it goes by itself.
  var until: Instant
}
