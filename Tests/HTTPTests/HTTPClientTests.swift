import FaultServer
import HTTP
import Testing

let body = Array(String(repeating: "葬送のフリーレン ", count: 2000).utf8)

/// The usual bounds, with the waiting scaled down.
let quick: HTTPLimits = {
  var limits = HTTPLimits(bodyBytes: 1 << 20)
  limits.connectTimeout = .milliseconds(1600)
  limits.speedWindow = .seconds(2)
  return limits
}()

/// The answer or the error of a GET of `url` within `limits`.
func get(
  _ url: String, limits: HTTPLimits = quick, headers: [(name: String, value: String)] = []
) async -> Result<HTTPResponse, HTTPError> {
  let client = HTTPClient(userAgent: "yozakura/test")
  do throws(HTTPError) {
    return .success(try await client.get(HTTPRequest(url, headers: headers, limits: limits)))
  } catch {
    return .failure(error)
  }
}

extension Result {
  var failure: Failure? {
    if case .failure(let error) = self { error } else { nil }
  }
}

@Suite struct `An honest answer` {
  @Test func `A request with a body sends it, and is not sent again after a redirect`() async throws {
    let server = try HostileServer(["/ask": .ok(body)])
    server.route("/moved", .redirect(to: server.url("/ask")))
    var request = HTTPRequest(server.url("/ask"))
    request.body = Array("質問".utf8)
    let client = HTTPClient(userAgent: "yozakura/test")

    #expect(try await client.get(request).body == body)
    #expect(server.requests.first?.body == request.body)
    request.url = server.url("/moved")
    #expect(try await client.get(request).redirect == server.url("/ask"))
    #expect(server.count("/ask") == 1)
  }

  @Test(arguments: [Answer.ok(body), .gzip(body), .chunked(body), .slow(body, every: .milliseconds(30))])
  func `arrives whole, however it is framed`(_ answer: Answer) async throws {
    let server = try HostileServer(["/file": answer])
    let response = try await get(server.url("/file")).get()

    #expect(response.body == body)
    #expect(response.status == 200)
  }

  @Test func `is compressed on the wire and counted there`() async throws {
    let server = try HostileServer(["/file": .gzip(body)])
    let response = try await get(server.url("/file")).get()

    #expect(response.body == body)
    #expect(response.wireBytes < body.count / 10)
  }

  @Test func `may be slower than any deadline while it stays above the floor`() async throws {
    var limits = quick
    limits.speedWindow = .milliseconds(700)
    let server = try HostileServer(["/file": .slow(body, every: .milliseconds(150))])

    #expect(try await get(server.url("/file"), limits: limits).get().body == body)
  }

  @Test func `tells its headers whatever their case`() async throws {
    let server = try HostileServer(["/file": .ok([], headers: ["ETag": "\"a\""])])

    #expect(try await get(server.url("/file")).get().header("etag") == "\"a\"")
  }

  @Test func `to a conditional request may be that nothing changed`() async throws {
    let server = try HostileServer(["/file": .marked("\"a\"", body)])
    let response = try await get(server.url("/file"), headers: [("If-None-Match", "\"a\"")]).get()

    #expect(response.status == 304)
    #expect(response.body.isEmpty)
  }

  @Test func `comes with events that count its bytes`() async throws {
    let server = try HostileServer(["/file": .slow(body, every: .milliseconds(30))])
    let (events, mailbox) = AsyncStream.makeStream(of: HTTPEvent.self)
    let client = HTTPClient(userAgent: "yozakura/test")
    _ = try await client.get(HTTPRequest(server.url("/file"), limits: quick)) { mailbox.yield($0) }
    mailbox.finish()
    let seen = await events.reduce(into: []) { $0.append($1) }

    #expect(seen.first == .responded(length: body.count))
    #expect(seen.count > 2)
  }

  @Test func `is asked for by name, without cookies`() async throws {
    let server = try HostileServer(["/file": .ok(body, headers: ["Set-Cookie": "a=b"])])
    let client = HTTPClient(userAgent: "yozakura/1.0")
    for _ in 0..<2 { _ = try await client.get(HTTPRequest(server.url("/file"))) }

    #expect(server.requests.allSatisfy { $0.headers["user-agent"] == "yozakura/1.0" })
    #expect(server.requests.allSatisfy { $0.headers["cookie"] == nil })
  }
}

