/// Writes comments as dandanplay's JSON, and as its servers send it.
///
///     {"count":1,"comments":[
///     {"cid":30725023,"p":"12.900,1,16777215,d263bd64","m":"感动"}
///     ]}
///
/// It knows time, mode, colour and sender, and no comment that is positioned, scripted or animated. Its players
/// tell comments apart by `cid`: one without an id gets the number of its place, or one that is as much larger for all
/// of them as keeps it apart from the ids that others have.
public struct DandanplayOutput: DanmakuOutput {
  /// What is added to the numbers of places.
  private var firstFree: Int64 = 0

  /// An output without options.
  public init() {}

  /// Looks for numbers that no comment has as its id.
  public func prepared(for comments: Comments) -> Self {
    var output = self
    let ids = comments.indices.compactMap { comments.id(at: $0) }
    output.firstFree = ids.count == comments.count ? 0 : Self.gap(of: Int64(comments.count), in: ids)
    return output
  }

  /// The least number, 0 or one of `ids`, behind which none of them is for `length` numbers.
  private static func gap(of length: Int64, in ids: [Int64]) -> Int64 {
    var last: Int64 = 0
    for id in ids.filter({ $0 > 0 }).sorted() {
      if id - last > length { break }
      last = id
    }
    return last
  }

  /// It holds text alone, and no times before the film.
  public func holds(_ comments: Comments, at position: Int) -> Bool {
    comments.mode(at: position).isText && comments.time(at: position) >= 0
  }

  /// How many there are, and the list's begin.
  public func appendHead(count: Int, to block: inout ByteBlock) {
    block.append("{\"count\":")
    block.append(count)
    block.append(",\"comments\":[\n")
  }

  /// One object on a line of its own.
  public func append(_ comments: Comments, at position: Int, repeats: Int, isFirst: Bool, to block: inout ByteBlock) {
    block.append(isFirst ? "{\"cid\":" : ",\n{\"cid\":")
    block.append(Int(comments.id(at: position) ?? firstFree + Int64(position) + 1))
    block.append(",\"p\":\"")
    block.append(seconds: comments.time(at: position))
    block.append(UInt8(ascii: ","))
    block.append(Int(comments.mode(at: position).rawValue))
    block.append(UInt8(ascii: ","))
    block.append(Int(comments.color(at: position).rgb))
    if let sender = comments.sender(at: position) {
      block.append(UInt8(ascii: ","))
      sender.appendName(to: &block)
    }
    block.append("\",\"m\":\"")
    block.append(quoted: comments.bytes(at: position))
    block.append(repeats: repeats)
    block.append("\"}")
  }

  /// The list's end.
  public func appendTail(to block: inout ByteBlock) { block.append("\n]}\n") }
}
