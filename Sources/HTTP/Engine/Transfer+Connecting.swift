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
    curl.setGate(handle) { context, _, _, _, _ in
      transfer(context).way = .standing
      return CInt(CURL_PREREQFUNC_OK)
    }
  }

  /// Opens a socket for `address`. A program that we start does not inherit it.
  private func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    let place = address.pointee
    let opened = socket(place.family, place.socktype | CInt(SOCK_CLOEXEC.rawValue), place.protocol)
    if opened >= 0 { sockets?.open += 1 }
    way = .connecting
    return opened
  }
}
