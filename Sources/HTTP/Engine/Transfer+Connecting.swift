import CCurl
import Glibc

extension Transfer {
  /// How far the way to the server is, as far as descriptors are concerned.
  enum Way {
    /// Its name may be looked up.
    case unknown
    /// A socket is open, and another may be tried beside it (RFC 8305).
    case connecting
    /// The request goes out, on a connection of its own or on one that was there.
    case standing
  }

  /// How many descriptors it may need besides the sockets that are open.
  var descriptorsToCome: Int {
    switch way {
    case .unknown: AdmissionLimits.descriptorsToConnect
    case .connecting: 1
    case .standing: 0
    }
  }

  /// Hooks into the opening and closing of connections. A connection outlives the transfer that opened it, so that its
  /// closing reports to `sockets`, which must outlive the engine's connections.
  func setConnecting(_ handle: Curl.Handle, me: UnsafeRawPointer, curl: Curl, sockets: SocketCount) {
    self.sockets = sockets
    curl.set(handle, CURLOPT_OPENSOCKETDATA, me)
    curl.setOpener(handle) { context, _, address in
      guard let address else { return CURL_SOCKET_BAD }
      return transfer(context).open(address)
    }
    curl.set(handle, CURLOPT_CLOSESOCKETDATA, UnsafeRawPointer(Unmanaged.passUnretained(sockets).toOpaque()))
    curl.setCloser(handle) { context, socket in
      if let context { Unmanaged<SocketCount>.fromOpaque(context).takeUnretainedValue().open -= 1 }
      return close(socket)
    }
    curl.set(handle, CURLOPT_PREREQDATA, me)
    curl.setGate(handle) { context, address, _, _, _ in
      transfer(context).pass(to: address.map { String(cString: $0) } ?? "") ? CInt(CURL_PREREQFUNC_OK) : 1
    }
  }

  /// Opens a socket to `address`, where this transfer may go there. A program that we start does not inherit it.
  private func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    let place = address.pointee
    let bytes = UnsafeRawBufferPointer(
      start: UnsafeRawPointer(address) + (MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 0),
      count: Int(place.addrlen))
    guard mayReach(NetworkAddress(family: place.family, bytes)) else { return CURL_SOCKET_BAD }
    let opened = socket(place.family, place.socktype | CInt(SOCK_CLOEXEC.rawValue), place.protocol)
    if opened >= 0 { sockets?.open += 1 }
    way = .connecting
    return opened
  }

  /// Whether the request may go out on the connection to `address`, which an earlier request may have opened.
  private func pass(to address: String) -> Bool {
    way = .standing
    let reached = NetworkAddress(address)
    if hops == 0 { beganInside = (usesProxy ? namedAddress : reached)?.isInternal ?? false }
    if mayReach(reached) { return true }
    verdict = .failed(.forbiddenAddress(address))
    return false
  }

  /// Whether the present hop may go to `address`: no stranger's redirect leads into the user's own network, unless
  /// the user's address was already there.
  ///
  /// Through a proxy the address is the proxy's, which is the user's choice; what the name is then, only the proxy
  /// knows, and a number is judged as it is written.
  private func mayReach(_ address: NetworkAddress?) -> Bool {
    guard hops > 0, !beganInside, let target = usesProxy ? namedAddress : address, target.isInternal else {
      return true
    }
    refusedAddress = target.description
    return false
  }

  /// The address, where the URL has a number instead of a name.
  private var namedAddress: NetworkAddress? {
    (try? Curl.shared.get())?.host(of: address).flatMap { NetworkAddress($0) }
  }
}
