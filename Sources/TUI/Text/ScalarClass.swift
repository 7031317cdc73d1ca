/// What a terminal does with a scalar; the numbers are those of `WidthTable`.
enum ScalarClass: UInt32 {
  /// Takes one cell.
  case narrow
  /// Takes two cells.
  case wide
  /// Joins the character before it and takes no cell.
  case joining
  /// Takes one cell or two, as the terminal is set.
  case ambiguous
  /// Is never drawn: controls, bidi overrides, joiners, variation selectors, skin tones.
  case dropped
  /// Has no width that terminals agree on: newer than Unicode 14, private, disputed.
  case unknown

  /// The class of `scalar`.
  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20..<0x7F: self = .narrow
    case 0x3041...0x3096, 0x309B...0x30FF, 0x4E00...0x9FFC, 0xAC00...0xD7A3: self = .wide
    default: self = Self.lookUp(scalar)
    }
  }

  /// Finds the last run that begins at or before `scalar`.
  private static func lookUp(_ scalar: Unicode.Scalar) -> ScalarClass {
    let runs = WidthTable.runs
    let wanted = scalar.value << 3 | 7
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle] <= wanted { low = middle } else { high = middle }
    }
    return ScalarClass(rawValue: runs[low] & 7) ?? .unknown
  }
}
