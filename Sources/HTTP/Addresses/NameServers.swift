import Glibc

/// The name servers' own word, where curl keeps it back.
enum NameServers {
  /// Whether they say anything else about `host` than that it does not exist.
  ///
  /// Asked once more, because curl has one code for both, and only one of them is the host's fault. They have just
  /// answered curl at once, so that this does not take long either.
  static func areSilent(about host: String) async -> Bool {
    await withCheckedContinuation { continuation in
      DetachedThread.start {
        var addresses: UnsafeMutablePointer<addrinfo>?
        let result = getaddrinfo(host, nil, nil, &addresses)
        if let addresses { freeaddrinfo(addresses) }
        continuation.resume(returning: ![EAI_NONAME, noAddress].contains(result))
      }
    }
  }

  /// `EAI_NODATA`, which glibc's headers hide: the name exists, and has no address.
  private static let noAddress: CInt = -5
}
