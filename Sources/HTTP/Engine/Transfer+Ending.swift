import CCurl

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
    return .done(answer())
  }

  private func redirect(to location: String, curl: Curl) -> Ending {
    guard let target = curl.resolve(location, against: address), ["http", "https"].contains(target.scheme),
      !(isSecure && target.scheme == "http")
    else { return .done(.failure(.forbiddenRedirect(to: location))) }
    if case .followUnless(let isAnswer) = request.redirects, isAnswer(target.address) {
      return .done(.success(response(redirect: target.address)))
    }
    if request.body != nil { return .done(.success(response(redirect: target.address))) }
    guard hops < request.limits.redirects else {
      return .done(.failure(.tooManyRedirects(limit: request.limits.redirects)))
    }
    return .redirected(to: target.address)
  }

  private func answer() -> Result<HTTPResponse, HTTPError> {
    switch headers.status {
    case 200: break
    case 206 where request.resuming != nil:
      if let total = resumedLength, bodyCount < total {
        return .failure(.truncated(expected: total, actual: bodyCount))
      }
    case 304 where isConditional: return .success(response())
    case let status: return .failure(refusal(status))
    }
    if inflater != nil, inflater?.isAtEnd != true {
      return .failure(.truncated(expected: headers.length, actual: wireBytes))
    }
    if let length = headers.length, observedBytes > length { return .failure(.tooLong(expected: length)) }
    return .success(response())
  }

  private func refusal(_ status: Int) -> HTTPError {
    let sentence =
      headers["X-Error-Message"].flatMap(ServiceSentence.clean)
      ?? ServiceSentence.find(in: body, contentType: headers["Content-Type"] ?? "")
    let wait = headers["Retry-After"].flatMap { RetryAfter.read($0, date: headers["Date"]) }
    return .status(status, sentence: sentence, retryAfter: wait)
  }

  private func response(redirect: String? = nil) -> HTTPResponse {
    HTTPResponse(
      status: headers.status, url: address, body: body, wireBytes: wireBytes, redirect: redirect, headers: headers)
  }
}
