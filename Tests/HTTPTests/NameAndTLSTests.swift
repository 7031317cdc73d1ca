import FaultServer
import TestSupport
import Testing

@testable import HTTP

/// What is wrong with the secure connection, where that is what an error tells.
private func fault(_ error: HTTPError?) -> TLSFault? {
  if case .tls(let fault, _)? = error { fault } else { nil }
}

/// Why `url` has no answer for who trusts `authority`.
private func failure(_ url: String, trusting authority: String? = nil) async -> HTTPError? {
  let client = HTTPClient(userAgent: "yozakura/test", certificateAuthorities: authority)
  return await client.fetch(HTTPRequest(url, limits: quick)).result.failure
}

@Suite(.enabled(if: TLSServer.isAvailable, "openssl is not installed"), .blocking)
struct `A secure connection` {
  @Test(arguments: [(TLSServer.Validity.past, TLSFault.expired), (.future, .notYetValid)])
  func `tells a certificate of another time from one that nobody trusts`(
    _ validity: TLSServer.Validity, _ expected: TLSFault
  ) async throws {
    let server = try TLSServer(valid: validity)

    #expect(fault(await failure(server.url, trusting: server.authority)) == expected)
    #expect(fault(await failure(server.url)) == .untrusted)
  }

  @Test func `with somebody who speaks no TLS fails at the handshake`() async throws {
    let server = try HostileServer()
    let secure = "https" + server.url("/file").dropFirst(4)

    #expect(fault(await failure(secure)) == .handshake)
  }
}

@Suite struct `A certificate` {
  @Test(arguments: [
    ("SSL certificate problem: certificate is not yet valid", true, TLSFault.notYetValid),
    ("SSL certificate problem: certificate has expired", true, .expired),
    ("SSL certificate problem: self-signed certificate", true, .untrusted),
    ("SSL: no alternative certificate subject name matches target host name 'example.org'", true, .untrusted),
    ("error:0A00010B:SSL routines::wrong version number", false, .handshake),
    ("server verification failed: certificate not activated yet", true, .notYetValid),
  ])
  func `is judged by the words of the TLS library`(_ text: String, _ isVerification: Bool, _ expected: TLSFault) {
    #expect(TLSFault(text: text, isVerification: isVerification) == expected)
  }
}
