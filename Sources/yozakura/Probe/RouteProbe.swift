internal import CSystem
internal import Glibc

/// Whether there is a way to an address. Nothing is sent: the kernel alone is asked.
enum RouteProbe {
  /// Addresses that are everywhere on the internet: a root name server's.
  private static let everywhere = (four: "198.41.0.4", six: "2001:503:ba3e::2:30")

  /// Whether the internet can be reached over IPv4 and over IPv6, as far as this machine knows.
  static func internet() -> (four: Bool, six: Bool) {
    (leads(to: everywhere.four), leads(to: everywhere.six))
  }

  /// Connecting a datagram socket looks up the route, and ends with ENETUNREACH where there is none.
  private static func leads(to address: String) -> Bool {
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST
    hints.ai_socktype = Int32(SOCK_DGRAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(address, "53", &hints, &found) == 0, let target = found?.pointee else { return false }
    defer { freeaddrinfo(found) }
    let descriptor = socket(target.ai_family, target.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return connect(descriptor, target.ai_addr, target.ai_addrlen) == 0
  }
}
