/// A key of ours in mpv's window, and the word that it sends; the user's own configuration comes first.
///
///     Ctrl+n script-message yozakura next      in the user's input.conf
public struct MPVKey: Hashable, Sendable {
  /// The key, as mpv names it.
  public var key: String
  /// The word.
  public var word: String

  /// `key` sends `word`.
  public init(_ key: String, _ word: String) {
    self.key = key
    self.word = word
  }

  /// Binds `keys` weakly: what the user bound wins.
  static func requests(for keys: [MPVKey]) -> [MPVRequest] {
    let lines = keys.map { "\($0.key) script-message yozakura \($0.word)" }.joined(separator: "\n")
    return [
      MPVRequest("define-section", "yozakura", .text(lines), "default"),
      MPVRequest("enable-section", "yozakura"),
    ]
  }
}
