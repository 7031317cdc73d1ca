import CCurl

extension HTTPTimings {
  /// Takes in what `handle` knows about the way to the server.
  mutating func noteServer(_ handle: Curl.Handle, isSecure: Bool, curl: Curl) {
    let isSent = curl.duration(handle, CURLINFO_PRETRANSFER_TIME_T) > .zero
    isReused = isSent && curl.integer(handle, CURLINFO_NUM_CONNECTS) == 0
    let standing = isSecure ? CURLINFO_APPCONNECT_TIME_T : CURLINFO_CONNECT_TIME_T
    nameLookup = isReused ? .zero : curl.moment(handle, CURLINFO_NAMELOOKUP_TIME_T)
    connect = isReused ? .zero : curl.moment(handle, standing)
    hostAddress = curl.text(handle, CURLINFO_PRIMARY_IP).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Takes in what `handle` knows about the answer; `earlier` is how long the hops before it took.
  mutating func noteAnswer(_ handle: Curl.Handle, after earlier: Duration, curl: Curl) {
    firstByte = curl.moment(handle, CURLINFO_STARTTRANSFER_TIME_T).map { earlier + $0 }
    version = HTTPVersion(curl.integer(handle, CURLINFO_HTTP_VERSION))
  }
}

extension HTTPVersion {
  /// The version that curl gives the number `number`.
  fileprivate init?(_ number: Int) {
    switch number {
    case CURL_HTTP_VERSION_1_0: self = .http1_0
    case CURL_HTTP_VERSION_1_1: self = .http1_1
    case CURL_HTTP_VERSION_2_0: self = .http2
    case CURL_HTTP_VERSION_3: self = .http3
    default: return nil
    }
  }
}

extension Curl {
  /// A moment of the transfer, nil where curl has noted none.
  fileprivate func moment(_ handle: Handle, _ info: CURLINFO) -> Duration? {
    let moment = duration(handle, info)
    return moment > .zero ? moment : nil
  }
}
