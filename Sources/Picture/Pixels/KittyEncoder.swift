import Playback
public import TUI

/// Writes pictures in the form of kitty's graphics protocol
/// (https://sw.kovidgoyal.net/kitty/graphics-protocol/), for terminals that show pixels beneath their text.
public struct KittyEncoder: Sendable {
  /// The number of the picture at the terminal: the next one takes the place of the one before.
  private static let number = 0x59A
  /// No part of a picture may be longer.
  private static let partLength = 4096

  private var base64: [UInt8] = []

  /// An encoder; it keeps its memory from picture to picture.
  public init() {}

  /// Adds `frame` to `bytes`, to be shown in the cells of `area`, beneath their text, from where the cursor is, which
  /// stays there.
  public mutating func encode(_ frame: PixelFrame, in area: Size, to bytes: inout [UInt8]) {
    encode(frame.pixels)
    var start = 0
    repeat {
      let end = min(base64.count, start + Self.partLength)
      bytes.append(contentsOf: "\u{1B}_G".utf8)
      if start == 0 {
        let (width, height) = (frame.size.width, frame.size.height)
        // Shown at once, in 24 bits; no answer is wanted, neither good nor bad.
        bytes.append(contentsOf: "a=T,f=24,i=\(Self.number),p=1,q=2,z=-1,C=1,s=\(width),v=\(height),".utf8)
        bytes.append(contentsOf: "c=\(area.columns),r=\(area.rows),".utf8)
      }
      bytes.append(contentsOf: end < base64.count ? "m=1;".utf8 : "m=0;".utf8)
      bytes.append(contentsOf: base64[start..<end])
      bytes.append(contentsOf: "\u{1B}\\".utf8)
      start = end
    } while start < base64.count
  }

  /// What takes the picture away.
  public static let removal = Array("\u{1B}_Ga=d,d=I,i=\(number),q=2\u{1B}\\".utf8)

  /// Encodes pixels, of which each is four characters (RFC 4648, section 4).
  private mutating func encode(_ pixels: [UInt32]) {
    base64.removeAll(keepingCapacity: true)
    base64.reserveCapacity(pixels.count * 4)
    for pixel in pixels {
      let bits = (pixel & 0xFF) << 16 | pixel & 0xFF00 | pixel >> 16 & 0xFF
      for shift: UInt32 in [18, 12, 6, 0] { base64.append(Self.alphabet[Int(bits >> shift & 63)]) }
    }
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
