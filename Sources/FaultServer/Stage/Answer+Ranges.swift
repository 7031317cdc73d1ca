extension Answer {
  /// What a server says about the rest of a body that broke off.
  enum Rest: Sendable {
    /// It begins where it was asked to.
    case right
    /// It begins elsewhere, and the header says so.
    case wrong
    /// It begins elsewhere, and the header says that it does not.
    case misplaced
  }

  /// Half of `body`, then a break; who asks for the rest gets `rest`.
  static func broken(_ body: [UInt8], rest: Rest) -> Answer {
    Answer { request in
      guard let start = request.rangeStart, start < body.count, request.accepts(mark) else {
        let start = opening(body, ["ETag": mark, "Accept-Ranges": "bytes"])
        return [.send(start), .send(Array(body.prefix(body.count / 2))), .wait(.milliseconds(50)), .reset]
      }
      let place = rest == .right ? start : 0
      return partial(body, from: place, saying: rest == .misplaced ? start : place, count: body.count - start)
    }
  }

  private static let mark = "\"whole\""

  private static func partial(_ body: [UInt8], from place: Int, saying start: Int, count: Int) -> [Step] {
    let headers = [
      "Content-Range": "bytes \(start)-\(start + count - 1)/\(body.count)", "Content-Length": "\(count)",
      "Content-Type": "application/json", "ETag": mark, "Connection": "close",
    ]
    return [.send(head("206 Partial Content", headers)), .send(Array(body[place..<place + count]))]
  }
}

extension Request {
  /// Whether a part of the content with this mark is wanted.
  func accepts(_ mark: String) -> Bool {
    headers["if-range"].map { $0 == mark } ?? true
  }
}
