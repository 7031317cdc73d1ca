import Glibc

/// What a client asked for.
public struct Request: Sendable {
  /// The path, without the query.
  public let path: String
  /// The headers, names in small letters.
  public let headers: [String: String]

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
    return Request(
      path: String(target.prefix { $0 != "?" }), headers: Dictionary(pairs, uniquingKeysWith: { $1 }))
  }
}
