extension Transfer {
  /// Puts the earlier bytes before those that come; false where the answer does not go on exactly behind them.
  func goOn() -> Bool {
    guard let partial = request.resuming, inflater == nil, let range = headers.range,
      range.first == partial.body.count, range.last == (resumedLength ?? 0) - 1,
      partial.length == nil || partial.length == resumedLength
    else { return false }
    body = partial.body
    return true
  }

  /// How many bytes of the body came with an earlier request.
  var earlierBytes: Int {
    headers.status == 206 ? request.resuming?.body.count ?? 0 : 0
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
    case nil, .tooLong, .tooLarge, .bomb, .badEncoding, .malformed, .status(416, _, _): nil
    default: request.resuming
    }
  }

  /// What has come, where the server can tell later whether it is still the beginning of its file. Less than
  /// 16 KiB is not worth a question.
  private var partial: HTTPPartial? {
    guard inflater == nil, body.count >= 16 << 10 else { return nil }
    let (validator, length) =
      headers.status == 206 ? (request.resuming?.validator, resumedLength) : (headers.rangeValidator, headers.length)
    return validator.map { HTTPPartial(url: request.url, body: body, validator: $0, length: length) }
  }
}
