/// What a terminal answers when it is asked what it can do.
public enum TerminalAnswer: Hashable, Sendable {
  /// Its primary device attributes, which every terminal answers: among them 4 where it shows sixels.
  case attributes([Int])
  /// It takes pictures by kitty's protocol.
  case kittyGraphics

  /// What asks for both, the one that every terminal answers last.
  ///
  /// One pixel is offered and not shown (https://sw.kovidgoyal.net/kitty/graphics-protocol/, "Querying support").
  public static let request = "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\\u{1B}[c"

  /// The form in which the terminal takes pixels, as far as this answer tells.
  public var pixelForm: PixelForm? {
    switch self {
    case .kittyGraphics: .kitty
    case .attributes(let attributes): attributes.contains(4) ? .sixel : nil
    }
  }

  /// Reads a string that the terminal sent, which begins with the byte after its escape; nil for any other.
  init?(string bytes: [UInt8]) {
    guard bytes.starts(with: "_G".utf8), let end = bytes.firstIndex(of: UInt8(ascii: ";")),
      bytes[(end + 1)...].elementsEqual("OK".utf8)
    else { return nil }
    self = .kittyGraphics
  }
}

/// The forms in which terminals take pictures as pixels.
public enum PixelForm: String, Hashable, Sendable, CaseIterable {
  /// DEC's: six pixels in a character, over whatever stands there.
  case sixel
  /// Kitty's: beneath the text.
  case kitty
}
