import FaultServer
import HTTP
import TestSupport
import Testing

@Suite struct `The timings of a request` {
  @Test func `come in order, and tell the server and the version`() async throws {
    let server = try HostileServer(["/file": .ok(body).delayed(by: .milliseconds(60))])
    let timings = await HTTPClient(userAgent: "yozakura/test").fetch(HTTPRequest(server.url("/file"))).timings
    let (connect, firstByte) = (try #require(timings.connect), try #require(timings.firstByte))

    #expect(connect < firstByte && firstByte <= timings.total)
    #expect(firstByte >= .milliseconds(60))
    #expect(timings.hostAddress == "127.0.0.1")
    #expect(timings.version == .http1_1)
    #expect(!timings.isReused)
  }

  @Test func `are those of the server that was asked, and of the answer behind its redirect`() async throws {
    let far = try HostileServer(["/file": .ok(body).delayed(by: .milliseconds(500))])
    let near = try HostileServer(["/file": .redirect(to: far.url("/file"))])
    let timings = await HTTPClient(userAgent: "yozakura/test").fetch(HTTPRequest(near.url("/file"))).timings

    #expect(try #require(timings.connect) < .milliseconds(500))
    #expect(try #require(timings.firstByte) >= .milliseconds(500))
  }

  @Test func `of a failure tell how far it came`() async throws {
    let (server, closed, hole) = (try HostileServer(["/file": .stall()]), try ClosedPort(), try BlackHole())
    let client = HTTPClient(userAgent: "yozakura/test")
    let silent = await client.fetch(HTTPRequest(server.url("/file"), limits: quick)).timings
    let refused = await client.fetch(HTTPRequest(closed.url("/file"), limits: quick)).timings
    let swallowed = await client.fetch(HTTPRequest(hole.url("/file"), limits: quick)).timings

    #expect(silent.connect != nil && silent.firstByte == nil && silent.total >= quick.speedWindow)
    #expect(refused.connect == nil && refused.firstByte == nil)
    #expect(swallowed.connect == nil && swallowed.total > .seconds(1))
  }

  @Test(.enabled(if: Nginx.isInstalled, "nginx-light and openssl are not installed"), .blocking)
  func `tell whether a connection was used again, and the version over TLS`() async throws {
    let nginx = try Nginx(["/data.json": body])
    let client = HTTPClient(userAgent: "yozakura/test", certificateAuthorities: nginx.authority)
    let first = await client.fetch(HTTPRequest(nginx.secureURL("/data.json"))).timings
    let second = await client.fetch(HTTPRequest(nginx.secureURL("/data.json"))).timings

    #expect(!first.isReused && second.isReused)
    #expect(first.version == .http2)
    #expect(second.connect == .zero)
  }
}
