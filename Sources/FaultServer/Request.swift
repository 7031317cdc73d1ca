import Glibc

/// What a client asked for.
public struct Request: Sendable {
  /// The path, without the query.
  public let path: String
  /// The headers, names in small letters.
  public let headers: [String: String]
  /// What was sent with it.
  public var body: [UInt8] = []

  /// Reads one request; nil where the client went away before it was whole.
  static func read(from connection: CInt) -> Request? {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
      let count = recv(connection, &part, part.count, 0)
      guard count > 0, bytes.count < 64 << 10 else { return nil }
      bytes += part[..<count]
      // A TLS handshake is answered too, in plain words.
      if bytes[0] == 0x16 { return Request(path: "", headers: [:]) }
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    guard let target = lines.first?.split(separator: " ").dropFirst().first else { return nil }
    let pairs = lines.dropFirst().compactMap { line -> (String, String)? in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      return (line[..<colon].lowercased(), String(value))
    }
    var request = Request(
      path: String(target.prefix { $0 != "?" }), headers: Dictionary(pairs, uniquingKeysWith: { $1 }))
    request.readBody(behind: bytes, from: connection)
    return request
  }

  /// Reads what the headers announce; `bytes` is what came so far.
  private mutating func readBody(behind bytes: [UInt8], from connection: CInt) {
    guard let length = headers["content-length"].flatMap({ Int($0) }), length <= 1 << 20,
      let end = bytes.firstRange(of: Array("\r\n\r\n".utf8))?.upperBound
    else { return }
    body = Array(bytes[end...])
    var part = [UInt8](repeating: 0, count: 4096)
    while body.count < length {
      let count = recv(connection, &part, part.count, 0)
      guard count > 0 else { return }
      body += part[..<count]
    }
  }
}
