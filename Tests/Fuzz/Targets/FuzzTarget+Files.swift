@testable internal import Danmaku

extension FuzzTarget {
  /// The readers of files of comments, each alone, and `DanmakuFile`, which chooses one.
  ///
  /// The shapes of JSON are told from their first comment, which is therefore put before the input.
  static let files: [FuzzTarget] = [
    reader("danmaku-file") { try? DanmakuFile(reading: $0) },
    reader("bilibili-xml") { try? BilibiliXML.read($0) },
    reader("bilibili-protobuf") { $0.withUnsafeBufferPointer { BilibiliProtobuf.read($0) } },
    reader("dandanplay", behind: #"[{"cid":1,"p":"1,1,25,x","m":"x"},"#, read: json),
    reader("niconico-json", behind: #"[{"chat":{"vpos":1,"no":1,"content":"x"}},"#, read: json),
    reader("acfun", behind: #"[{"c":"1,16777215,1,25,x,1,x","m":"x"},"#, read: json),
    reader("json", read: json),
    reader("niconico-xml") { $0.withUnsafeBufferPointer { NiconicoXML.read($0) } },
    reader("json-lines", behind: "{\"schema\":\"yozakura.danmaku/1\"}\n") { try? JSONLines.read($0) },
  ]

  @Sendable private static func json(_ bytes: [UInt8]) -> DanmakuFile? {
    bytes.withUnsafeBufferPointer { JSONComments.read($0) }
  }

  private static func reader(
    _ name: String, behind prefix: String = "", read: @escaping @Sendable ([UInt8]) -> DanmakuFile?
  ) -> FuzzTarget {
    FuzzTarget(name: name) { bytes throws(BrokenPromise) in
      let bytes = prefix.utf8 + bytes
      let file = read(bytes)
      try promise("the same bytes are the same file", read(bytes) == file)
      guard let file else { return }
      try promise("no comment takes less than a byte: \(file.total) of \(bytes.count)", file.total <= bytes.count)
      try check(file.comments)
    }
  }

  /// Throws where `comments` are none that the rest of the program may rely on.
  static func check(_ comments: Comments) throws(BrokenPromise) {
    var last = Int.min
    for position in comments.indices {
      let time = comments.time(at: position)
      try promise("times are in order: \(time) ms after \(last) ms", time >= last)
      last = time
      try promise("none is gone before the film: \(time) ms", time > -comments.longestLife(at: position))
      try promise("sizes are 1 to 255", comments.size(at: position) > 0)
      try checkText(of: comments, at: position)
    }
  }

  private static func checkText(of comments: Comments, at position: Int) throws(BrokenPromise) {
    let isCode = !comments.mode(at: position).isText
    let bytes = Array(comments.bytes(at: position))
    try promise("texts are UTF-8: \(bytes)", String(validating: bytes, as: UTF8.self) != nil)
    let text = comments.text(at: position)
    try checkHarmless(text)
    try promise("texts have a bound", isCode || text.unicodeScalars.count <= TextCleaner.maximumLength)
    try promise("texts are clean: \(text.debugDescription)", thoroughlyCleaned(bytes, isCode: isCode) == bytes)
  }

  /// `text` as the cleaner leaves it that was made to look at every scalar, which one control is enough for.
  static func thoroughlyCleaned(_ text: [UInt8], isCode: Bool) -> [UInt8] {
    var cleaned = [0] + text
    TextCleaner.clean(&cleaned, from: 0, isCode: isCode)
    return cleaned
  }
}
