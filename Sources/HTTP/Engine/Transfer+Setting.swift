import CCurl

extension Transfer {
  /// Prepares `handle` for the next hop. The handle points back here until it is cleaned up.
  ///
  /// `waitsForOthers` where the server is known to take several requests on one connection: then it is better to wait
  /// for one that is being made than to make another.
  func set(_ handle: Curl.Handle, curl: Curl, sockets: SocketCount, waitsForOthers: Bool) {
    self.handle = handle
    let me = UnsafeRawPointer(Unmanaged.passUnretained(self).toOpaque())
    curl.set(handle, CURLOPT_URL, address)
    curl.set(handle, CURLOPT_PRIVATE, me)
    curl.set(handle, CURLOPT_ERRORBUFFER, UnsafeRawPointer(errorText.baseAddress))
    // Signals would interrupt name lookups, and belong to the program.
    curl.set(handle, CURLOPT_NOSIGNAL, 1)
    // A name server that is silent for longer than we wait would otherwise hold up the whole engine, because
    // curl joins its lookup thread.
    curl.set(handle, CURLOPT_QUICK_EXIT, 1)
    curl.set(handle, CURLOPT_CONNECTTIMEOUT_MS, max(1, Int(request.limits.connectTimeout / .milliseconds(1))))
    curl.set(handle, CURLOPT_FOLLOWLOCATION, 0)
    curl.set(handle, CURLOPT_PROTOCOLS_STR, "http,https")
    curl.set(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    curl.set(handle, CURLOPT_BUFFERSIZE, 256 << 10)
    curl.set(handle, CURLOPT_USERAGENT, userAgent)
    if let body = request.body {
      curl.set(handle, CURLOPT_POSTFIELDSIZE, body.count)
      body.withUnsafeBytes { curl.set(handle, CURLOPT_COPYPOSTFIELDS, $0.baseAddress) }
    }
    if let authorities { curl.set(handle, CURLOPT_CAINFO, authorities) }
    if headerList == nil { headerList = makeHeaderList(curl) }
    curl.set(handle, CURLOPT_HTTPHEADER, UnsafeRawPointer(headerList))
    curl.set(handle, CURLOPT_PIPEWAIT, waitsForOthers ? 1 : 0)
    setReceivers(handle, me: me, curl: curl)
    setConnecting(handle, me: me, curl: curl, sockets: sockets)
  }

  private func setReceivers(_ handle: Curl.Handle, me: UnsafeRawPointer, curl: Curl) {
    curl.set(handle, CURLOPT_HEADERDATA, me)
    curl.set(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      let isWanted = transfer(context).receive(headerLine: buffer(bytes, size * count))
      return isWanted ? size * count : 0
    }
    curl.set(handle, CURLOPT_WRITEDATA, me)
    curl.set(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      let isWanted = transfer(context).receive(body: buffer(bytes, size * count), at: TransferEngine.now)
      return isWanted ? size * count : 0
    }
    curl.set(handle, CURLOPT_DEBUGDATA, me)
    curl.observe(handle) { _, kind, bytes, count, context in
      transfer(context).observe(kind, buffer(bytes, count))
      return 0
    }
  }

  /// Compression is asked for here and unpacked here, with a cap; curl is told nothing of it. A range is one of
  /// the bytes as they are stored, and nothing else can be joined.
  private var encodingAndRange: [(name: String, value: String)] {
    guard let partial = request.resuming else { return [("Accept-Encoding", sink == nil ? "gzip" : "identity")] }
    return [
      ("Accept-Encoding", "identity"), ("Range", "bytes=\(partial.count)-"), ("If-Range", partial.validator),
    ]
  }

  /// Notes what curl tells nowhere else.
  private func observe(_ kind: curl_infotype, _ bytes: UnsafeBufferPointer<UInt8>) {
    switch kind {
    case CURLINFO_DATA_IN: observedBytes += bytes.count
    // "Uses proxy env variable https_proxy == …" comes where one applies, not where `no_proxy` excepts the host. Since
    // 8.7 curl can be asked.
    case CURLINFO_TEXT where bytes.starts(with: proxyNotice):
      let isException = bytes.dropFirst(proxyNotice.count).first.map { $0 | 0x20 } == UInt8(ascii: "n")
      if !isException { usesProxy = true }
    default: break
    }
  }

  private func makeHeaderList(_ curl: Curl) -> Curl.List? {
    (encodingAndRange + request.headers).reduce(nil) { list, header in
      curl.listAppend(list, "\(header.name): \(header.value)") ?? list
    }
  }
}

/// What curl says of a proxy that the environment names.
private let proxyNotice = Array("Uses proxy env variable ".utf8)

/// The transfer that curl was given as `context`.
func transfer(_ context: UnsafeMutableRawPointer?) -> Transfer {
  guard let context else { preconditionFailure("curl lost the transfer it was given") }
  return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
}

private func buffer(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> UnsafeBufferPointer<UInt8> {
  let raw = UnsafeRawBufferPointer(start: bytes, count: count)
  return raw.bindMemory(to: UInt8.self)
}
