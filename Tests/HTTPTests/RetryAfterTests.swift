import FaultServer
import Testing

@testable import HTTP

@Suite struct `A Retry-After` {
  @Test(arguments: [
    ("0", 0), ("120", 120), ("3600", 3600), ("1000000000", 3600), ("99999999999999999999999", 3600), ("-5", 0),
    ("-99999999999999999999999", 0),
  ])
  func `in seconds lies between nothing and an hour`(_ value: String, _ seconds: Int) {
    #expect(RetryAfter.read(value, date: nil) == .seconds(seconds))
  }

  @Test(arguments: ["", "-", "soon", "3.5", "1e3", "12 s", "٣", "Mon", "0x10"])
  func `that makes no sense is none`(_ value: String) {
    #expect(RetryAfter.read(value, date: "Sun, 06 Nov 1994 08:49:37 GMT") == nil)
  }

  @Test(arguments: [
    ("Sun, 06 Nov 1994 08:51:37 GMT", 120), ("Sunday, 06-Nov-94 08:51:37 GMT", 120), ("Sun Nov  6 08:51:37 1994", 120),
    ("Sun, 06 Nov 1994 08:00:00 GMT", 0), ("Sun, 06 Nov 2094 08:49:37 GMT", 3600),
  ])
  func `as a date is held against the date of the same answer`(_ value: String, _ seconds: Int) {
    #expect(RetryAfter.read(value, date: "Sun, 06 Nov 1994 08:49:37 GMT") == .seconds(seconds))
  }

  @Test func `as a date is none where the answer has no date`() {
    #expect(RetryAfter.read("Sun, 06 Nov 1994 08:51:37 GMT", date: nil) == nil)
    #expect(RetryAfter.read("Sun, 06 Nov 1994 08:51:37 GMT", date: "yesterday") == nil)
  }

  @Test func `comes with the refusal`() async throws {
    let answer = Answer.status(503, "Busy.", headers: ["Retry-After": "42"])
    let server = try HostileServer(["/file": answer])

    #expect(
      await get(server.url("/file")).failure == .status(503, sentence: "Busy.", retryAfter: .seconds(42)))
  }
}
