import CCurl
import Glibc

extension Transfer {
  /// How a transfer goes on when curl is done with it.
  enum Ending {
    case done(Result<HTTPResponse, HTTPError>)
    case redirected(to: String)
  }

  /// Judges what came, when curl ended with `code`.
  func ending(_ code: CURLcode, handle: Curl.Handle, curl: Curl) -> Ending {
    switch verdict {
    case .failed(let error): return .done(.failure(error))
    case nil where code != CURLE_OK: return .done(.failure(failure(code, handle: handle, curl: curl)))
    case .enough, nil: break
    }
    if let location = headers.location {
      return redirect(to: location, curl: curl)
    }
    return .done(answer(handle: handle, curl: curl))
  }

  private func redirect(to location: String, curl: Curl) -> Ending {
    guard let target = curl.resolve(location, against: address), ["http", "https"].contains(target.scheme),
      !(address.lowercased().hasPrefix("https:") && target.scheme == "http")
    else { return .done(.failure(.forbiddenRedirect(to: location))) }
    if case .followUnless(let isAnswer) = request.redirects, isAnswer(target.address) {
      return .done(.success(response(redirect: target.address)))
    }
    guard hops < request.limits.redirects else {
      return .done(.failure(.tooManyRedirects(limit: request.limits.redirects)))
    }
    return .redirected(to: target.address)
  }

  private func answer(handle: Curl.Handle, curl: Curl) -> Result<HTTPResponse, HTTPError> {
    switch headers.status {
    case 200: break
    case 304 where isConditional: return .success(response())
    case let status:
      let kind = headers["Content-Type"] ?? ""
      return .failure(.status(status, sentence: ServiceSentence.find(in: body, contentType: kind)))
    }
    if inflater != nil, inflater?.isAtEnd != true {
      return .failure(.truncated(expected: headers.length, actual: wireBytes))
    }
    if let length = headers.length, sentMore(than: length, handle: handle, curl: curl) {
      return .failure(.tooLong(expected: length))
    }
    return .success(response())
  }

  private func response(redirect: String? = nil) -> HTTPResponse {
    HTTPResponse(
      status: headers.status, url: address, body: body, wireBytes: wireBytes, redirect: redirect, headers: headers)
  }

  /// Whether more came than the announced length, or waits on the connection.
  ///
  /// curl takes the announced bytes and ignores the rest. What waits behind TLS may be honest, so nothing is
  /// concluded from it there; a body cut short by its own header still fails to decode.
  private func sentMore(than length: Int, handle: Curl.Handle, curl: Curl) -> Bool {
    if observedBytes > length { return true }
    var socket = curl_socket_t(-1)
    _ = curl_get_info(curl.getInfo, handle, CURLINFO_ACTIVESOCKET, &socket)
    guard socket >= 0, address.lowercased().hasPrefix("http:") else { return false }
    var byte: UInt8 = 0
    return recv(socket, &byte, 1, CInt(MSG_PEEK) | CInt(MSG_DONTWAIT)) > 0
  }

  private func failure(_ code: CURLcode, handle: Curl.Handle, curl: Curl) -> HTTPError {
    let said = String(decoding: errorText.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let text = said.isEmpty ? String(cString: curl.easyText(code)) : said
    switch code {
    case CURLE_URL_MALFORMAT: return .badAddress(address)
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: return .hostUnknown(host)
    case CURLE_COULDNT_CONNECT:
      let cause = CInt(curl.integer(handle, CURLINFO_OS_ERRNO))
      return [ENETUNREACH, EHOSTUNREACH, ENETDOWN, EADDRNOTAVAIL].contains(cause) ? .unreachable(host) : .refused(host)
    case CURLE_OPERATION_TIMEDOUT:
      // Only connecting has a limit inside curl; without a lookup time it was the name that took so long.
      return curl.duration(handle, CURLINFO_NAMELOOKUP_TIME_T) == .zero ? .hostUnknown(host) : .connectTimeout
    case CURLE_PARTIAL_FILE: return .truncated(expected: headers.length, actual: wireBytes)
    case CURLE_GOT_NOTHING, CURLE_SEND_ERROR: return .reset(received: wireBytes)
    case CURLE_RECV_ERROR: return text.contains("failure") ? .reset(received: wireBytes) : .malformed(text)
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR:
      return .tls(text)
    // One endless header line never reaches our counter: curl gives up at 100 KB, and calls that memory.
    case CURLE_OUT_OF_MEMORY where use == .unknown: return .tooManyHeaders(limit: request.limits.headerBytes)
    default: return .malformed(text)
    }
  }

  /// The host, for people to read.
  private var host: String {
    let rest = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true).dropFirst().first
    return rest.map(String.init) ?? address
  }
}
