/// Writes comments of mode 7 as lines of a file of the format ASS, as far as it can say what they mean.
///
/// A way with several corners becomes several lines, one for each leg. Rotations around two axes are written as they
/// are, although players of ASS apply them in another order; easing is left out.
struct ASSPositionedLines {
  private let options: ASSOptions

  init(_ options: ASSOptions) { self.options = options }

  /// Adds the lines of `comment`, which `row` holds the time, the colour and the size of.
  func append(_ comment: PositionedComment, _ row: Comments.Row, to block: inout ByteBlock) {
    let start = Int(row.time) / 10 * 10
    for leg in legs(of: comment, from: max(0, -start)) where leg.upperBound / 10 > leg.lowerBound / 10 {
      ASSLines.appendStart(
        layer: 2, from: start + leg.lowerBound / 10 * 10, to: start + leg.upperBound / 10 * 10, to: &block)
      block.append(UInt8(ascii: "{"))
      appendMotion(of: comment, leg, to: &block)
      appendLook(of: comment, row, to: &block)
      appendOpacity(of: comment, leg, to: &block)
      block.append(UInt8(ascii: "}"))
      Array(comment.text.utf8).withUnsafeBufferPointer { ASSText.append($0, to: &block) }
      block.append(UInt8(ascii: "\n"))
    }
  }

  /// The parts of its life, after its first `gone` milliseconds, in which it moves evenly along one line, or not at all.
  private func legs(of comment: PositionedComment, from gone: Int) -> [Range<Int>] {
    let life = max(10, comment.life)
    guard gone < life else { return [] }
    let corners = comment.path.isEmpty ? [] : [comment.moveDelay] + comment.path.map { comment.moveDelay + $0.arrival }
    let cuts = [gone] + corners.filter { gone < $0 && $0 < life } + [life]
    return zip(cuts, cuts.dropFirst()).map { $0..<max($0, $1) }
  }
}

extension ASSPositionedLines {
  /// Adds where `comment` is and how it looks `elapsed` milliseconds after it appeared: what stands between the braces of
  /// a line that is drawn at that moment alone.
  func append(_ comment: PositionedComment, _ row: Comments.Row, elapsed: Int, to block: inout ByteBlock) {
    appendAnchor(of: comment, to: &block)
    let place = pixels(comment.position(at: elapsed))
    ASSLines.append("\\pos(", place.x, place.y, to: &block)
    appendLook(of: comment, row, to: &block)
    let opacity = comment.opacity(at: elapsed) * options.opacity
    if opacity < 1 { ASSLines.append(opacity: opacity, to: &block) }
  }
}

// MARK: Where it is

extension ASSPositionedLines {
  private func appendAnchor(of comment: PositionedComment, to block: inout ByteBlock) {
    block.append("\\an")
    block.append(7 - Int(comment.anchor.y * 2) * 3 + Int(comment.anchor.x * 2))
  }

  private func appendMotion(of comment: PositionedComment, _ leg: Range<Int>, to block: inout ByteBlock) {
    appendAnchor(of: comment, to: &block)
    let (from, to) = (pixels(comment.position(at: leg.lowerBound)), pixels(end(of: leg, comment)))
    if from == to {
      ASSLines.append("\\pos(", from.x, from.y, to: &block)
    } else {
      ASSLines.append("\\move(", from.x, from.y, to.x, to.y, to: &block)
    }
  }

  /// Where a leg leads, by the way to the moment before: at its end a comment may jump to where the next one begins.
  private func end(of leg: Range<Int>, _ comment: PositionedComment) -> (x: Double, y: Double) {
    let (start, near) = (comment.position(at: leg.lowerBound), comment.position(at: leg.upperBound - 1))
    let stretch = Double(leg.count) / Double(max(1, leg.count - 1))
    return (start.x + (near.x - start.x) * stretch, start.y + (near.y - start.y) * stretch)
  }

  /// Shares of the stage as pixels of the picture; where they are far outside of it does not matter.
  private func pixels(_ place: (x: Double, y: Double)) -> (x: Int, y: Int) {
    (pixels(place.x, of: options.width), pixels(place.y, of: options.height))
  }

  private func pixels(_ share: Double, of length: Int) -> Int {
    let pixels = share * Double(length)
    return pixels.isFinite ? Int(max(-100_000, min(pixels, 100_000)).rounded()) : 0
  }
}

// MARK: How it looks

extension ASSPositionedLines {
  private func appendLook(of comment: PositionedComment, _ row: Comments.Row, to block: inout ByteBlock) {
    block.append("\\fs")
    block.append(fontSize(of: comment, row))
    ASSLines.appendColor(row.color, to: &block)
    if !comment.isOutlined { block.append("\\bord0") }
    // The old players turned clockwise, ASS turns the other way.
    append("\\frz", -comment.rotationZ, unless: 0, to: &block)
    append("\\fry", -comment.rotationY, unless: 0, to: &block)
    append("\\fscx", comment.scaleX * 100, unless: 100, to: &block)
    append("\\fscy", comment.scaleY * 100, unless: 100, to: &block)
    let font = comment.font?.unicodeScalars.filter { !"\\{}(),".unicodeScalars.contains($0) && $0.value >= 0x20 }
    if let font, !font.isEmpty {
      block.append("\\fn")
      block.append(String(String.UnicodeScalarView(font)))
    }
  }

  /// The old players counted the em in pixels of their stage; `\fs` is higher than the em by what `fullWidth` tells.
  private func fontSize(of comment: PositionedComment, _ row: Comments.Row) -> Int {
    let em = Double(row.size) * Double(options.height) / max(1, comment.stage.height)
    return max(1, Int((em * 1000 / Double(options.metrics.fullWidth)).rounded()))
  }

  private func append(_ name: StaticString, _ number: Double, unless usual: Int, to block: inout ByteBlock) {
    guard number.isFinite else { return }
    let whole = Int(max(-10_000, min(number, 10_000)).rounded())
    guard whole != usual else { return }
    block.append(name)
    block.append(whole)
  }

  /// Fading counts beside the style's opacity, `\alpha` instead of it.
  private func appendOpacity(of comment: PositionedComment, _ leg: Range<Int>, to block: inout ByteBlock) {
    let from = comment.opacity(at: leg.lowerBound)
    let to = comment.opacity(at: leg.upperBound)
    guard from < 1 || to < 1 else { return }
    let (first, last) = (Self.alpha(from), Self.alpha(to))
    ASSLines.append("\\fade(", first, last, last, 0, leg.count, leg.count, leg.count, to: &block)
  }

  /// 0 for what is opaque, 255 for what is not seen.
  private static func alpha(_ opacity: Double) -> Int { 255 - Int((max(0, min(opacity, 1)) * 255).rounded()) }
}
