/// One of the tracks that media have.
public struct MediaTrack: Hashable, Sendable {
  /// What a track holds.
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    /// The picture.
    case video
    /// Sound.
    case audio
    /// Subtitles.
    case subtitles
  }

  /// What it holds.
  public var kind: Kind
  /// Its number among those of its kind, as `TrackChoice` names it.
  public var number: Int
  /// What the file calls it: text of strangers.
  public var title: String
  /// The tag of its language, as the file has it; empty where it has none.
  public var language: String
  /// Whether it is the one in use.
  public var isSelected: Bool

  /// A track.
  public init(kind: Kind, number: Int, title: String = "", language: String = "", isSelected: Bool = false) {
    self.kind = kind
    self.number = number
    self.title = title
    self.language = language
    self.isSelected = isSelected
  }
}
