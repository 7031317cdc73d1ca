import Glibc

/// The address of a host on a network: four bytes, or sixteen.
struct NetworkAddress: Equatable {
  private let bytes: [UInt8]

  /// Reads `127.0.0.1` or `fe80::1`, in brackets or with a zone too; nil where it is a name.
  init?(_ text: some StringProtocol) {
    let inner = text.hasPrefix("[") ? text.dropFirst().prefix { $0 != "]" } : text[...]
    let plain = String(inner.prefix { $0 != "%" })
    var four = in_addr()
    var sixteen = in6_addr()
    if inet_pton(AF_INET, plain, &four) == 1 {
      bytes = withUnsafeBytes(of: four) { Array($0) }
    } else if inet_pton(AF_INET6, plain, &sixteen) == 1 {
      bytes = withUnsafeBytes(of: sixteen) { Array($0) }
    } else {
      return nil
    }
  }

  /// The address in a `sockaddr` of this family; nil where the family has none of these.
  init?(family: CInt, _ address: UnsafeRawBufferPointer) {
    switch family {
    case AF_INET where address.count >= MemoryLayout<sockaddr_in>.size:
      bytes = withUnsafeBytes(of: address.loadUnaligned(as: sockaddr_in.self).sin_addr) { Array($0) }
    case AF_INET6 where address.count >= MemoryLayout<sockaddr_in6>.size:
      bytes = withUnsafeBytes(of: address.loadUnaligned(as: sockaddr_in6.self).sin6_addr) { Array($0) }
    default: return nil
    }
  }

  private init(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
  }

  /// Whether it lies within this machine or its own networks: loopback, private, link-local, multicast, none at all.
  ///
  /// Not 198.18.0.0/15, though nothing public may be there: proxies that answer for the name server give every
  /// host on earth such an address.
  var isInternal: Bool {
    guard bytes.count == 4 else { return inner.map(\.isInternal) ?? isInternalOfSixteen }
    return switch (bytes[0], bytes[1]) {
    case (0, _), (10, _), (127, _), (224..., _): true
    case (100, 64...127), (169, 254), (172, 16...31), (192, 168): true
    default: false
    }
  }

  private var isInternalOfSixteen: Bool {
    let isNoneOrLoopback = bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] <= 1
    let isLinkOrSite = bytes[0] == 0xFE && bytes[1] >= 0x80
    return isNoneOrLoopback || isLinkOrSite || bytes[0] & 0xFE == 0xFC || bytes[0] == 0xFF
  }

  /// The four bytes that these sixteen stand for: mapped, translated (RFC 6052) or tunnelled (6to4).
  private var inner: NetworkAddress? {
    if bytes.starts(with: Array(repeating: 0, count: 10) + [0xFF, 0xFF]) { return NetworkAddress(bytes[12...]) }
    if bytes.starts(with: [0, 0x64, 0xFF, 0x9B] + Array(repeating: 0, count: 8)) {
      return NetworkAddress(bytes[12...])
    }
    if bytes.starts(with: [0x20, 0x02]) { return NetworkAddress(bytes[2..<6]) }
    return nil
  }
}

extension NetworkAddress: CustomStringConvertible {
  /// As it is written.
  var description: String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let family = bytes.count == 4 ? AF_INET : AF_INET6
    return bytes.withUnsafeBytes { inet_ntop(family, $0.baseAddress, &text, socklen_t(text.count)) }
      .map { String(cString: $0) } ?? ""
  }
}
