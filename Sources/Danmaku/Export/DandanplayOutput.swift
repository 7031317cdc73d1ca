/// Writes comments as dandanplay's JSON, and as its servers send it.
///
///     {"count":1,"comments":[
///     {"cid":30725023,"p":"12.900,1,16777215,d263bd64","m":"感动"}
///     ]}
///
/// It knows time, mode, colour and sender, and no comment that is positioned, scripted or animated. Its players
/// tell comments apart by `cid`: one without an id gets the number of its place.
public struct DandanplayOutput: DanmakuOutput {
  /// An output without options.
  public init() {}

  /// It holds text alone.
  public func holds(_ comments: Comments, at position: Int) -> Bool { comments.mode(at: position).isText }

  /// How many there are, and the list's begin.
  public func appendHead(count: Int, to bytes: inout [UInt8]) {
    bytes.append("{\"count\":")
    bytes.append(decimal: count)
    bytes.append(",\"comments\":[\n")
  }

  /// One object on a line of its own.
  public func append(_ comments: Comments, at position: Int, repeats: Int, isFirst: Bool, to bytes: inout [UInt8]) {
    bytes.append(isFirst ? "{\"cid\":" : ",\n{\"cid\":")
    bytes.append(decimal: comments.id(at: position) ?? Int64(position + 1))
    bytes.append(",\"p\":\"")
    bytes.append(seconds: comments.time(at: position))
    bytes.append(UInt8(ascii: ","))
    bytes.append(decimal: comments.mode(at: position).rawValue)
    bytes.append(UInt8(ascii: ","))
    bytes.append(decimal: comments.color(at: position).rgb)
    if let sender = comments.sender(at: position) {
      bytes.append(UInt8(ascii: ","))
      sender.appendName(to: &bytes)
    }
    bytes.append("\",\"m\":\"")
    bytes.append(quoted: comments.bytes(at: position))
    bytes.append(repeats: repeats)
    bytes.append("\"}")
  }

  /// The list's end.
  public func appendTail(to bytes: inout [UInt8]) { bytes.append("\n]}\n") }
}
