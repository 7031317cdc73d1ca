import Danmaku
import Testing

/// One row of a conformance table: a claim, bytes typed by hand, and what the format's own player makes of them.
///
///     Reading("Mode 5 is the top", "<d p=\"1,5\">x</d>", [Comment(time: 1000, mode: .top, text: "x")])
///
/// Tables are written per format; tests of layouts, rules and outputs start from the same rows.
struct Reading: Sendable, CustomTestStringConvertible {
  /// What the row says, in one sentence.
  var claim: String
  /// The file.
  var bytes: [UInt8]
  /// What it holds, in the order of times; senders are compared only where the row tells one.
  var comments: [Danmaku.Comment]
  /// What of it cannot be read.
  var skipped: [SkipReason: Int]
  /// The shape it has, where the row is about that.
  var format: DanmakuFormat?

  init(
    _ claim: String, _ file: String, _ comments: [Danmaku.Comment], skipped: [SkipReason: Int] = [:],
    format: DanmakuFormat? = nil
  ) {
    self.init(claim, bytes: Array(file.utf8), comments, skipped: skipped, format: format)
  }

  init(
    _ claim: String, bytes: [UInt8], _ comments: [Danmaku.Comment], skipped: [SkipReason: Int] = [:],
    format: DanmakuFormat? = nil
  ) {
    self.claim = claim
    self.bytes = bytes
    self.comments = comments
    self.skipped = skipped
    self.format = format
  }

  var testDescription: String { claim }

  /// Reads the file, its shape told by its content, and compares everything that the row tells.
  func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = try DanmakuFile(reading: bytes)
    var read = Array(file.comments)
    for (index, wanted) in comments.enumerated() where index < read.count && wanted.sender == nil {
      read[index].sender = nil
    }
    #expect(read == comments, sourceLocation: sourceLocation)
    #expect(file.skipped == skipped, sourceLocation: sourceLocation)
    if let format { #expect(file.format == format, sourceLocation: sourceLocation) }
  }
}

/// The numbers by which rows name senders.
enum Senders {
  /// Whom Bilibili's XML names by `hash`: every shape must come to the same.
  static func named(_ hash: String) throws -> Danmaku.Comment.Sender? {
    try DanmakuFile(reading: Array("<d p=\"1,1,25,0,0,0,\(hash)\">x</d>".utf8)).comments[0].sender
  }
}