@Suite struct `A redirect` {
  @Test func `is followed three times`() async throws {
    let server = try HostileServer([
      "/1": .redirect(to: "/2"), "/2": .redirect(to: "3"), "/3": .redirect(to: "/4", status: "308 x"), "/4": .ok(body),
    ])
    let response = try await get(server.url("/1")).get()

    #expect(response.body == body)
    #expect(response.url == server.url("/4"))
  }

  @Test func `is not followed a fourth time`() async throws {
    let server = try HostileServer(["/loop": .redirect(to: "/loop")])

    #expect(await get(server.url("/loop")).failure == .tooManyRedirects(limit: 3))
    #expect(server.count("/loop") == 4)
  }

  @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/x", "javascript:alert(1)"])
  func `to anything but http is refused`(_ target: String) async throws {
    let server = try HostileServer(["/file": .redirect(to: target)])

    #expect(await get(server.url("/file")).failure == .forbiddenRedirect(to: target))
  }

  @Test func `can itself be the answer`() async throws {
    let server = try HostileServer(["/latest": .redirect(to: "/data@0.3.222/x")])
    let client = HTTPClient(userAgent: "yozakura/test")
    let request = HTTPRequest(server.url("/latest"), redirects: .followUnless { $0.contains("@0.3") })
    let response = try await client.get(request)

    #expect(response.redirect == server.url("/data@0.3.222/x"))
    #expect(server.requests.count == 1)
  }

  @Test func `with a body without end is followed all the same`() async throws {
    let server = try HostileServer(["/file": .redirectWithEndlessBody(to: "/whole"), "/whole": .ok(body)])

    #expect(try await get(server.url("/file")).get().body == body)
  }
}

@Suite struct `A bad answer` {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let answer: Answer
    let isExpected: @Sendable (HTTPError?) -> Bool

    init(_ name: String, _ answer: Answer, _ isExpected: @escaping @Sendable (HTTPError?) -> Bool) {
      testDescription = name
      self.answer = answer
      self.isExpected = isExpected
    }

    init(_ name: String, _ answer: Answer, is error: HTTPError) {
      self.init(name, answer) { $0 == error }
    }
  }

  static let cases = [
    Case("reset", .reset(), is: .reset(received: 0)),
    Case("reset in the body", .reset(afterBytes: 1000, of: body), is: .reset(received: 1000)),
    Case("nothing at all", .nothing, is: .reset(received: 0)),
    Case("silence", .stall(), is: .stalled(bytesPerSecond: 0)),
    Case("silence after 100 bytes", .stall(afterBytes: 100, of: body)) {
      if case .stalled? = $0 { true } else { false }
    },
    Case("a trickle", .trickle(body, every: .milliseconds(20))) { if case .stalled? = $0 { true } else { false } },
    Case("cut short of its length", .truncated(body, .length)) {
      $0 == .truncated(expected: body.count, actual: body.count / 2)
    },
    Case("cut short in a chunk", .truncated(body, .chunked)) {
      $0 == .truncated(expected: nil, actual: body.count / 2)
    },
    Case("gzip cut short", .truncatedGzip(body)) { if case .truncated? = $0 { true } else { false } },
    Case("no gzip at all", .brokenGzip(body), is: .badEncoding("gzip")),
    Case("longer than said", .longer(body), is: .tooLong(expected: body.count)),
    Case("a bomb", .bomb(megabytes: 8), is: .bomb(limit: 1 << 20)),
    Case("a body without end", .endlessBody, is: .tooLarge(limit: 1 << 20)),
    Case(
      "a length beyond the limit", .ok([], headers: ["Content-Length": "9999999999"]), is: .tooLarge(limit: 1 << 20)),
    Case("a negative length", .ok(body, headers: ["Content-Length": "-5"])) {
      if case .malformed? = $0 { true } else { false }
    },
    Case("headers without end", .endlessHeaders, is: .tooManyHeaders(limit: 64 << 10)),
    Case("a header line without end", .endlessHeaderLine, is: .tooManyHeaders(limit: 64 << 10)),
    Case("interim answers without end", .endlessInterim, is: .tooManyHeaders(limit: 64 << 10)),
    Case("a compression not asked for", .ok(body, headers: ["Content-Encoding": "br"]), is: .badEncoding("br")),
    Case("not HTTP", .noise) { if case .malformed? = $0 { true } else { false } },
    Case("404", .status(404, "gone\nfor good"), is: .status(404, sentence: "gone")),
    Case("204", .status(204), is: .status(204, sentence: nil)),
    Case("304 unasked", .status(304), is: .status(304, sentence: nil)),
    Case(
      "503 as a page", .status(503, "<html><title>Busy</title>", type: "text/html"), is: .status(503, sentence: "Busy")),
    Case(
      "403 in JSON", .status(403, #"{"errors": [{"message": "The API is down."}]}"#, type: "application/json"),
      is: .status(403, sentence: "The API is down.")),
    Case("500 with a body without end", .statusWithEndlessBody("500 x"), is: .status(500, sentence: nil)),
  ]

  @Test(arguments: cases) func `is refused with its fact`(_ bad: Case) async throws {
    let server = try HostileServer(["/file": bad.answer])
    let failure = await get(server.url("/file")).failure

    #expect(bad.isExpected(failure), "\(String(describing: failure))")
  }
}

