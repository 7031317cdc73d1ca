/// How a server answers the request for the rest of a file.
public enum RangeFault: CaseIterable, Sendable {
  /// One byte further on than asked for.
  case late
  /// From the very beginning, and called a part.
  case whole
  /// As of a file with another length.
  case otherLength
  /// Without a word about which part it is.
  case silent
  /// Compressed.
  case packed
  /// Up to the last number there is.
  case endless
}

extension Answer {
  /// `body` with these headers, of which only `count` bytes come before the connection breaks; the rest comes to who
  /// asks for it by the `validator` of this very file, the whole to who names another.
  public static func broken(
    afterBytes count: Int, of body: [UInt8], validator: String, headers: [String: String]
  ) -> Answer {
    Answer { request in
      guard let start = request.rangeStart else { return opening(body, headers, upTo: count) + [.reset] }
      guard request.headers["if-range"] == validator else { return opening(body, headers, upTo: body.count) }
      return part(body, from: start, of: body.count, headers)
    }
  }

  /// The beginning of `body`, which breaks off; then the rest with a `fault`.
  public static func broken(afterBytes count: Int, of body: [UInt8], thenRange fault: RangeFault) -> Answer {
    let marks = ["ETag": "\"a\""]
    return Answer { request in
      guard let start = request.rangeStart else { return opening(body, marks, upTo: count) + [.reset] }
      switch fault {
      case .late: return part(body, from: start + 1, of: body.count, marks)
      case .whole: return part(body, from: 0, of: body.count, marks)
      case .otherLength: return part(body, from: start, of: body.count + 1, marks)
      case .silent: return [.send(head("206 Partial Content", ["Connection": "close"])), .send(Array(body[start...]))]
      case .packed: return part(body, from: start, of: body.count, ["Content-Encoding": "gzip"])
      case .endless:
        let range = ["Content-Range": "bytes \(start)-\(Int.max)/*"]
        return part(body, from: start, of: body.count, marks.merging(range) { $1 })
      }
    }
  }

  /// `status` to every request for a part; `body`, of which `count` bytes come, to the others.
  public static func broken(afterBytes count: Int, of body: [UInt8], thenStatus status: Int) -> Answer {
    let refusal = Answer.status(status, "no")
    return Answer { request in
      request.rangeStart == nil ? opening(body, ["ETag": "\"a\""], upTo: count) + [.reset] : refusal.script(request)
    }
  }

  /// `count` more bytes of `body` to each request, then a break, until it is whole.
  public static func brokenAgain(everyBytes count: Int, of body: [UInt8]) -> Answer {
    let marks = ["ETag": "\"a\""]
    return Answer { request in
      guard let start = request.rangeStart else { return opening(body, marks, upTo: count) + [.reset] }
      guard start + count < body.count else { return part(body, from: start, of: body.count, marks) }
      return part(body, from: start, of: body.count, upTo: start + count, marks) + [.wait(.milliseconds(50)), .reset]
    }
  }

  private static func opening(_ body: [UInt8], _ headers: [String: String], upTo count: Int) -> [Step] {
    let own = ["Content-Length": "\(body.count)", "Connection": "close"]
    return [
      .send(head("200 OK", own.merging(headers) { $1 })), .send(Array(body.prefix(count))), .wait(.milliseconds(50)),
    ]
  }

  private static func part(
    _ body: [UInt8], from start: Int, of length: Int, upTo end: Int? = nil, _ headers: [String: String]
  ) -> [Step] {
    let own = [
      "Content-Range": "bytes \(start)-\(length - 1)/\(length)", "Content-Length": "\(body.count - start)",
      "Connection": "close",
    ]
    return [
      .send(head("206 Partial Content", own.merging(headers) { $1 })), .send(Array(body[start..<(end ?? body.count)])),
    ]
  }
}

extension Request {
  /// The N of `Range: bytes=N-`.
  public var rangeStart: Int? {
    guard let range = headers["range"], range.hasPrefix("bytes="), range.hasSuffix("-") else { return nil }
    return Int(range.dropFirst(6).dropLast())
  }
}
