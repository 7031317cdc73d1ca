/// What separates the words of one piece of a name.
///
/// Spaces and underscores always do. Only where a piece has none of them do dots, then plus signs, then hyphens:
/// `D.Gray-man_04` has two words, `Juuni.Kokki.Ep.5` has four.
struct ReleaseSeparators {
  private let isBracketed: Bool
  private var dots = false
  private var pluses = false
  private var hyphens = false

  init(_ piece: ArraySlice<Unicode.Scalar>, isBracketed: Bool) {
    self.isBracketed = isBracketed
    let inner = piece.drop { $0.isReleaseSpace || $0.isReleaseBracket }
    let last = inner.lastIndex { !$0.isReleaseSpace && !$0.isReleaseBracket } ?? inner.startIndex
    let trimmed = inner.prefix(upTo: min(last + 1, inner.endIndex))
    guard !trimmed.contains(where: \.isReleaseSpace) else { return }
    dots = trimmed.contains(".")
    pluses = !dots && trimmed.contains("+")
    hyphens = !dots && !pluses && !isBracketed && trimmed.count(where: \.isDash) > 1
  }

  /// Whether the scalar at `index` is no part of a word.
  func separates(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let scalar = scalars[index]
    if scalar.isReleaseSpace || scalar.isReleaseBracket || scalar == "★" { return true }
    switch scalar {
    case ".": return dots && !joinsDigits(at: index, in: scalars) && !isEllipsis(at: index, in: scalars)
    case ",", ";": return isBracketed
    case "+": return (pluses || isBracketed) && !isBetweenDigits(index, in: scalars)
    default: return hyphens && scalar.isDash
    }
  }

  /// Whether a dot is that of a number such as `07.5`: one digit behind it, and nothing that goes on.
  private func joinsDigits(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard isBetweenDigits(index, in: scalars) else { return false }
    let isWordEnd = index + 2 >= scalars.count || !scalars[index + 2].properties.isAlphabetic
    return isWordEnd && !(index + 2 < scalars.count && scalars[index + 2].isDecimal)
  }

  private func isEllipsis(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    index + 1 < scalars.count && scalars[index + 1] == "." && index > 0 && scalars[index - 1] == "."
  }

  private func isBetweenDigits(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    index > 0 && index + 1 < scalars.count && scalars[index - 1].isDecimal && scalars[index + 1].isDecimal
  }
}

extension Unicode.Scalar {
  /// Whether it is one of `0` to `9`, in either width.
  var isDecimal: Bool { (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value) }
}
