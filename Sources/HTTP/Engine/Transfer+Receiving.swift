import CCurl
import Glibc

extension Transfer {
  /// Takes in one header line; false ends the transfer.
  func receive(headerLine line: UnsafeBufferPointer<UInt8>) -> Bool {
    headers.add(line: line)
    guard headers.byteCount <= request.limits.headerBytes else {
      return stop(.failed(.tooManyHeaders(limit: request.limits.headerBytes)))
    }
    let isBlank = line.allSatisfy { $0 == 0x0D || $0 == 0x0A }
    return isBlank && use == .unknown && headers.status >= 200 ? judgeHeaders() : true
  }

  /// Takes in a part of the body; false ends the transfer.
  func receive(body part: UnsafeBufferPointer<UInt8>, at now: Duration) -> Bool {
    wireBytes += part.count
    speed.add(part.count, at: now)
    let limit = use == .answer ? request.limits.bodyBytes : 16 << 10
    guard bodyCount <= limit else { return overflow(.tooLarge(limit: limit)) }
    guard use != .nothing else { return true }
    guard !sendsMore else { return stop(.failed(.tooLong(expected: wireBytes))) }
    if use == .answer, let sink { return sink.take(UnsafeRawBufferPointer(part)) || stop(.failed(.sinkRefused)) }
    guard inflater != nil else {
      body.append(contentsOf: part)
      return true
    }
    do {
      try inflater?.unpack(part, into: &body, limit: limit)
      return true
    } catch .tooLarge {
      return overflow(.bomb(limit: limit))
    } catch {
      return stop(.failed(.badEncoding("gzip")))
    }
  }

  /// Whether the body is whole and something waits behind it on the connection.
  ///
  /// curl takes the announced bytes and ignores the rest. Asked at the last of them: at the end, the connection may
  /// already carry another answer. What waits behind TLS may be honest, so nothing is concluded from it there; a body
  /// cut short by its own header still fails to decode.
  private var sendsMore: Bool {
    guard use == .answer, wireBytes == headers.length, !isSecure, let handle, let curl = try? Curl.shared.get() else {
      return false
    }
    var socket = curl_socket_t(-1)
    _ = curl_get_info(curl.getInfo, handle, CURLINFO_ACTIVESOCKET, &socket)
    var byte: UInt8 = 0
    return socket >= 0 && recv(socket, &byte, 1, CInt(MSG_PEEK) | CInt(MSG_DONTWAIT)) > 0
  }

  private func judgeHeaders() -> Bool {
    use = bodyUse
    switch headers["Content-Encoding"]?.lowercased() {
    case nil, "", "identity": break
    case "gzip" where isUnpackable, "x-gzip" where isUnpackable: inflater = Inflater()
    case let other?: if use == .answer { return stop(.failed(.badEncoding(other))) }
    }
    guard use == .answer else { return true }
    guard headers.status != 206 || isContinuation else {
      return stop(.failed(.malformed("another range than asked for")))
    }
    let length = headers.length
    if let length, length > request.limits.bodyBytes - earlierBytes {
      return stop(.failed(.tooLarge(limit: request.limits.bodyBytes)))
    }
    guard beginBody(length: length) else { return stop(.failed(.sinkRefused)) }
    onEvent(.responded(length: length))
    return true
  }

  /// Whether compression was asked for; a refusal is unpacked in any case.
  private var isUnpackable: Bool {
    sink == nil || use != .answer
  }

  /// Makes ready for what comes behind the earlier bytes.
  private func beginBody(length: Int?) -> Bool {
    if let sink { return sink.begin(at: earlierBytes) }
    if headers.status == 206 { body = request.resuming?.body ?? [] }
    // What a server announces is a hint to the allocator, never more: 16 MiB of address space at most.
    body.reserveCapacity(body.count + min(length ?? 0, 16 << 20))
    return true
  }

  private var bodyUse: BodyUse {
    switch headers.status {
    case 200: .answer
    case 206 where request.resuming != nil: .answer
    case 304 where isConditional: .nothing
    default: headers.location == nil ? .sentence : .nothing
    }
  }

  /// Whether the request allows the answer "304 Not Modified".
  var isConditional: Bool {
    request.headers.contains { ["if-none-match", "if-modified-since"].contains($0.name.lowercased()) }
  }

  /// Too much of the answer is a fault; too much of a refusal is only cut off.
  private func overflow(_ error: HTTPError) -> Bool {
    stop(use == .answer ? .failed(error) : .enough)
  }

  private func stop(_ verdict: Verdict) -> Bool {
    self.verdict = verdict
    return false
  }
}
