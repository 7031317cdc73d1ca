extension PositionedComment {
  /// How long a comment is shown that neither tells a life nor moves, and how long a step takes that
  /// tells nothing: what CommentCoreLibrary does.
  private static let usualLife = 4000
  private static let usualStep = 500.0

  /// Reads AcFun's object; nil where `code` is none or holds no text.
  ///
  ///     {"n": text, "p": {"x", "y"} in thousandths, "a": opacity, "l": s before it moves, "r", "k": rotation z, y,
  ///      "e", "f": scale x, y, "c": anchor 0…8, "b": outline, "w": {"f": font},
  ///      "z": [{"x", "y", "t": opacity, "l": s} …]}
  ///
  /// Steps may change colour, rotation and scale as well; that is left out.
  static func acfun(_ code: UnsafeBufferPointer<UInt8>) -> PositionedComment? {
    guard code.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else { return nil }
    var walker = JSONWalker(code)
    while let stop = walker.next() {
      if case .object = stop, walker.isOutermost { return acfun(walker) }
    }
    return nil
  }

  private static func acfun(_ object: JSONWalker) -> PositionedComment? {
    guard let text = object["n"]?.lines(breaks: ["\\r", "\\n", "/n"]) else { return nil }
    let place = object["p"]?.object
    let start = StagePoint(x: thousandths(place?["x"]) ?? .share(0), y: thousandths(place?["y"]) ?? .share(0))
    let opacity = opacity(object["a"]) ?? 1
    var comment = PositionedComment(text: text, start: start, stage: PlayerStage(), life: usualLife)
    comment.fade = Fade(from: opacity, to: opacity)
    comment.moveDelay = milliseconds((object["l"]?.decimal ?? 0) * 1000)
    comment.path = steps(object["z"], from: Waypoint(point: start, arrival: 0, opacity: opacity))
    let life = comment.moveDelay + comment.moveDuration
    if life > 0 { comment.life = life }
    comment.rotationZ = object["r"]?.decimal ?? 0
    comment.rotationY = object["k"]?.decimal ?? 0
    comment.scaleX = object["e"]?.decimal ?? 1
    comment.scaleY = object["f"]?.decimal ?? 1
    comment.isOutlined = object["b"]?.isTrue ?? true
    comment.font = object["w"]?.object?["f"]?.lines(breaks: [])
    comment.anchor = Anchor(number: object["c"]?.integer ?? 0)
    return comment
  }

  /// The corners to which the steps lead; each keeps what it does not tell.
  private static func steps(_ list: JSONValue?, from start: Waypoint) -> [Waypoint] {
    var path: [Waypoint] = []
    var last = start
    var walker = list?.walker
    while path.count < mostCorners, let stop = walker?.next() {
      guard case .object = stop, let step = walker else { continue }
      last.point.x = thousandths(step["x"]) ?? last.point.x
      last.point.y = thousandths(step["y"]) ?? last.point.y
      last.opacity = opacity(step["t"]) ?? last.opacity
      last.arrival += milliseconds(step["l"]?.decimal.map { $0 * 1000 } ?? usualStep)
      path.append(last)
    }
    return path
  }

  private static func thousandths(_ value: JSONValue?) -> StageLength? { (value?.decimal).map { .share($0 / 1000) } }
  private static func opacity(_ value: JSONValue?) -> Double? { (value?.decimal).map { min(1, max(0, $0)) } }
}

extension PositionedComment.Anchor {
  /// AcFun's anchors: 0 to 8, row by row, 0 the upper left one.
  fileprivate init(number: Int) {
    let place = 0...8 ~= number ? number : 0
    self.init(x: Double(place % 3) / 2, y: Double(place / 3) / 2)
  }
}
