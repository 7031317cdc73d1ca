import Mirrors
import Testing

@Suite struct `A version` {
  @Test(arguments: [("0.3.222", [0, 3, 222]), ("v1.20.0", [1, 20, 0])])
  func `is three numbers`(_ text: String, _ numbers: [Int]) {
    #expect(Version(text)?.numbers == numbers)
  }

  @Test(arguments: [
    "", "0.3", "0.3.222.1", "0.3.x", "0.3.222-beta.1", "0..3", "０.3.1", "-1.0.0", "99999999999999999999.0.0",
  ])
  func `is nothing else`(_ text: String) {
    #expect(Version(text) == nil)
  }

  @Test func `is compared number by number`() throws {
    let (old, new) = (try #require(Version("0.3.99")), try #require(Version("0.3.222")))

    #expect(old < new)
  }

  @Test(arguments: [
    ("https://unpkg.com/bangumi-data@0.3.222/dist/data.json", "0.3.222"),
    ("https://unpkg.com/@scope/name@1.2.3/x", "1.2.3"),
  ])
  func `is found in an address`(_ address: String, _ version: String) {
    #expect(Version(inAddress: address)?.description == version)
  }

  @Test(arguments: ["https://unpkg.com/bangumi-data@0.3/dist/data.json", "https://unpkg.com/0.3.222", ""])
  func `is not found where there is none`(_ address: String) {
    #expect(Version(inAddress: address) == nil)
  }

  @Test(arguments: [("0.3", true), ("0", true), ("0.3.222", true), ("0.4", false), ("0.33", false)])
  func `stays within a pin`(_ pin: String, _ isAllowed: Bool) throws {
    let version = try #require(Version("0.3.222"))

    #expect(VersionPin(pin)?.allows(version) == isAllowed)
  }
}

@Suite struct `An origin` {
  @Test(arguments: [
    ("https://Unpkg.com/a@1/b", "https://unpkg.com"), ("http://127.0.0.1:8080/x", "http://127.0.0.1:8080"),
    ("https://[::1]:444/x", "https://[::1]:444"), ("http://a:80?x", "http://a"),
  ])
  func `is scheme, host and port`(_ address: String, _ origin: String) {
    #expect(Origin(address)?.description == origin)
  }

  @Test(arguments: [
    "", "example.org", "ftp://a/", "file:///x", "http://", "http:///x", "http://user:secret@a/", "http://a b/",
    "http://a:0/", "http://a:99999/", "http://a:x/", "http://a:/", "http://[::1/", "http://a/\n",
  ])
  func `is nothing else`(_ address: String) {
    #expect(Origin(address) == nil)
  }
}
