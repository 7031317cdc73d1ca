internal import Glibc
internal import HTTP
internal import Mirrors

/// Whether names have addresses.
enum NameProbe {
  /// Asks for all of `hosts` side by side; who has no answer within `deadline` is silent.
  ///
  /// `getaddrinfo` cannot be ended, so that each has a thread of its own, which is left to itself after that.
  static func ask(_ hosts: Set<String>, within deadline: Duration) async -> [String: LocalFacts.Name] {
    let (answers, mailbox) = AsyncStream.makeStream(of: (String, LocalFacts.Name).self)
    for host in hosts { DetachedThread.start { mailbox.yield((host, look(up: host))) } }
    let timer = Task {
      try await Task.sleep(for: deadline)
      mailbox.finish()
    }
    defer { timer.cancel() }
    var known = Dictionary(uniqueKeysWithValues: hosts.map { ($0, LocalFacts.Name.silent) })
    var missing = hosts
    guard !missing.isEmpty else { return known }
    for await (host, name) in answers {
      known[host] = name
      missing.remove(host)
      if missing.isEmpty { break }
    }
    return known
  }

  /// Whether `host` is an address already.
  static func isNumeric(_ host: String) -> Bool {
    resolve(host, flags: AI_NUMERICHOST) == 0
  }

  private static func look(up host: String) -> LocalFacts.Name {
    switch resolve(host, flags: 0) {
    case 0: .found
    // `EAI_NODATA`, which glibc's headers hide: the name exists, and has no address.
    case EAI_NONAME, -5: .unknown
    default: .silent
    }
  }

  private static func resolve(_ host: String, flags: Int32) -> Int32 {
    var hints = addrinfo()
    hints.ai_flags = flags
    // An IPv6 address stands in brackets in an address of the web.
    let plain = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    var found: UnsafeMutablePointer<addrinfo>?
    defer { if let found { freeaddrinfo(found) } }
    return getaddrinfo(plain, nil, &hints, &found)
  }
}
