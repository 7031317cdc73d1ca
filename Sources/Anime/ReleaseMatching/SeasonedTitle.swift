/// A folded title without what numbers its season, and the number.
///
///     関于我转生变成史莱姆这档事 第四季     stem 关于我转生变成史莱姆这档事, season 4
///     Ookami to Koushinryou II           stem ookamitokoushinryou, season 2
///     Golden Kamuy Season 3 Part 2       stem goldenkamuy, season 3, part 2
///
/// Spaces are left out of the stem, since nobody puts them twice the same.
struct SeasonedTitle: Hashable {
  /// The title without its marks, folded.
  private(set) var stem: String
  /// The season; nil where the title numbers none.
  private(set) var season: Int?
  /// Whether the season is only a number at the end, which may as well be of the title: `No.6`, `22/7`.
  private(set) var isBareNumber = false
  /// The part of a season that was broadcast in several.
  private(set) var part: Int?

  init(_ title: String) {
    self.init(folded: Folding.fold(title))
  }

  /// Reads a title that is folded already.
  init(folded: some Sequence<UInt8>) {
    let text = String(decoding: Array(folded), as: UTF8.self)
    stem = ""
    var words = Self.words(text, season: &season)
    takeMarks(from: &words)
    if season == nil { takeNumber(from: &words) }
    stem = words.joined()
    // A title that is nothing but a number is no season of anything.
    if stem.isEmpty { (stem, season, isBareNumber, part) = (text.filter { $0 != " " }, nil, false, nil) }
  }

  /// The words of `text` without `第2期` and `第二季`, which stand inside words.
  private static func words(_ text: String, season: inout Int?) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var kept = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let isInNumber = index > 0 && scalars[index - 1].isDecimal && scalars[index].isDecimal
      if !isInNumber, let counter = Counter(scalars[index...]), counter.unit == .season, season == nil {
        season = counter.first
        kept.append(" ")
        index = counter.range.upperBound
      } else {
        kept.append(scalars[index])
        index += 1
      }
    }
    return String(kept).split(separator: " ").map(String.init)
  }

  /// Takes `season 2`, `2nd season`, `s2` and `part 2` out of `words`.
  private mutating func takeMarks(from words: inout [String]) {
    var index = 0
    while index < words.count {
      let next = index + 1 < words.count ? words[index + 1] : ""
      if words[index] == "season", let number = Self.number(next) {
        season = season ?? number
        words.removeSubrange(index...index + 1)
      } else if words[index].hasPrefix("season"), let number = ReleaseMarks.number(words[index].dropFirst(6)) {
        season = season ?? number
        words.remove(at: index)
      } else if next == "season", let number = ReleaseMarks.ordinal(words[index]) {
        season = season ?? number
        words.removeSubrange(index...index + 1)
      } else if words[index] == "part" || words[index] == "cour", let number = Self.number(next) {
        part = number
        words.removeSubrange(index...index + 1)
      } else if index > 0, words[index].hasPrefix("s"), let number = ReleaseMarks.number(words[index].dropFirst()) {
        season = season ?? number
        words.remove(at: index)
      } else {
        index += 1
      }
    }
  }

  /// Takes a number from the end of the last word: `II`, `2`; behind Chinese characters it is no word of its own.
  private mutating func takeNumber(from words: inout [String]) {
    guard let last = words.last else { return }
    let tail = String(last.unicodeScalars.reversed().prefix { $0.isASCII }.reversed().map(Character.init))
    guard tail.utf8.count < last.utf8.count || words.count > 1, let number = Self.number(tail), number > 1 else {
      return
    }
    season = number
    isBareNumber = true
    words[words.count - 1] = String(last.unicodeScalars.dropLast(tail.unicodeScalars.count))
    if words[words.count - 1].isEmpty { words.removeLast() }
  }

  private static let romans = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]

  /// 2 of `2` and `ii`, from 1 to 9: larger numbers at the end of a title belong to it.
  private static func number(_ word: String) -> Int? {
    if let roman = romans.firstIndex(of: word) { return roman > 0 ? roman : nil }
    return word.utf8.count == 1 ? Int(word).flatMap { $0 > 0 ? $0 : nil } : nil
  }
}
