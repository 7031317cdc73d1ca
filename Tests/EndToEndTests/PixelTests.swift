import Foundation
import TestSupport
import Testing

/// Films in pixels, on a terminal that says that it has them: tmux has none, so that its bytes are read here.
@Suite(.enabled(if: TestMedia.canPlay, Comment(rawValue: TestMedia.absence)), .playing, .serialized)
struct PixelTests {
  private static let color = [0x20, 0x40, 0x60]

  /// A terminal in which a film of one colour plays, with a comment above it, once it has said `answer`.
  private func play(_ home: Home, answering answer: String) throws -> ByteTerminal {
    try home.write("[theatre]\naudio = \"null\"\n", to: "config/yozakura/config.toml")
    try home.write("<i><d p=\"0,5,25,16777215,0,0,u,1\">上に立つ</d></i>", to: "film.xml")
    let film = home.folder + "/film.mkv"
    try TestMedia.makeClip(at: film, seconds: 60, picture: "color=c=0x204060:s=320x180:r=24")
    let terminal = try ByteTerminal(["play", film], home: home, columns: 80, rows: 24, cell: (8, 16))
    // Which pixels it has.
    try terminal.wait(for: "\u{1B}[c")
    terminal.send(answer)
    return terminal
  }

  @Test func `A terminal with kitty's pixels gets the film in its own colours, and is rid of it in the end`() throws {
    let home = try Home()
    let terminal = try play(home, answering: "\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[?62;c")
    var picture: KittyPicture?
    try terminal.wait(for: "m=0;")
    try terminal.wait(for: "a picture") { bytes in
      picture = KittyPicture(lastIn: bytes)
      return picture != nil
    }
    let shown = try #require(picture)
    #expect(abs(Double(shown.width) / Double(shown.height) - 16.0 / 9) < 0.1)
    #expect(shown.colors.count == shown.width * shown.height * 3)
    let isFilm = shown.colors.enumerated().allSatisfy { abs(Int($1) - Self.color[$0 % 3]) <= 6 }
    #expect(isFilm)
    try terminal.wait(for: "上に立つ")
    terminal.send("q")
    // The picture is taken away.
    try terminal.wait(for: "\u{1B}_Ga=d")
  }

  @Test func `A terminal with sixels gets the film in their nearest colours, as large as its cells are`() throws {
    let home = try Home()
    let terminal = try play(home, answering: "\u{1B}[?62;4c")
    var picture: SixelPicture?
    try terminal.wait(for: "\u{1B}P0;1q")
    try terminal.wait(for: "a picture") { bytes in
      picture = SixelPicture(lastIn: bytes)
      return picture != nil
    }
    let shown = try #require(picture)
    #expect(shown.width % 8 == 0 && shown.height % 16 == 0)
    #expect(shown.count == shown.width * shown.height)
    let isFilm = zip(shown.mean, Self.color).allSatisfy { abs($0 - Double($1)) <= 6 }
    #expect(isFilm, "\(shown.mean)")
    try terminal.wait(for: "上に立つ")
  }

  @Test func `A terminal that has none gets cells`() throws {
    let home = try Home()
    let terminal = try play(home, answering: "\u{1B}[?62;c")
    try terminal.wait(for: "the colour of the film") { bytes in
      String(decoding: bytes, as: UTF8.self).matches(of: /48;2;(\d+);(\d+);(\d+)/).contains { match in
        let colors = [match.1, match.2, match.3].compactMap { Int($0) }
        return zip(colors, Self.color).allSatisfy { abs($0 - $1) <= 6 }
      }
    }
    let hasPixels = KittyPicture(lastIn: terminal.bytes) != nil || SixelPicture(lastIn: terminal.bytes) != nil
    #expect(!hasPixels)
  }
}

/// The last whole picture that a program handed to a terminal by kitty's protocol.
private struct KittyPicture {
  let width: Int
  let height: Int
  /// Red, green and blue of each pixel.
  let colors: [UInt8]

  init?(lastIn bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    var pictures: [(width: Int, height: Int, base64: String)] = []
    var isWhole = false
    for part in text.matches(of: /\u{1B}_G([^;\u{1B}]*);([A-Za-z0-9+\/=]*)\u{1B}\\/) {
      let keys = part.1.split(separator: ",").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
      let values = Dictionary(keys.compactMap { $0.count == 2 ? ($0[0], $0[1]) : nil }) { first, _ in first }
      if values["a"] == "T", let width = values["s"].flatMap({ Int($0) }), let height = values["v"].flatMap({ Int($0) })
      {
        pictures.append((width, height, ""))
      }
      guard !pictures.isEmpty else { continue }
      pictures[pictures.count - 1].base64 += part.2
      isWhole = values["m"] == "0"
    }
    if !isWhole { _ = pictures.popLast() }
    guard let last = pictures.last, let data = Data(base64Encoded: last.base64) else { return nil }
    (width, height, colors) = (last.width, last.height, Array(data))
  }
}

/// The last whole picture that a program handed to a terminal in sixels: how large it is, and what its pixels have on
/// the average.
private struct SixelPicture {
  let width: Int
  let height: Int
  /// How many pixels have a colour.
  private(set) var count = 0
  private var sum = [0.0, 0.0, 0.0]
  private var palette: [Int: [Double]] = [:]

  /// Red, green and blue.
  var mean: [Double] { sum.map { $0 / Double(max(1, count)) } }

  init?(lastIn bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let picture = text.matches(of: /\u{1B}P0;1q"1;1;(\d+);(\d+)([^\u{1B}]*)\u{1B}\\/).last
    guard let picture, let width = Int(picture.1), let height = Int(picture.2) else { return nil }
    (self.width, self.height) = (width, height)
    var color = [0.0, 0.0, 0.0]
    for word in picture.3.matches(of: /#(\d+)((?:;\d+)*)|(?:!(\d+))?([?-~])/) {
      if let number = word.1.flatMap({ Int($0) }) {
        let parts = (word.2 ?? "").split(separator: ";").compactMap { Double($0) }
        // 2: red, green and blue in percent.
        if parts.count == 4 { palette[number] = parts.dropFirst().map { $0 * 255 / 100 } }
        color = palette[number] ?? color
      } else if let sixel = word.4?.unicodeScalars.first {
        let pixels = (sixel.value - 63).nonzeroBitCount * (word.3.flatMap { Int($0) } ?? 1)
        count += pixels
        sum = zip(sum, color).map { $0 + $1 * Double(pixels) }
      }
    }
  }
}
