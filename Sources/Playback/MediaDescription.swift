/// What is known of media as soon as they are open.
public struct MediaDescription: Hashable, Sendable {
  /// How long they are, in milliseconds; nil where that is not known, as of a stream.
  public var duration: Int?
  /// The size of the picture in pixels, as it is meant to be seen; nil where there is none.
  public var picture: PixelSize?
  /// The tracks.
  public var tracks: [MediaTrack]
  /// The chapters, in the order of their beginnings.
  public var chapters: [MediaChapter]
  /// Whether one can go to another moment of them.
  public var isSeekable: Bool

  /// A description.
  public init(
    duration: Int?, picture: PixelSize?, tracks: [MediaTrack] = [], chapters: [MediaChapter] = [],
    isSeekable: Bool = true
  ) {
    self.duration = duration
    self.picture = picture
    self.tracks = tracks
    self.chapters = chapters
    self.isSeekable = isSeekable
  }

  /// Whether media that stop at `time`, in milliseconds, were played to their end; else they broke off before it.
  ///
  /// What a file says of its length is that of its longest track: the picture may end a little earlier.
  public func isEnd(_ time: Int) -> Bool {
    duration.map { time >= $0 - max(2000, $0 / 40) } ?? true
  }

  /// Whether there is anything to see.
  public var hasVideo: Bool { picture != nil }
}
