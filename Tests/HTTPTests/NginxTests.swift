import FaultServer
import HTTP
import TestSupport
import Testing

@Suite(.enabled(if: Nginx.isInstalled, "nginx-light and openssl are not installed"), .blocking)
struct `A real server` {
  private func get(
    _ url: String, trusting authority: String? = nil, headers: [(name: String, value: String)] = []
  ) async throws -> HTTPResponse {
    let client = HTTPClient(userAgent: "yozakura/test", certificateAuthorities: authority)
    return try await client.get(HTTPRequest(url, headers: headers, limits: quick))
  }

  @Test func `compresses, and we unpack`() async throws {
    let nginx = try Nginx(["/data.json": body], configuration: "gzip on;")
    let response = try await get(nginx.url("/data.json"))

    #expect(response.body == body)
    #expect(response.header("Content-Encoding") == "gzip")
    #expect(response.wireBytes < body.count / 10)
  }

  @Test func `may be as slow as it likes above the floor`() async throws {
    let nginx = try Nginx(["/data.json": body], configuration: "limit_rate 20k;")

    #expect(try await get(nginx.url("/data.json")).body == body)
  }

  @Test func `says that nothing changed`() async throws {
    let nginx = try Nginx(["/data.json": body])
    let etag = try #require(try await get(nginx.url("/data.json")).header("ETag"))

    #expect(try await get(nginx.url("/data.json"), headers: [("If-None-Match", etag)]).status == 304)
  }

  @Test func `is trusted over TLS and HTTP/2 when its authority is known`() async throws {
    let nginx = try Nginx(["/data.json": body])

    #expect(try await get(nginx.secureURL("/data.json"), trusting: nginx.authority).body == body)
  }

  @Test func `is not trusted with a certificate of its own making`() async throws {
    let nginx = try Nginx(["/data.json": body])
    let error = await #expect(throws: HTTPError.self) { try await get(nginx.secureURL("/data.json")) }

    guard case .tls(.untrusted, let text)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(text.contains("certificate"))
  }

  @Test func `cannot lead us from https to http`() async throws {
    let nginx = try Nginx(["/data.json": body], configuration: "location /old { return 302 http://127.0.0.1:1/; }")

    await #expect(throws: HTTPError.forbiddenRedirect(to: "http://127.0.0.1:1/")) {
      try await get(nginx.secureURL("/old"), trusting: nginx.authority)
    }
  }
}
