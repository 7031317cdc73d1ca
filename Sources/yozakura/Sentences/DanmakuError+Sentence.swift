internal import Danmaku

extension DanmakuError {
  /// What a file is instead of danmaku, and what would be; the end of a sentence.
  var sentence: String { "\(clause)." }

  /// The same, to go on behind.
  var clause: String {
    switch self {
    case .empty: "it is empty"
    case .tooLarge(let limit): "it has more than \(Count.grouped(limit)) bytes, the most of a file that is read"
    case .newerVersion(let version, let line):
      """
      a newer Yozakura wrote it: line \(line) names yozakura.danmaku/\(version), and this one reads \
      yozakura.danmaku/\(JSONLines.version); update Yozakura, or convert the file to another form with the newer one
      """
    case .notDanmaku(let kind):
      "it is \(kind.sentence), not danmaku; files of Bilibili, dandanplay, Niconico and AcFun are read"
    }
  }
}

extension FileKind {
  fileprivate var sentence: String {
    switch self {
    case .html: "a web page"
    case .json: "JSON of another kind"
    case .niconico: "Niconico's XML"
    case .subtitles: "subtitles"
    case .compressed: "compressed"
    case .utf16: "UTF-16 text"
    case .markup(let root): "XML of another kind, <\(root)>"
    case .text: "other text"
    case .binary: "binary"
    }
  }
}
