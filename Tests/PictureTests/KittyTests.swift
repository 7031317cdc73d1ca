import Foundation
import Picture
import Playback
import TUI
import Testing

@Suite struct KittyTests {
  @Test func `A picture comes in parts that hold its pixels`() throws {
    let size = PixelSize(width: 60, height: 40)
    let pixels = (0..<2400).map { UInt32($0) &* 2_654_435_761 & 0xFF_FFFF }
    let parts = try parts(of: #require(PixelFrame(size: size, pixels: pixels)), in: Size(columns: 30, rows: 10))
    let data = try #require(Data(base64Encoded: parts.map(\.data).joined()))

    #expect(parts.count == 3)
    #expect(parts.allSatisfy { $0.data.count <= 4096 })
    #expect(parts.map { $0.keys["m"] } == ["1", "1", "0"])
    #expect(Array(data) == pixels.flatMap { [UInt8($0 & 255), UInt8($0 >> 8 & 255), UInt8($0 >> 16)] })
  }

  @Test func `The first part says how large the picture is, and that it lies beneath the text`() throws {
    let frame = try #require(PixelFrame(size: PixelSize(width: 2, height: 1), pixels: [1, 2]))
    let keys = try #require(try parts(of: frame, in: Size(columns: 30, rows: 10)).first).keys

    #expect((keys["a"], keys["f"]) == ("T", "24"))
    #expect((keys["s"], keys["v"]) == ("2", "1"))
    #expect((keys["c"], keys["r"]) == ("30", "10"))
    #expect(keys["z"] == "-1")
    #expect(keys["C"] == "1")
  }

  @Test func `The next picture takes the place of the one before, and can be taken away`() throws {
    let frame = try #require(PixelFrame(size: PixelSize(width: 1, height: 1), pixels: [0]))
    let number = try #require(try parts(of: frame, in: Size(columns: 1, rows: 1)).first?.keys["i"])

    #expect(String(decoding: KittyEncoder.removal, as: UTF8.self) == "\u{1B}_Ga=d,d=I,i=\(number),q=2\u{1B}\\")
  }

  private func parts(of frame: PixelFrame, in area: Size) throws -> [(keys: [String: String], data: String)] {
    var encoder = KittyEncoder()
    var bytes: [UInt8] = []
    encoder.encode(frame, in: area, to: &bytes)
    return try String(decoding: bytes, as: UTF8.self).components(separatedBy: "\u{1B}\\").dropLast().map { part in
      #expect(part.hasPrefix("\u{1B}_G"))
      let halves = part.dropFirst(3).split(separator: ";", omittingEmptySubsequences: false)
      let keys = try #require(halves.first).split(separator: ",").map { $0.split(separator: "=").map(String.init) }
      return (Dictionary(uniqueKeysWithValues: keys.map { ($0[0], $0[1]) }), String(halves[1]))
    }
  }
}
