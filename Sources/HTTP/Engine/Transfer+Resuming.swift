extension Transfer {
  /// Whether the answer goes on exactly behind the earlier bytes.
  var isContinuation: Bool {
    guard let partial = request.resuming, inflater == nil, let range = headers.range else { return false }
    return range.first == partial.count && range.last + 1 == resumedLength
      && (partial.length == nil || partial.length == resumedLength)
  }

  /// How much of the body is there, with what came earlier.
  var bodyCount: Int {
    earlierBytes + wireBytes
  }

  /// How many bytes of the body came with an earlier request.
  var earlierBytes: Int {
    headers.status == 206 ? request.resuming?.count ?? 0 : 0
  }

  /// How long the whole is, by the answer or by the request before it.
  var resumedLength: Int? {
    headers.range?.total ?? request.resuming?.length
  }

  /// What a later request may go on from, where this one ended with `error`.
  func partial(after error: HTTPError?) -> HTTPPartial? {
    switch error {
    case .reset, .stalled, .truncated, .cancelled:
      use == .answer ? partial : request.resuming
    // The file is not what it was, or it is not to be had in parts.
    case nil, .tooLong, .tooLarge, .bomb, .badEncoding, .malformed, .sinkRefused, .status(416, _, _): nil
    default: request.resuming
    }
  }

  /// What has come, where the server can tell later whether it is still the beginning of its file. Less than
  /// 16 KiB is not worth a question.
  private var partial: HTTPPartial? {
    guard inflater == nil, bodyCount >= 16 << 10 else { return nil }
    let (validator, length) =
      headers.status == 206 ? (request.resuming?.validator, resumedLength) : (headers.rangeValidator, headers.length)
    return validator.map { HTTPPartial(url: request.url, count: bodyCount, body: body, validator: $0, length: length) }
  }
}
