extension PositionedComment {
  /// How long a comment is shown that tells nothing, and how long a move takes whose field is empty:
  /// what CommentCoreLibrary does.
  private static let usualLife = 2500.0
  private static let usualMove = 500.0

  /// Reads Bilibili's array; nil where `code` is none or holds no text.
  ///
  ///     [x, y, "from-to" opacity, life in s, text, rotation z, y, end x, y, move in ms, delay in ms,
  ///      outline, font, easing, "M x,y L x,y …"]
  ///
  /// Numbers may be strings. Bilibili cut comments at 300 characters, and with them the ends of arrays:
  /// these are put back. The easing is left out, as the players do that we know of.
  static func bilibili(_ code: UnsafeBufferPointer<UInt8>, _ stage: PlayerStage) -> PositionedComment? {
    guard code.first(where: { $0 > 0x20 }) == UInt8(ascii: "[") else { return nil }
    for missingEnd in ["", "]", "\"]"] {
      let read = (Array(code) + missingEnd.utf8).withUnsafeBufferPointer { bytes -> PositionedComment? in
        var walker = JSONWalker(bytes)
        guard case .array = walker.next(), walker.isOutermost else { return nil }
        return bilibili(ArrayFields(values: Array(walker.values)), stage)
      }
      if let read { return read }
    }
    return nil
  }

  private static func bilibili(_ fields: ArrayFields, _ stage: PlayerStage) -> PositionedComment? {
    guard let text = fields.text(4) else { return nil }
    let start = fields.point(0, 1) ?? StagePoint(x: .pixels(0), y: .pixels(0))
    let life = fields.number(3).map { $0 > 0 ? $0 * 1000 : usualLife } ?? usualLife
    var comment = PositionedComment(text: text, start: start, stage: stage, life: milliseconds(life))
    comment.fade = fields.fade(2)
    comment.rotationZ = fields.number(5) ?? 0
    comment.rotationY = fields.number(6) ?? 0
    comment.moveDelay = milliseconds(fields.number(10) ?? 0)
    let move = fields.number(9) ?? (fields.isEmpty(9) ? usualMove : life)
    comment.path = path(fields, from: start, duration: milliseconds(move))
    comment.isOutlined = fields.flag(11) ?? true
    comment.font = fields.text(12)
    return comment
  }

  /// The corners of the path where there is one, or the end alone.
  private static func path(_ fields: ArrayFields, from start: StagePoint, duration: Int) -> [Waypoint] {
    let corners = fields.corners(14)
    guard corners.count < 2 else {
      // The editor recorded them at even intervals.
      return corners.enumerated().map { Waypoint(point: $1, arrival: duration * $0 / (corners.count - 1)) }
    }
    guard let end = fields.point(7, 8), end != start else { return [] }
    return [Waypoint(point: end, arrival: duration)]
  }
}

/// The elements of Bilibili's array, by their index.
private struct ArrayFields {
  private let values: [JSONValue]
  /// Whether one of the coordinates is written as a fraction of one; asked for at each of a thousand corners.
  private let areShares: Bool

  init(values: [JSONValue]) {
    self.values = values
    areShares = [0, 1, 7, 8].contains { $0 < values.count && values[$0].isFractionOfOne }
  }

  private func value(_ index: Int) -> JSONValue? { index < values.count ? values[index] : nil }

  func number(_ index: Int) -> Double? { value(index)?.decimal }
  func text(_ index: Int) -> String? { value(index).flatMap { $0.lines(breaks: ["/n", "\\n"]) } }
  func isEmpty(_ index: Int) -> Bool { value(index)?.field?.isEmpty ?? false }

  func flag(_ index: Int) -> Bool? {
    switch value(index)?.string ?? value(index)?.field.map({ String(decoding: $0, as: UTF8.self) }) {
    case "true", "1": true
    case "false", "0": false
    default: nil
    }
  }

  /// `"1-0.5"`, or one number for both.
  func fade(_ index: Int) -> PositionedComment.Fade {
    let parts = (value(index)?.field).map { $0.split(separator: UInt8(ascii: "-")).map { JSONValue.bare($0).decimal } }
    let numbers = (parts ?? []).map { $0.map { min(1, max(0, $0)) } }
    let from = (numbers.first ?? nil) ?? 1
    return PositionedComment.Fade(from: from, to: numbers.count > 1 ? numbers[1] ?? from : from)
  }

  func point(_ x: Int, _ y: Int) -> StagePoint? {
    guard let x = number(x), let y = number(y) else { return nil }
    return StagePoint(x: length(x), y: length(y))
  }

  /// The corners of `M x,y L x,y …`.
  func corners(_ index: Int) -> [StagePoint] {
    guard let path = value(index)?.field else { return [] }
    let letters = path.split(maxSplits: PositionedComment.mostCorners) {
      $0 | 0x20 == UInt8(ascii: "m") || $0 | 0x20 == UInt8(ascii: "l")
    }
    return letters.compactMap { corner in
      let numbers = corner.split { $0 == UInt8(ascii: ",") || $0 <= 0x20 }.map { JSONValue.bare($0).decimal }
      guard numbers.count == 2, let x = numbers[0], let y = numbers[1] else { return nil }
      return StagePoint(x: length(x), y: length(y))
    }
  }

  /// A length is a share where the array holds fractions of one, else pixels.
  private func length(_ number: Double) -> StageLength {
    areShares && abs(number) <= 1 ? .share(number) : .pixels(number)
  }
}

extension JSONValue {
  /// Whether it is a number of at most one that is written with a point.
  fileprivate var isFractionOfOne: Bool {
    guard let number = decimal, abs(number) <= 1 else { return false }
    return field?.contains(UInt8(ascii: ".")) ?? false
  }
}
