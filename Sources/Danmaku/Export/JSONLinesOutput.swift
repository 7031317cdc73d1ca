/// Writes comments in our own shape, which `JSONLines` describes and reads.
public struct JSONLinesOutput: DanmakuOutput {
  /// An output without options: canonical means that there are none.
  public init() {}

  /// It holds every comment.
  public func holds(_ comments: Comments, at position: Int) -> Bool { true }

  /// The line that tells what follows.
  public func appendHead(count: Int, to bytes: inout [UInt8]) {
    bytes.append("{\"schema\":\"")
    bytes.append(JSONLines.schema)
    bytes.append("\"}\n")
  }

  /// One line: members in the order of `JSONLines.Key`, those of ordinary value left out.
  public func append(_ comments: Comments, at position: Int, repeats: Int, isFirst: Bool, to bytes: inout [UInt8]) {
    bytes.append("{\"time\":")
    bytes.append(decimal: comments.time(at: position))
    bytes.append(",\"text\":\"")
    bytes.append(quoted: comments.bytes(at: position))
    bytes.append(repeats: repeats)
    bytes.append(UInt8(ascii: "\""))
    appendLook(comments, position, to: &bytes)
    appendOrigin(comments, position, to: &bytes)
    bytes.append("}\n")
  }

  /// The last line has its end already.
  public func appendTail(to bytes: inout [UInt8]) {}

  /// How the comment looks and moves.
  private func appendLook(_ comments: Comments, _ position: Int, to bytes: inout [UInt8]) {
    let mode = comments.mode(at: position)
    if mode != .scroll {
      bytes.append(",\"mode\":\"")
      bytes.append(mode.name)
      bytes.append(UInt8(ascii: "\""))
    }
    let color = comments.color(at: position)
    if color != .white {
      bytes.append(",\"color\":\"#")
      bytes.append(hexadecimal: UInt64(color.rgb), digits: 6)
      bytes.append(UInt8(ascii: "\""))
    }
    if comments.size(at: position) != 25 { append(",\"size\":", comments.size(at: position), to: &bytes) }
    if let life = comments.life(at: position) { append(",\"life\":", life, to: &bytes) }
  }

  /// Where the comment comes from, and what its site thinks of it.
  private func appendOrigin(_ comments: Comments, _ position: Int, to bytes: inout [UInt8]) {
    if let weight = comments.weight(at: position) { append(",\"weight\":", weight, to: &bytes) }
    if comments.pool(at: position) != 0 { append(",\"pool\":", comments.pool(at: position), to: &bytes) }
    if let sent = comments.sent(at: position) { append(",\"sent\":", sent, to: &bytes) }
    if let id = comments.id(at: position) {
      append(",\"id\":\"", id, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    if let sender = comments.sender(at: position) {
      bytes.append(",\"sender\":\"")
      bytes.append(hexadecimal: sender.number, digits: 16)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private func append(_ name: StaticString, _ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    bytes.append(name)
    bytes.append(decimal: number)
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

extension [UInt8] {
  /// Appends ` ×3` behind the text of a comment that stands for three.
  mutating func append(repeats: Int) {
    guard repeats > 1 else { return }
    append(" ×")
    append(decimal: repeats)
  }
}
