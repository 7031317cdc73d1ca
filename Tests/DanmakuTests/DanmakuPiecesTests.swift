import Danmaku
import Testing

@Suite struct `Reading files in pieces` {
  /// Reads `bytes` through windows of `length` bytes, as a program does; nil where they have to be read whole.
  static func piecewise(_ bytes: [UInt8], windows length: Int) -> DanmakuFile? {
    let head = bytes.prefix(DanmakuPieces.headLength)
    guard let pieces = head.withUnsafeBufferPointer({ DanmakuPieces(head: $0) }) else { return nil }
    var read: [DanmakuPieces.Piece] = []
    var start = 0
    var end = 0
    while start < bytes.count || read.isEmpty {
      end = min(end + length, bytes.count)
      let isLast = end == bytes.count
      let border = isLast ? end - start : bytes[start..<end].withUnsafeBufferPointer(pieces.lastBorder)
      guard border > 0 || isLast else { continue }
      let piece = bytes[start..<start + border].withUnsafeBufferPointer { pieces.read($0, isLast: isLast) }
      guard let piece else { return nil }
      read.append(piece)
      start += border
      if isLast { break }
    }
    // The order in which threads end is none.
    var joint = DanmakuPieces.Joint(pieces, fileOf: bytes.count)
    for piece in read.reversed() { joint.append(piece) }
    return joint.file()
  }

  /// Comments with all that makes pieces hard to cut, whole and broken.
  static func xml(_ random: inout SplitMix, comments: Int) -> [UInt8] {
    let oddities = [
      "<d p=\"", "</d>", "<d p='1,1'>", "<", ">", "\"", "</i>", "&amp;", "/n", "<d user=\"a>b\" p=\"3,1\">x</d>", "<d>",
    ]
    var xml = "<?xml version=\"1.0\"?><i>"
    for number in 0..<comments {
      let quote = Bool.random(using: &random) ? "\"" : "'"
      let time = Int.random(in: 0..<9, using: &random)
      xml += "<d p=\(quote)\(time),1,25,255,0,0,ab\(number % 7),\(number % 5)\(quote)>夜桜\(number)</d>"
      if Int.random(in: 0..<4, using: &random) == 0 { xml += oddities.randomElement(using: &random) ?? "" }
    }
    return Array((xml + "</i>\n").utf8)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `Pieces hold what the whole file holds, wherever they are cut`(_ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let bytes = Self.xml(&random, comments: 120)
    let whole = try DanmakuFile(reading: bytes)
    for length in [64, 101, 500, 4000, 100_000] {
      #expect(Self.piecewise(bytes, windows: length) == whole)
    }
  }

  @Test func `Either kind of quotes is a border`() throws {
    let whole = Array("<i><d p='1,1'>a</d><d p='2,1'>b</d>".utf8)
    let border = try #require(whole.withUnsafeBufferPointer { DanmakuPieces(head: $0)?.lastBorder(in: $0) })

    #expect(String(decoding: whole[border...], as: UTF8.self) == "<d p='2,1'>b</d>")
  }

  @Test(arguments: ["<!-- <d p=\"1,1\">x</d> -->", "<d p=\"1,1\"><![CDATA[<d p=\"1,1\">x]]></d>"])
  func `A file with sections has to be read whole`(_ section: String) {
    let bytes = Array("<i><d p=\"1,1\">a</d>\(section)<d p=\"2,1\">b</d></i>".utf8)

    #expect(Self.piecewise(bytes, windows: 20) == nil)
  }

  @Test func `Segments are cut between their elements`() throws {
    func element(_ time: UInt8, _ text: String) -> [UInt8] {
      let fields = [0x08, 1, 0x10, time, 0x18, 1, 0x3A, UInt8(text.utf8.count)] + Array(text.utf8)
      return [0x0A, UInt8(fields.count)] + fields
    }
    let bytes = (0..<100).flatMap { element(100 - $0, "夜桜\($0)") }
    let whole = try DanmakuFile(reading: bytes)

    #expect(whole.comments.count == 100)
    for length in [16, 33, 400] { #expect(Self.piecewise(bytes, windows: length) == whole) }
  }

  @Test func `Torn segments keep what stands before the tear`() throws {
    let bytes: [UInt8] = [0x0A, 9, 0x08, 1, 0x10, 5, 0x18, 1, 0x3A, 1, 0x61, 0x0A, 9, 0x08]

    #expect(Self.piecewise(bytes, windows: 11) == (try DanmakuFile(reading: bytes)))
  }
}
