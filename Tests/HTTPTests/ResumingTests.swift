import FaultServer
import HTTP
import Testing

/// 200 KB of which no part looks like another.
private let file = (0..<50_000).flatMap { number in withUnsafeBytes(of: UInt32(number).bigEndian) { Array($0) } }
private let half = file.count / 2

/// The outcome of a GET of `url` that may go on from `partial`.
private func fetch(_ url: String, from partial: HTTPPartial? = nil) async -> HTTPOutcome {
  await HTTPClient(userAgent: "yozakura/test").fetch(HTTPRequest(url, limits: quick, resuming: partial))
}

/// Two times of which the first is old enough to name a file.
private let times = ["Last-Modified": "Sun, 06 Nov 1994 08:00:00 GMT", "Date": "Sun, 06 Nov 1994 08:49:37 GMT"]

@Suite struct `A transfer that broke off` {
  @Test(arguments: [
    ("\"a\"", ["ETag": "\"a\""]), ("Sun, 06 Nov 1994 08:00:00 GMT", times),
    ("Sun, 06 Nov 1994 08:00:00 GMT", times.merging(["ETag": "W/\"a\""]) { $1 }),
  ])
  func `is gone on from where it broke, by the server's mark of the file`(
    _ mark: String, _ headers: [String: String]
  ) async throws {
    let server = try HostileServer([
      "/file": .broken(afterBytes: half, of: file, validator: mark, headers: headers)
    ])
    let partial = try #require(await fetch(server.url("/file")).partial)
    let response = try await fetch(server.url("/file"), from: partial).result.get()

    #expect(partial.body == Array(file[..<half]) && partial.length == file.count && partial.validator == mark)
    #expect(response.body == file)
    #expect(response.status == 206)
    #expect(response.wireBytes == file.count - half)
  }

  @Test func `begins anew where the file has changed`() async throws {
    let server = try HostileServer([
      "/file": .broken(afterBytes: half, of: file, validator: "\"a\"", headers: ["ETag": "\"a\""])
    ])
    let partial = try #require(await fetch(server.url("/file")).partial)
    server.route("/file", .broken(afterBytes: 0, of: body, validator: "\"b\"", headers: ["ETag": "\"b\""]))
    let response = try await fetch(server.url("/file"), from: partial).result.get()

    #expect(response.body == body)
    #expect(response.wireBytes == body.count)
  }

  @Test(arguments: [
    [:], ["ETag": "W/\"a\""], ["ETag": "a"], ["ETag": "\"a\u{7F}\""], ["ETag": "\"a\"", "Accept-Ranges": "none"],
    ["Last-Modified": "Sun, 06 Nov 1994 08:00:00 GMT"],
    ["Last-Modified": "Sun, 06 Nov 1994 08:49:00 GMT", "Date": "Sun, 06 Nov 1994 08:49:37 GMT"],
  ])
  func `leaves nothing where no mark is sure`(_ headers: [String: String]) async throws {
    let server = try HostileServer([
      "/file": .broken(afterBytes: half, of: file, validator: "", headers: headers)
    ])
    let outcome = await fetch(server.url("/file"))

    #expect(outcome.result.failure == .reset(received: half))
    #expect(outcome.partial == nil)
  }

  @Test func `leaves nothing that is small or packed`() async throws {
    let marked = ["ETag": "\"a\""]
    let server = try HostileServer([
      "/small": .broken(afterBytes: 1000, of: file, validator: "", headers: marked),
      "/packed": .broken(
        afterBytes: half, of: file, validator: "", headers: marked.merging(["Content-Encoding": "gzip"]) { $1 }),
    ])

    #expect(await fetch(server.url("/small")).partial == nil)
    #expect(await fetch(server.url("/packed")).partial == nil)
  }

  @Test(arguments: RangeFault.allCases)
  func `is never joined with another part than the one asked for`(_ fault: RangeFault) async throws {
    let server = try HostileServer(["/file": .broken(afterBytes: half, of: file, thenRange: fault)])
    let partial = try #require(await fetch(server.url("/file")).partial)
    let outcome = await fetch(server.url("/file"), from: partial)

    #expect(outcome.result.failure == .malformed("another range than asked for"))
    #expect(outcome.partial == nil)
  }

  @Test func `keeps its beginning while the server is away, and loses it where the range is refused`() async throws {
    let server = try HostileServer(["/file": .broken(afterBytes: half, of: file, thenStatus: 503)])
    let partial = try #require(await fetch(server.url("/file")).partial)
    let (busy, closed) = (await fetch(server.url("/file"), from: partial), try ClosedPort())
    server.route("/file", .broken(afterBytes: half, of: file, thenStatus: 416))

    #expect(busy.result.failure == .status(503, sentence: "no") && busy.partial == partial)
    #expect(await fetch(closed.url("/file"), from: partial).partial == partial)
    #expect(await fetch(server.url("/file"), from: partial).partial == nil)
  }

  @Test func `grows until it is whole, however often it breaks`() async throws {
    let server = try HostileServer(["/file": .brokenAgain(everyBytes: half / 3, of: file)])
    var outcome = await fetch(server.url("/file"))
    var requests = 1
    while let partial = outcome.partial, requests < 20 {
      outcome = await fetch(server.url("/file"), from: partial)
      requests += 1
    }

    #expect(try outcome.result.get().body == file)
    #expect(requests == 7)
  }

  @Test func `counts its beginning when the whole is too large`() async throws {
    let server = try HostileServer([
      "/file": .broken(afterBytes: half, of: file, validator: "\"a\"", headers: ["ETag": "\"a\""])
    ])
    let partial = try #require(await fetch(server.url("/file")).partial)
    let limit = file.count - 1
    let request = HTTPRequest(server.url("/file"), limits: HTTPLimits(bodyBytes: limit), resuming: partial)

    #expect(await HTTPClient(userAgent: "yozakura/test").fetch(request).result.failure == .tooLarge(limit: limit))
  }

  @Test func `asks for no compression when it goes on`() async throws {
    let server = try HostileServer(["/file": .broken(afterBytes: half, of: file, thenStatus: 503)])
    let partial = try #require(await fetch(server.url("/file")).partial)
    _ = await fetch(server.url("/file"), from: partial)

    #expect(server.requests.map { $0.headers["accept-encoding"] } == ["gzip", "identity"])
  }
}