@Suite struct `A server that is not there` {
  @Test func `refuses`() async throws {
    let port = try ClosedPort()

    #expect(await get(port.url("/file")).failure == .refused("127.0.0.1:\(port.port)"))
  }

  @Test func `swallows connections until the limit`() async throws {
    let hole = try BlackHole()

    #expect(await get(hole.url("/file")).failure == .connectTimeout)
  }

  @Test func `has no name`() async throws {
    guard case .hostUnknown = await get("http://nowhere.invalid/file").failure else {
      Issue.record("a name under .invalid was found")
      return
    }
  }

  @Test(arguments: ["", "x", "file:///etc/passwd", "ftp://127.0.0.1/", "http://", "http://a b/", "http://a/\r\nX: y"])
  func `has no such address`(_ address: String) async throws {
    #expect(await get(address).failure == .badAddress(address))
  }
}

@Suite(.timeLimit(.minutes(5))) struct Cancellation {
  @Test func `ends a transfer and its connection at once`() async throws {
    let server = try HostileServer(["/file": .stall(afterBytes: 10, of: body)])
    let (events, mailbox) = AsyncStream.makeStream(of: HTTPEvent.self)
    let url = server.url("/file")
    let task = Task { () -> HTTPError? in
      let client = HTTPClient(userAgent: "yozakura/test")
      do throws(HTTPError) {
        _ = try await client.get(HTTPRequest(url)) { mailbox.yield($0) }
        return nil
      } catch {
        return error
      }
    }
    for await _ in events.prefix(1) {}
    task.cancel()

    #expect(await task.value == .cancelled)
  }

  @Test func `before the request asks nobody`() async throws {
    let server = try HostileServer(["/file": .stall()])
    let url = server.url("/file")
    let task = Task { () -> HTTPError? in
      withUnsafeCurrentTask { $0?.cancel() }
      return await get(url).failure
    }

    #expect(await task.value == .cancelled)
  }

  @Test func `of everything ends the client's thread, and a later request starts another`() async throws {
    let server = try HostileServer(["/stall": .stall(afterBytes: 10, of: body), "/file": .ok(body)])
    let (events, mailbox) = AsyncStream.makeStream(of: HTTPEvent.self)
    let client = HTTPClient(userAgent: "yozakura/test")
    let (stalling, whole) = (server.url("/stall"), server.url("/file"))
    let task = Task { try await client.get(HTTPRequest(stalling)) { mailbox.yield($0) } }
    for await _ in events.prefix(1) {}
    client.close()

    await #expect(throws: HTTPError.cancelled) { try await task.value }
    #expect(try await client.get(HTTPRequest(whole)).body == body)
  }

  @Test func `of one leaves the others alone`() async throws {
    let server = try HostileServer(["/stall": .stall(), "/file": .slow(body, every: .milliseconds(20))])
    let client = HTTPClient(userAgent: "yozakura/test")
    let (stalling, whole) = (server.url("/stall"), server.url("/file"))
    let other = Task { try await client.get(HTTPRequest(stalling)) }
    let file = Task { try await client.get(HTTPRequest(whole)) }
    other.cancel()

    #expect(try await file.value.body == body)
  }
}
