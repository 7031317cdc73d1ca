/// A comment that stands or moves where its author put it: what the code of one of mode 7 means.
///
/// Where it is and how clearly it is seen are functions of the time since it appeared, so that a stage can be
/// drawn at any moment without having been drawn before.
public struct PositionedComment: Hashable, Sendable {
  /// What it says: clean, with `\n` between its lines.
  public var text: String
  /// Where it appears.
  public var start: StagePoint
  /// The corners of its way, each with the moment when it gets there; none where it stays.
  public var path: [Waypoint] = []
  /// The stage that its pixels belong to.
  public var stage: PlayerStage
  /// How opaque it is at first and at the end of its life; in between evenly, unless `path` tells it.
  public var fade = Fade(from: 1, to: 1)
  /// For how many milliseconds it is shown.
  public var life: Int
  /// For how many milliseconds it stays before it moves.
  public var moveDelay = 0
  /// Degrees in the plane of the stage, clockwise.
  public var rotationZ = 0.0
  /// Degrees around the vertical axis.
  public var rotationY = 0.0
  /// Whether its letters have an outline.
  public var isOutlined = true
  /// The font that its author chose.
  public var font: String?
  /// Which point of the text stands at its place.
  public var anchor = Anchor.topLeft
  /// How much wider than usual it is.
  public var scaleX = 1.0
  /// How much higher than usual it is.
  public var scaleY = 1.0

  /// Where it is at last.
  public var end: StagePoint { path.last?.point ?? start }
  /// For how many milliseconds it moves.
  public var moveDuration: Int { path.last?.arrival ?? 0 }

  /// A corner of a way.
  public struct Waypoint: Hashable, Sendable {
    /// Where it is.
    public var point: StagePoint
    /// When the comment gets there, in milliseconds after the move began.
    public var arrival: Int
    /// How opaque the comment is there; nil where that depends on its life alone.
    public var opacity: Double?
  }

  /// Two opacities: 0 unseen, 1 opaque.
  public struct Fade: Hashable, Sendable {
    /// At first.
    public var from: Double
    /// At last.
    public var to: Double
  }

  /// A point of a text, in shares of its own size.
  public struct Anchor: Hashable, Sendable {
    /// 0 its left edge, 1 its right one.
    public var x: Double
    /// 0 its top, 1 its bottom.
    public var y: Double

    /// What Bilibili's comments have.
    public static let topLeft = Anchor(x: 0, y: 0)
  }
}

extension PositionedComment {
  /// How many corners of a way are kept.
  static let mostCorners = 1000

  /// A time of a comment's own: none is longer than ten minutes.
  static func milliseconds(_ number: Double) -> Int { Int(max(0, min(number, 600_000))) }

  /// Reads the code of a comment of mode 7: Bilibili's array or AcFun's object; nil where it is neither.
  ///
  /// `sent` is the moment when it was sent, in seconds since 1970.
  public init?(code: String, sent: Int64? = nil) {
    var code = code
    let read = code.withUTF8 { bytes in
      Self.bilibili(bytes, PlayerStage(sent: sent)) ?? Self.acfun(bytes)
    }
    guard let read else { return nil }
    self = read
  }

  /// Where it is `milliseconds` after it appeared, in shares of the stage; outside of 0…1 beyond its edges.
  public func position(at milliseconds: Int) -> (x: Double, y: Double) {
    let (from, to, progress) = leg(at: milliseconds - moveDelay)
    let (start, end) = (shares(from.point), shares(to.point))
    return (start.x + (end.x - start.x) * progress, start.y + (end.y - start.y) * progress)
  }

  /// How opaque it is `milliseconds` after it appeared: 0 unseen, 1 opaque.
  public func opacity(at milliseconds: Int) -> Double {
    let (from, to, progress) = leg(at: milliseconds - moveDelay)
    guard let first = from.opacity, let last = to.opacity else {
      let share = life > 0 ? min(1, max(0, Double(milliseconds) / Double(life))) : 1
      return fade.from + (fade.to - fade.from) * share
    }
    return first + (last - first) * progress
  }

  /// The two corners between which it is so many milliseconds after the move began, and how far it has come.
  private func leg(at milliseconds: Int) -> (from: Waypoint, to: Waypoint, progress: Double) {
    var from = Waypoint(point: start, arrival: 0, opacity: path.first?.opacity.map { _ in fade.from })
    for to in path {
      if milliseconds < to.arrival, from.arrival < to.arrival {
        let progress = Double(milliseconds - from.arrival) / Double(to.arrival - from.arrival)
        return (from, to, max(0, progress))
      }
      from = to
    }
    return (from, from, 1)
  }

  private func shares(_ point: StagePoint) -> (x: Double, y: Double) {
    (point.x.share(of: stage.width), point.y.share(of: stage.height))
  }
}

extension Comments {
  /// What the code of the comment at `position` means; nil where it is none that stands where its author put it, or
  /// cannot be read.
  public func positioned(at position: Int) -> PositionedComment? {
    guard mode(at: position) == .positioned else { return nil }
    return PositionedComment(code: text(at: position), sent: self[position].sent)
  }

  /// What people read of the comment at `position`: its text, of a positioned one what stands in its code, and nothing
  /// of what is code alone.
  public func words(at position: Int) -> String {
    mode(at: position).isText ? text(at: position) : positioned(at: position)?.text ?? ""
  }

  /// Calls `body` with the UTF-8 of what people read of the comment at `position`.
  func withWords<Result>(at position: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if mode(at: position).isText { return bytes(at: position).withUnsafeBufferPointer(body) }
    var words = words(at: position)
    return words.withUTF8(body)
  }
}
