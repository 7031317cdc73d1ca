/// Makes text of strangers harmless, once, where it enters the model.
///
/// Titles may hold escape sequences, bidirectional overrides, hundreds of combining marks or ten
/// thousand characters: by accident, or in order to rewrite what a terminal shows.
public enum Sanitiser {
  /// How many scalars are kept.
  public static let maximumLength = 1000
  /// How many combining marks one character keeps.
  public static let maximumMarks = 4

  /// `text` on one line, without controls, escape sequences, bidirectional and zero-width marks.
  public static func clean(_ text: String) -> String {
    guard needsCleaning(text) else { return text }
    var cleaned = Cleaned()
    var scalars = text.unicodeScalars[...]
    var mayHaveEnd = true
    while let scalar = scalars.popFirst(), cleaned.length < maximumLength {
      switch scalar.value {
      case 0x1B: skipEscape(&scalars, mayHaveEnd: &mayHaveEnd)
      case 0x9B: skipControlSequence(&scalars)
      case 0x9D, 0x90, 0x98, 0x9E, 0x9F: skipString(&scalars, mayHaveEnd: &mayHaveEnd)
      default: cleaned.append(scalar)
      }
    }
    return cleaned.text
  }

  /// Whether `text` holds anything that is not plainly harmless; spares most titles the work.
  private static func needsCleaning(_ text: String) -> Bool {
    var length = 0
    var previous: UInt32 = 0x20
    for scalar in text.unicodeScalars {
      length += 1
      switch scalar.value {
      case 0x20 where previous != 0x20, 0x21...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x3001...0x3029, 0x3030...0x3098,
        0x309B...0x3163, 0x3165...0xA4CF, 0xAC00...0xD7A3, 0xFF01...0xFF9F:
        previous = scalar.value
      default:
        return true
      }
    }
    return length > maximumLength || length > 0 && previous == 0x20
  }

  /// Behind an escape: a control sequence, a string, or a short sequence of intermediates and a final.
  private static func skipEscape(_ scalars: inout Substring.UnicodeScalarView, mayHaveEnd: inout Bool) {
    switch scalars.first {
    case "["?:
      scalars.removeFirst()
      skipControlSequence(&scalars)
    case "]"?, "P"?, "X"?, "^"?, "_"?:
      scalars.removeFirst()
      skipString(&scalars, mayHaveEnd: &mayHaveEnd)
    default:
      while let next = scalars.first, (0x20...0x2F).contains(next.value) { scalars.removeFirst() }
      if let next = scalars.first, (0x30...0x7E).contains(next.value) { scalars.removeFirst() }
    }
  }

  /// Parameters, intermediates and the final of a control sequence, as ECMA-48 §5.4 has them.
  private static func skipControlSequence(_ scalars: inout Substring.UnicodeScalarView) {
    while let next = scalars.first, (0x20...0x3F).contains(next.value) { scalars.removeFirst() }
    if let next = scalars.first, (0x40...0x7E).contains(next.value) { scalars.removeFirst() }
  }

  /// A string up to its terminator; where it has none, nothing, so that no title vanishes behind one byte.
  ///
  /// Where one string has none, those behind it have none either: `mayHaveEnd` remembers that, since looking for the
  /// end again from each of a hundred thousand strings would take minutes.
  private static func skipString(_ scalars: inout Substring.UnicodeScalarView, mayHaveEnd: inout Bool) {
    guard mayHaveEnd else { return }
    var rest = scalars
    while let scalar = rest.popFirst() {
      switch scalar.value {
      case 0x07, 0x9C:
        scalars = rest
        return
      case 0x1B where rest.first == "\\":
        scalars = rest.dropFirst()
        return
      default:
        continue
      }
    }
    mayHaveEnd = false
  }
}

/// Harmless text in the making.
private struct Cleaned {
  private var scalars = String.UnicodeScalarView()
  private var marks = 0
  private var wantsSpace = false
  private(set) var length = 0

  var text: String { String(scalars) }

  mutating func append(_ scalar: Unicode.Scalar) {
    // What Unicode says of a scalar is looked up slowly, and most are plain.
    if (0x21...0x7E).contains(scalar.value) { return putVisible(scalar) }
    if scalar.properties.isWhitespace && scalar != "\u{3000}" {
      wantsSpace = length > 0
      return
    }
    guard !scalar.isInvisible else { return }
    guard scalar.isMark else { return putVisible(scalar) }
    marks += 1
    guard length > 0, marks <= Sanitiser.maximumMarks, !wantsSpace else { return }
    put(scalar)
  }

  private mutating func putVisible(_ scalar: Unicode.Scalar) {
    marks = 0
    if wantsSpace, length < Sanitiser.maximumLength - 1 { put(" ") }
    wantsSpace = false
    put(scalar)
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    scalars.append(scalar)
    length += 1
  }
}

extension Unicode.Scalar {
  fileprivate var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: false
    }
  }

  /// Whether it takes no cell, or turns the direction of what follows: controls, formats, joiners, variation
  /// selectors, tags, fillers and what is no character at all.
  fileprivate var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: true
    default: properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
    }
  }
}
