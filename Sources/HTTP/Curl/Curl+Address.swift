import CCurl

extension Curl {
  /// The scheme of `address` and the address itself in full, resolved against `base` where it is relative.
  func resolve(_ address: String, against base: String? = nil) -> (scheme: String, address: String)? {
    guard let parser = addressInit() else { return nil }
    defer { addressCleanup(parser) }
    // A server may send blanks and Chinese in a Location; other schemes are parsed, to be refused by name.
    let lenient = CUnsignedInt(CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE | CURLU_ALLOW_SPACE)
    if let base {
      guard addressSet(parser, CURLUPART_URL, base, lenient) == CURLUE_OK else { return nil }
    }
    guard addressSet(parser, CURLUPART_URL, address, lenient) == CURLUE_OK,
      let scheme = part(CURLUPART_SCHEME, of: parser), let full = part(CURLUPART_URL, of: parser)
    else { return nil }
    return (scheme.lowercased(), full)
  }

  /// The host in `address`, as curl understands it: `0x7f.1` is `127.0.0.1`.
  func host(of address: String) -> String? {
    guard let parser = addressInit() else { return nil }
    defer { addressCleanup(parser) }
    guard addressSet(parser, CURLUPART_URL, address, 0) == CURLUE_OK else { return nil }
    return part(CURLUPART_HOST, of: parser)
  }

  private func part(_ part: CURLUPart, of parser: OpaquePointer) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard addressGet(parser, part, &text, 0) == CURLUE_OK, let text else { return nil }
    defer { free(text) }
    return String(cString: text)
  }
}
