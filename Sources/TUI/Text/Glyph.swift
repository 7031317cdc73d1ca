/// What one cell or two show: a character with at most two combining marks, all of known width.
///
/// Three scalars of 21 bits and the width fit into one word: cells are
/// compared and copied without touching memory elsewhere, and no text can
/// hide more in a cell than a terminal draws.
public struct Glyph: Hashable, Sendable {
  private var bits: UInt64

  private static let scalarMask: UInt64 = 0x1F_FFFF
  private static let wideBit: UInt64 = 1 << 63

  /// A base character; marks are joined to it by `join`.
  init(base: Unicode.Scalar, isWide: Bool) {
    bits = UInt64(base.value) | (isWide ? Self.wideBit : 0)
  }

  private init(bits: UInt64) { self.bits = bits }

  /// Nothing but the background.
  public static let blank = Glyph(base: " ", isWide: false)
  /// The right half of the wide glyph in the cell before.
  static let rightHalf = Glyph(bits: 0)

  /// Cells taken: 1 or 2; 0 for the right half of a wide glyph.
  public var width: Int {
    if self == .rightHalf { return 0 }
    return bits & Self.wideBit == 0 ? 1 : 2
  }

  /// Whether it takes one cell or two as the terminal is set.
  public var isAmbiguous: Bool {
    Unicode.Scalar(UInt32(truncatingIfNeeded: bits & Self.scalarMask)).map { ScalarClass($0) == .ambiguous } ?? false
  }

  /// Adds a combining mark, while there is room for it.
  mutating func join(_ mark: Unicode.Scalar) {
    if bits >> 21 & Self.scalarMask == 0 {
      bits |= UInt64(mark.value) << 21
    } else if bits >> 42 & Self.scalarMask == 0 {
      bits |= UInt64(mark.value) << 42
    }
  }

  /// The glyph with the base character that `change` makes of its own, which must be as wide.
  public func replacingBase(_ change: (Unicode.Scalar) -> Unicode.Scalar) -> Glyph {
    guard let base = Unicode.Scalar(UInt32(truncatingIfNeeded: bits & Self.scalarMask)) else { return self }
    return Glyph(bits: bits & ~Self.scalarMask | UInt64(change(base).value))
  }

  /// The base character and its marks; none for a right half.
  public var scalars: [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    forEachScalar { scalars.append($0) }
    return scalars
  }

  /// Calls `body` with the base character and each mark.
  @inlinable public func forEachScalar(_ body: (Unicode.Scalar) -> Void) {
    var rest = packedScalars
    while rest != 0 {
      if let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: rest & 0x1F_FFFF)) { body(scalar) }
      rest >>= 21
    }
  }

  /// The scalars, 21 bits each, the base lowest.
  public var packedScalars: UInt64 { bits & ~Self.wideBit }

  /// The character; a space for a right half.
  public var character: Character {
    var text = String.UnicodeScalarView()
    forEachScalar { text.append($0) }
    return text.isEmpty ? " " : Character(String(text))
  }
}
