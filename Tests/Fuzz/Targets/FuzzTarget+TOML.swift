internal import TOML

extension FuzzTarget {
  /// A file of the user's is read, or refused with a place that is in it.
  @Sendable static func checkTOML(_ bytes: [UInt8]) throws(BrokenPromise) {
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(TOMLError) {
      _ = try TOML.parse(text)
    } catch {
      let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      let isThere =
        lines.indices.contains(error.line - 1) && 1...lines[error.line - 1].count + 1 ~= error.column
      try promise("line \(error.line), column \(error.column) is in the file", isThere)
    }
  }
}
