import CCurl
import Glibc

extension Transfer {
  /// The fact behind curl's `code`.
  func failure(_ code: CURLcode, handle: Curl.Handle, curl: Curl) -> HTTPError {
    let said = String(decoding: errorText.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let text = said.isEmpty ? String(cString: curl.easyText(code)) : said
    switch code {
    case CURLE_URL_MALFORMAT: return .badAddress(address)
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
      return nameFailure(text, after: curl.duration(handle, CURLINFO_TOTAL_TIME_T))
    case CURLE_COULDNT_CONNECT:
      if let refusedAddress { return .forbiddenAddress(refusedAddress) }
      let cause = CInt(curl.integer(handle, CURLINFO_OS_ERRNO))
      return [ENETUNREACH, EHOSTUNREACH, ENETDOWN, EADDRNOTAVAIL].contains(cause) ? .unreachable(host) : .refused(host)
    case CURLE_OPERATION_TIMEDOUT:
      // Only connecting has a limit inside curl; without a lookup time it was the name that took so long.
      return curl.duration(handle, CURLINFO_NAMELOOKUP_TIME_T) == .zero ? .nameTimeout(host) : .connectTimeout
    case CURLE_PARTIAL_FILE: return .truncated(expected: headers.length, actual: wireBytes)
    case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM: return .reset(received: wireBytes)
    case CURLE_RECV_ERROR: return text.contains("failure") ? .reset(received: wireBytes) : .malformed(text)
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR:
      return .tls(TLSFault(text: text, isVerification: code == CURLE_PEER_FAILED_VERIFICATION), text)
    // One endless header line never reaches our counter: curl gives up at 100 KB, and calls that memory.
    case CURLE_OUT_OF_MEMORY where use == .unknown: return .tooManyHeaders(limit: request.limits.headerBytes)
    default: return .malformed(text)
    }
  }

  /// What a name without an address means, when curl gave up after `time`.
  ///
  /// curl has one code for "no such host" and for "nobody answered". A "no" comes at once; where it did, the
  /// client asks the name servers once more, for their own word: see ``NameServers``.
  private func nameFailure(_ text: String, after time: Duration) -> HTTPError {
    // "Could not resolve proxy: example.org": the name that was looked up, which may not be the host's.
    let name = text.firstRange(of: ": ").map { String(text[$0.upperBound...]) } ?? host
    return time < .seconds(2) ? .hostUnknown(name) : .nameTimeout(name)
  }

  /// The host, for people to read.
  private var host: String {
    let rest = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true).dropFirst().first
    return rest.map(String.init) ?? address
  }
}
