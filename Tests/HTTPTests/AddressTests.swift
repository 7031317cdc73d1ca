import FaultServer
import Testing

@testable import HTTP

@Suite struct `An address` {
  @Test(arguments: [
    "127.0.0.1", "127.255.255.254", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fec0::1", "fc00::1",
    "fdab::1", "ff02::1", "::ffff:127.0.0.1", "64:ff9b::10.0.0.1", "2002:c0a8:0101::1", "[::1]",
  ])
  func `of this machine or its networks is told from the others`(_ text: String) throws {
    #expect(try #require(NetworkAddress(text)).isInternal)
  }

  @Test(arguments: [
    "1.1.1.1", "172.32.0.1", "172.15.255.255", "192.167.1.1", "100.128.0.1", "198.18.0.7", "223.255.255.255",
    "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101", "2002:0101:0101::1", "[2606:4700::1111]",
  ])
  func `of the world is told from one's own`(_ text: String) throws {
    #expect(try !#require(NetworkAddress(text)).isInternal)
  }

  @Test(arguments: ["", "localhost", "example.org", "1.2.3", "1.2.3.4.5", "g::1"])
  func `is no name`(_ text: String) {
    #expect(NetworkAddress(text) == nil)
  }
}

@Suite struct `A redirect within one's own network` {
  @Test func `is followed where the user's address was there already`() async throws {
    let inner = try HostileServer(["/file": .ok(body)])
    let outer = try HostileServer(["/file": .redirect(to: inner.url("/file"))])

    #expect(try await get(outer.url("/file")).get().body == body)
  }
}
