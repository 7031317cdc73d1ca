/// A number with the Chinese or Japanese word for what it counts: `第05话`, `2期`, `第二季`, `全24話`.
struct Counter {
  /// What is counted.
  enum Unit { case episode, season, volume }

  let unit: Unit
  let first: Int
  /// The last of a range, or of all: 24 of `全24话`, which begin with 1.
  let last: Int
  /// Where it lies.
  let range: Range<Int>

  /// The counter that `text` begins with; nil where it begins with none.
  init?(_ text: ArraySlice<Unicode.Scalar>) {
    var rest = text
    let isOrdinal = rest.first == "第"
    let isAll = rest.first == "全"
    if isOrdinal || isAll { rest.removeFirst() }
    guard let number = Self.number(&rest, allowingHan: isOrdinal) else { return nil }
    var last = number
    if let dash = rest.first, dash.isDash || dash == "~" || dash == "～" {
      rest.removeFirst()
      guard let end = Self.number(&rest, allowingHan: isOrdinal), end >= number else { return nil }
      last = end
    }
    guard let unit = rest.popFirst().flatMap(Self.unit) else { return nil }
    // The last of 全2期 is no season, and 全1巻 no volume; 全0話 has no first one.
    if isAll, unit != .episode || last < 1 { return nil }
    self.unit = unit
    first = isAll ? 1 : number
    self.last = last
    range = text.startIndex..<rest.startIndex
  }

  private static func unit(_ scalar: Unicode.Scalar) -> Unit? {
    switch scalar {
    case "话", "話", "集", "回": .episode
    case "期", "季": .season
    case "卷", "巻": .volume
    default: nil
    }
  }

  /// Takes a number below 10,000 in digits of either width, or below 100 in Chinese ones.
  private static func number(_ text: inout ArraySlice<Unicode.Scalar>, allowingHan: Bool) -> Int? {
    let digits = text.prefix(5).prefix { $0.isDecimal }
    if !digits.isEmpty {
      guard digits.count < 5 else { return nil }
      text = text.dropFirst(digits.count)
      return digits.reduce(0) { $0 * 10 + Int($1.value & 0x0F) }
    }
    guard allowingHan else { return nil }
    let numerals = text.prefix(4).prefix { HanNumber.digits.contains($0) }
    guard let value = HanNumber.value(numerals) else { return nil }
    text = text.dropFirst(numerals.count)
    return value
  }
}

/// Chinese numerals from 1 to 99.
enum HanNumber {
  /// One to ten, each at the place of its value.
  static let digits = Array("零一二三四五六七八九十".unicodeScalars)

  /// 12 of 十二, 20 of 二十, 3 of 三; nil for what is no such number.
  static func value(_ numerals: some Collection<Unicode.Scalar>) -> Int? {
    var (tens, ones) = (0, 0)
    var sawTen = false
    for numeral in numerals {
      guard let value = digits.firstIndex(of: numeral) else { return nil }
      if value == 10 {
        guard !sawTen else { return nil }
        sawTen = true
        tens = max(ones, 1)
        ones = 0
      } else {
        guard ones == 0 else { return nil }
        ones = value
      }
    }
    let value = tens * 10 + ones
    return value > 0 ? value : nil
  }
}
