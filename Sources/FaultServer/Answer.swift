/// What the server does about one request: a script of bytes and pauses.
public struct Answer: Sendable {
  enum Step: Sendable {
    case send([UInt8])
    case trickle([UInt8], size: Int, every: Duration)
    case forever([UInt8], every: Duration)
    case wait(Duration)
    /// Nothing more comes, and the connection stays.
    case stall
    case reset
  }

  let script: @Sendable (Request) -> [Step]

  init(_ script: @escaping @Sendable (Request) -> [Step]) {
    self.script = script
  }

  init(_ steps: [Step]) {
    script = { _ in steps }
  }

  /// The same answer after a pause.
  public func delayed(by pause: Duration) -> Answer {
    let script = script
    return Answer { [.wait(pause)] + script($0) }
  }

  static func head(_ status: String, _ headers: [String: String]) -> [UInt8] {
    let lines = headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }
    return Array("HTTP/1.1 \(status)\r\n\(lines.joined())\r\n".utf8)
  }

  static func chunk(_ bytes: some Collection<UInt8>) -> [UInt8] {
    Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n".utf8)
  }
}

// MARK: - Honest answers

extension Answer {
  /// 200 with `body`.
  public static func ok(
    _ body: [UInt8], type: String = "application/json", headers: [String: String] = [:]
  ) -> Answer {
    let own = ["Content-Type": type, "Content-Length": "\(body.count)", "Connection": "close"]
    return Answer([.send(head("200 OK", own.merging(headers) { $1 })), .send(body)])
  }

  /// 200 with `text`.
  public static func ok(_ text: String, type: String = "application/json") -> Answer {
    ok(Array(text.utf8), type: type)
  }

  /// `body` compressed for those who accept that.
  public static func gzip(_ body: [UInt8]) -> Answer {
    let packed = Gzip.pack(body)
    return Answer { request in
      guard request.headers["accept-encoding"]?.contains("gzip") == true else { return ok(body).script(request) }
      return ok(packed, headers: ["Content-Encoding": "gzip"]).script(request)
    }
  }

  /// `body` in chunks, without a length.
  public static func chunked(_ body: [UInt8]) -> Answer {
    let parts = stride(from: 0, to: body.count, by: 1000).map { chunk(body[$0..<min($0 + 1000, body.count)]) }
    let start = head("200 OK", ["Transfer-Encoding": "chunked", "Connection": "close"])
    return Answer([.send(start), .send(parts.flatMap(\.self)), .send(chunk([]))])
  }

  /// `body` in ten parts, one after each pause: slow, and honest.
  public static func slow(_ body: [UInt8], every pause: Duration) -> Answer {
    let start = head("200 OK", ["Content-Length": "\(body.count)", "Connection": "close"])
    return Answer([.send(start), .trickle(body, size: max(1, (body.count + 9) / 10), every: pause)])
  }

  /// `body` with a mark, or 304 to those who name the mark.
  public static func marked(_ etag: String, _ body: [UInt8]) -> Answer {
    Answer { request in
      guard request.headers["if-none-match"] == etag else {
        return ok(body, headers: ["ETag": etag]).script(request)
      }
      return [.send(head("304 Not Modified", ["ETag": etag, "Connection": "close"]))]
    }
  }

  /// The newest version as an npm registry tells it.
  public static func version(_ version: String) -> Answer {
    ok(#"{"name": "bangumi-data", "version": "\#(version)", "dist": {"tarball": "x"}}"#)
  }

  /// A redirect.
  public static func redirect(to location: String, status: String = "302 Found") -> Answer {
    Answer([.send(head(status, ["Location": location, "Content-Length": "0", "Connection": "close"]))])
  }

  /// Any status with a body.
  public static func status(
    _ status: Int, _ body: String = "", type: String = "text/plain", headers: [String: String] = [:]
  ) -> Answer {
    let own = ["Content-Type": type, "Content-Length": "\(body.utf8.count)", "Connection": "close"]
    return Answer([.send(head("\(status) Status", own.merging(headers) { $1 })), .send(Array(body.utf8))])
  }
}
