@testable internal import Danmaku

extension FuzzTarget {
  /// What is written of the comments in a file is read again as the same comments, and ASS holds nothing else.
  @Sendable static func checkOutputs(_ bytes: [UInt8]) throws(BrokenPromise) {
    guard let comments = try? DanmakuFile(reading: bytes).comments else { return }
    let lines = try rereading(JSONLinesOutput().bytes(of: comments))
    try promise("JSON Lines hold everything", lines.elementsEqual(comments))
    let elements = try rereading(BilibiliXMLOutput().bytes(of: comments))
    // Bilibili's players know no times before the film.
    let afterBegin = comments.filter { $0.time >= 0 }.map(withoutLife)
    try promise("Bilibili's XML holds everything but lives", elements.elementsEqual(afterBegin))
    let output = DandanplayOutput()
    let held = comments.indices.filter { output.holds(comments, at: $0) }.map { comments.text(at: $0) }.sorted()
    let objects = try rereading(output.bytes(of: comments)).map(\.text).sorted()
    try promise("dandanplay's JSON holds every text", objects == held)
    try checkASS(of: comments)
  }

  private static func rereading(_ bytes: [UInt8]) throws(BrokenPromise) -> Comments {
    do {
      let file = try DanmakuFile(reading: bytes)
      try promise("what we write we can read: \(file.skipped)", file.skipped.isEmpty)
      return file.comments
    } catch let error as BrokenPromise {
      throw error
    } catch {
      throw BrokenPromise(description: "what we write is danmaku: \(error)")
    }
  }

  private static func withoutLife(_ comment: Comment) -> Comment {
    var comment = comment
    comment.life = nil
    return comment
  }

  private static func checkASS(of comments: Comments) throws(BrokenPromise) {
    var bytes: [UInt8] = []
    ASSFile(comments).write { bytes.append(contentsOf: $0) }
    try promise("ASS is UTF-8", String(validating: bytes, as: UTF8.self) != nil)
    let events = bytes.split(separator: UInt8(ascii: "\n")).drop { !$0.starts(with: "[Events]".utf8) }.dropFirst(2)
    for line in events {
      let text = String(decoding: line, as: UTF8.self)
      try promise("each line is a comment: \(text)", text.hasPrefix("Dialogue: "))
      try promise("no text gives commands: \(text)", !hasCommand(line))
    }
  }

  /// Whether braces stand in the text of a line without a backslash before them; its first pair is the writer's.
  private static func hasCommand(_ line: ArraySlice<UInt8>) -> Bool {
    guard let end = line.firstIndex(of: UInt8(ascii: "}")) else { return false }
    let text = line[(end + 1)...]
    return text.indices.contains { index in
      let isBrace = text[index] == UInt8(ascii: "{") || text[index] == UInt8(ascii: "}")
      return isBrace && (index == text.startIndex || text[index - 1] != UInt8(ascii: "\\"))
    }
  }
}
