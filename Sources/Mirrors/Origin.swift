/// Scheme, host and port: mirrors of one origin share their fate.
public struct Origin: Hashable, Sendable, CustomStringConvertible {
  /// `http` or `https`.
  public let scheme: String
  /// The host, in small letters.
  public let host: String
  /// The port, the scheme's own where none is written.
  public let port: Int

  /// The origin of `address`. Nil unless it is a plain http or https address without a password.
  public init?(_ address: String) {
    guard address.utf8.count <= 4096, address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
    let scheme = address.prefix { $0 != ":" }
    let rest = address.dropFirst(scheme.count)
    guard ["http", "https"].contains(scheme.lowercased()), rest.hasPrefix("://") else { return nil }
    let authority = rest.dropFirst(3).prefix { !"/?#".contains($0) }
    guard !authority.contains("@"), let (host, port) = Self.split(authority) else { return nil }
    self.scheme = scheme.lowercased()
    self.host = host.lowercased()
    self.port = port ?? (self.scheme == "https" ? 443 : 80)
  }

  /// The origin of what is no address.
  public static let nowhere = Origin(scheme: "http", host: "", port: 0)

  private init(scheme: String, host: String, port: Int) {
    (self.scheme, self.host, self.port) = (scheme, host, port)
  }

  /// The origin as the beginning of an address.
  public var description: String {
    let isUsual = port == (scheme == "https" ? 443 : 80)
    return isUsual ? "\(scheme)://\(host)" : "\(scheme)://\(host):\(port)"
  }

  /// `host:port`; an IPv6 address has its own colons between brackets.
  private static func split(_ authority: Substring) -> (host: Substring, port: Int?)? {
    let isBracketed = authority.hasPrefix("[")
    guard let end = isBracketed ? authority.firstIndex(of: "]").map(authority.index(after:)) : authority.endIndex
    else { return nil }
    let colon = isBracketed ? end : authority.firstIndex(of: ":") ?? authority.endIndex
    let host = authority[..<colon]
    guard !host.isEmpty else { return nil }
    guard colon != authority.endIndex else { return (host, nil) }
    let port = authority[authority.index(after: colon)...]
    guard authority[colon] == ":", port.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(port),
      (1...65535).contains(number)
    else { return nil }
    return (host, number)
  }
}
