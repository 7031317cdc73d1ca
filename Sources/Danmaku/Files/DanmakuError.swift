/// Why a file was refused: nothing in it is danmaku.
public enum DanmakuError: Error, Hashable, Sendable {
  /// It holds nothing, or nothing but white space.
  case empty
  /// It holds something else.
  case notDanmaku(FileKind)
  /// It has more than `limit` bytes.
  case tooLarge(limit: Int)
  /// It is in the form of ours that has this `version`, newer than the newest one known here, as its `line` says.
  case newerVersion(Int, line: Int)
}

/// What a file is, by its first bytes.
public enum FileKind: Hashable, Sendable {
  /// A web page: often an error page saved under the wanted name.
  case html
  /// JSON, which other sites use for comments.
  case json
  /// Niconico's XML.
  case niconico
  /// ASS or SSA subtitles.
  case subtitles
  /// gzip, zlib, zip or zstd.
  case compressed
  /// Text of 16 bits per character.
  case utf16
  /// XML whose first element is `root`.
  case markup(root: String)
  /// Other text.
  case text
  /// Anything else.
  case binary
}
