import Testing

@testable import HTTP

struct HTTPHeadersTests {
  /// What a client makes of these lines.
  private func headers(_ lines: String...) -> HTTPHeaders {
    var headers = HTTPHeaders()
    for line in lines { Array(line.utf8).withUnsafeBufferPointer { headers.add(line: $0) } }
    return headers
  }

  @Test(arguments: [
    ("Content-Type: text/plain\r\n", "text/plain"), ("CONTENT-TYPE:text/plain\n", "text/plain"),
    ("content-type:\t text/plain \t\r\n", "text/plain"), ("Content-Type: a: b\r\n", "a: b"),
    ("Content-Type:\r\n", ""), ("Content-Type: \r\n", ""), ("Content-Type: 桜\r\n", "桜"),
  ])
  func `A value is found whatever the name's case, and without what surrounds it`(_ line: String, _ value: String) {
    #expect(headers(line)["content-Type"] == value)
  }

  @Test(arguments: ["Content-Typ: 1\r\n", "Content-Type 1\r\n", "\r\n", "", "X-Content-Type: 1\r\n"])
  func `Another name has no value`(_ line: String) {
    #expect(headers(line)["Content-Type"] == nil)
  }

  @Test(arguments: [
    ("HTTP/1.1 200 OK\r\n", 200), ("HTTP/2 304\r\n", 304), ("HTTP/1.1 404  Not Found\r\n", 404),
    ("HTTP/1.1\r\n", 0), ("HTTP/1.1 abc\r\n", 0), ("ICY 200 OK\r\n", 0),
  ])
  func `The status is the number in the status line`(_ line: String, _ status: Int) {
    #expect(headers(line).status == status)
  }

  @Test func `Of two lines with one name the last counts`() {
    #expect(headers("Retry-After: 1\r\n", "retry-after: 2\r\n")["Retry-After"] == "2")
  }

  @Test func `A new status line forgets the lines before it but counts their bytes`() {
    let lines = ["HTTP/1.1 100 Continue\r\n", "Content-Length: 1\r\n", "HTTP/1.1 200 OK\r\n"]
    let found = headers(lines[0], lines[1], lines[2])

    #expect(found.status == 200)
    #expect(found.length == nil)
    #expect(found.byteCount == lines.joined().utf8.count)
  }
}
