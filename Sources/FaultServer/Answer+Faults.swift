/// Where a body says how long it is.
public enum Framing: String, CaseIterable, Sendable {
  /// A Content-Length.
  case length
  /// Chunks.
  case chunked
  /// Nothing: the end of the connection is the end.
  case none
}

// MARK: - Faults

extension Answer {
  /// The connection breaks after `count` bytes of `body`; with 0, before any answer.
  public static func reset(afterBytes count: Int = 0, of body: [UInt8] = []) -> Answer {
    guard count > 0 else { return Answer([.reset]) }
    return Answer([.send(opening(body)), .send(Array(body.prefix(count))), .wait(.milliseconds(50)), .reset])
  }

  /// Nothing more after `count` bytes; with nil, not even a header.
  public static func stall(afterBytes count: Int? = nil, of body: [UInt8] = []) -> Answer {
    guard let count else { return Answer([.stall]) }
    return Answer([.send(opening(body)), .send(Array(body.prefix(count))), .stall])
  }

  /// One byte after each pause.
  public static func trickle(_ body: [UInt8], every pause: Duration) -> Answer {
    Answer([.send(opening(body)), .trickle(body, size: 1, every: pause)])
  }

  /// Half of the body, then the end.
  public static func truncated(_ body: [UInt8], _ framing: Framing) -> Answer {
    let half = Array(body.prefix(body.count / 2))
    switch framing {
    case .length: return Answer([.send(opening(body)), .send(half)])
    case .chunked: return Answer([.send(head("200 OK", ["Transfer-Encoding": "chunked"])), .send(chunk(half))])
    case .none: return Answer([.send(head("200 OK", ["Connection": "close"])), .send(half)])
    }
  }

  /// More bytes than announced.
  public static func longer(_ body: [UInt8], by excess: Int = 4096) -> Answer {
    let extra = [UInt8](repeating: 0x20, count: excess)
    return Answer([.send(opening(body) + body + extra), .stall])
  }

  /// A web page with status 200, as a captive portal sends it.
  public static let page = ok("<!DOCTYPE html><html><title>Log in</title></html>", type: "text/html")

  /// Header lines without end.
  public static let endlessHeaders = Answer([
    .send(Array("HTTP/1.1 200 OK\r\n".utf8)),
    .forever(lines("X-Padding: \(String(repeating: "x", count: 500))\r\n"), every: .zero),
  ])

  /// One header line without end.
  public static let endlessHeaderLine = Answer([
    .send(Array("HTTP/1.1 200 OK\r\nX-Padding: ".utf8)),
    .forever([UInt8](repeating: 0x78, count: 64 << 10), every: .zero),
  ])

  /// Interim answers without end.
  public static let endlessInterim = Answer([.forever(lines("HTTP/1.1 103 Early\r\n\r\n"), every: .zero)])

  /// A body without end.
  public static let endlessBody = Answer([
    .send(head("200 OK", ["Connection": "close"])), .forever([UInt8](repeating: 0x20, count: 64 << 10), every: .zero),
  ])

  /// A small gzip body that unpacks to `megabytes`.
  public static func bomb(megabytes: Int) -> Answer {
    ok(Gzip.pack([UInt8](repeating: 0, count: megabytes << 20)), headers: ["Content-Encoding": "gzip"])
  }

  /// gzip by its header, not by its bytes.
  public static func brokenGzip(_ body: [UInt8]) -> Answer {
    ok(body, headers: ["Content-Encoding": "gzip"])
  }

  /// gzip that ends in the middle, with an honest length.
  public static func truncatedGzip(_ body: [UInt8]) -> Answer {
    let packed = Gzip.pack(body)
    return ok(Array(packed.prefix(packed.count / 2)), headers: ["Content-Encoding": "gzip"])
  }

  /// Bytes that are not HTTP.
  public static let noise = Answer([.send(Array("SSH-2.0-OpenSSH_9.2p1 Debian\r\n".utf8))])

  /// The connection ends without an answer.
  public static let nothing = Answer([])

  /// `line` again and again, 64 KiB of it.
  private static func lines(_ line: String) -> [UInt8] {
    Array(repeatElement(line.utf8, count: (64 << 10) / line.utf8.count).joined())
  }

  /// The headers of an answer that announces `body`.
  static func opening(_ body: [UInt8], _ headers: [String: String] = [:]) -> [UInt8] {
    let own = ["Content-Type": "application/json", "Content-Length": "\(body.count)"]
    return head("200 OK", own.merging(headers) { $1 })
  }
}

extension Answer {
  /// A redirect whose own body never ends.
  public static func redirectWithEndlessBody(to location: String) -> Answer {
    Answer([
      .send(head("302 Found", ["Location": location])), .forever([UInt8](repeating: 0x20, count: 4096), every: .zero),
    ])
  }

  /// A refusal whose body never ends.
  public static func statusWithEndlessBody(_ status: String) -> Answer {
    Answer([.send(head(status, [:])), .forever([UInt8](repeating: 0x20, count: 4096), every: .zero)])
  }
}
