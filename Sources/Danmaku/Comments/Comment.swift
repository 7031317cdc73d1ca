/// One comment of a file.
public struct Comment: Hashable, Sendable {
  /// When it appears, in milliseconds of the media; before its start where it was moved there, and goes on beyond it.
  public var time: Int
  /// How it moves.
  public var mode: Mode
  /// The font size, 1 to 255; 25 is the ordinary one. Cells have one size: only statistics and exports read it.
  public var size: Int
  /// The colour that its sender chose.
  public var color: CommentColor
  /// What it says: clean, with `\n` between its lines. A positioned or scripted one holds its code instead.
  public var text: String
  /// The number that its site gave it; nil where the file tells none.
  public var id: Int64?
  /// When it was sent, in seconds since 1970; nil where the file tells none.
  public var sent: Int64?
  /// 0 the ordinary pool, 1 subtitles, 2 scripts.
  public var pool: Int
  /// Who sent it; nil where the file tells nothing.
  public var sender: Sender?
  /// The site's own judgement, 1 to 11, better ones higher; nil where the file tells none.
  public var weight: Int?
  /// For how long it wants to be shown, in milliseconds; nil where it leaves that to the stage.
  public var life: Int?

  /// A comment of ordinary size and colour.
  public init(
    time: Int, mode: Mode = .scroll, size: Int = 25, color: CommentColor = .white, text: String, id: Int64? = nil,
    sent: Int64? = nil, pool: Int = 0, sender: Sender? = nil, weight: Int? = nil, life: Int? = nil
  ) {
    self.time = time
    self.mode = mode
    self.size = size
    self.color = color
    self.text = text
    self.id = id
    self.sent = sent
    self.pool = pool
    self.sender = sender
    self.weight = weight
    self.life = life
  }

  /// How a comment moves. The raw values are Bilibili's, whose 2 and 3 are older ways to say 1.
  public enum Mode: UInt8, CaseIterable, Hashable, Sendable {
    /// From right to left.
    case scroll = 1
    /// Still, at the bottom.
    case bottom = 4
    /// Still, at the top.
    case top = 5
    /// From left to right.
    case reverse = 6
    /// Anywhere, along a path: the text is a JSON array.
    case positioned = 7
    /// A program of its own.
    case scripted = 8
    /// Bilibili's animation language.
    case animated = 9

    /// Whether it is text that lanes can show.
    public var isText: Bool { rawValue <= Self.reverse.rawValue }
    /// The modes that lanes can show.
    public static let text = allCases.filter(\.isText)
  }

  /// Who sent a comment, as a number that can be compared and says nothing else.
  ///
  /// Sites give a hash of the account, which can be reversed: it is personal data and never shown.
  public struct Sender: Hashable, Sendable, CustomStringConvertible {
    let number: UInt64

    init(number: UInt64) { self.number = number }

    /// Always the same word, so that no log tells who it was.
    public var description: String { "sender" }
  }
}

/// A colour of 24 bits.
public struct CommentColor: Hashable, Sendable {
  /// `0xRRGGBB`.
  public let rgb: UInt32

  /// The colour `0xRRGGBB`; higher bits are left out.
  public init(_ rgb: UInt32) { self.rgb = rgb & 0xFF_FFFF }

  /// What nearly all comments have.
  public static let white = CommentColor(0xFF_FFFF)

  /// The red part.
  public var red: UInt8 { UInt8(truncatingIfNeeded: rgb >> 16) }
  /// The green part.
  public var green: UInt8 { UInt8(truncatingIfNeeded: rgb >> 8) }
  /// The blue part.
  public var blue: UInt8 { UInt8(truncatingIfNeeded: rgb) }
}
