/// Writes comments in our own shape, which `JSONLines` describes and reads.
public struct JSONLinesOutput: DanmakuOutput {
  /// An output without options: canonical means that there are none.
  public init() {}

  /// It holds every comment.
  public func holds(_ comments: Comments, at position: Int) -> Bool { true }

  /// The line that tells what follows.
  public func appendHead(count: Int, to block: inout ByteBlock) {
    block.append("{\"schema\":\"")
    block.append(JSONLines.schema)
    block.append(JSONLines.version)
    block.append("\"}\n")
  }

  /// One line: members in the order of `JSONLines.Key`, those of ordinary value left out.
  public func append(_ comments: Comments, at position: Int, repeats: Int, isFirst: Bool, to block: inout ByteBlock) {
    block.append("{\"time\":")
    block.append(comments.time(at: position))
    block.append(",\"text\":\"")
    block.append(quoted: comments.bytes(at: position))
    block.append(repeats: repeats)
    block.append(UInt8(ascii: "\""))
    appendLook(comments, position, to: &block)
    appendOrigin(comments, position, to: &block)
    block.append("}\n")
  }

  /// The last line has its end already.
  public func appendTail(to block: inout ByteBlock) {}

  /// How the comment looks and moves.
  private func appendLook(_ comments: Comments, _ position: Int, to block: inout ByteBlock) {
    let mode = comments.mode(at: position)
    if mode != .scroll {
      block.append(",\"mode\":\"")
      block.append(mode.name)
      block.append(UInt8(ascii: "\""))
    }
    let color = comments.color(at: position)
    if color != .white {
      block.append(",\"color\":\"#")
      block.append(hexadecimal: UInt64(color.rgb), digits: 6)
      block.append(UInt8(ascii: "\""))
    }
    if comments.size(at: position) != 25 { append(",\"size\":", comments.size(at: position), to: &block) }
    if let life = comments.life(at: position) { append(",\"life\":", life, to: &block) }
  }

  /// Where the comment comes from, and what its site thinks of it.
  private func appendOrigin(_ comments: Comments, _ position: Int, to block: inout ByteBlock) {
    if let weight = comments.weight(at: position) { append(",\"weight\":", weight, to: &block) }
    if comments.pool(at: position) != 0 { append(",\"pool\":", comments.pool(at: position), to: &block) }
    if let sent = comments.sent(at: position) { append(",\"sent\":", sent, to: &block) }
    if let id = comments.id(at: position) {
      append(",\"id\":\"", id, to: &block)
      block.append(UInt8(ascii: "\""))
    }
    if let sender = comments.sender(at: position) {
      block.append(",\"sender\":\"")
      block.append(hexadecimal: sender.number, digits: 16)
      block.append(UInt8(ascii: "\""))
    }
  }

  private func append(_ name: StaticString, _ number: some FixedWidthInteger, to block: inout ByteBlock) {
    block.append(name)
    block.append(Int(number))
  }
}

extension Comment.Mode {
  /// The word that files of ours have for it.
  var name: StaticString {
    switch self {
    case .scroll: "scroll"
    case .bottom: "bottom"
    case .top: "top"
    case .reverse: "reverse"
    case .positioned: "positioned"
    case .scripted: "scripted"
    case .animated: "animated"
    }
  }
}

extension ByteBlock {
  /// Adds ` ×3` behind the text of a comment that stands for three.
  mutating func append(repeats: Int) {
    guard repeats > 1 else { return }
    append(" ×")
    append(repeats)
  }
}
