/// The pairs of Han characters in a generated table, one behind the other: each character takes three bytes of UTF-8.
struct HanPairs {
  let table: StaticString

  /// Calls `body` with each pair, in the order of the table.
  func forEach(_ body: (_ character: UInt32, _ other: UInt32) -> Void) {
    table.withUTF8Buffer { text in
      for offset in stride(from: 0, to: text.count - 5, by: 6) {
        body(Self.scalar(text, offset), Self.scalar(text, offset + 3))
      }
    }
  }

  private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt32 {
    UInt32(text[offset] & 0x0F) << 12 | UInt32(text[offset + 1] & 0x3F) << 6 | UInt32(text[offset + 2] & 0x3F)
  }
}
