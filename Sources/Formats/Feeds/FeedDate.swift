internal import Anime

/// Reads times as feeds write them.
enum FeedDate {
  /// The years that a feed can mean.
  private static let years = 1970...2199

  /// `Wed, 01 Jul 2026 12:00:00 -0000`, `1 Jul 26 8:00 EST`, `2025-02-26T22:25:16.212`; nil for what is no time.
  ///
  /// One that names no zone is of the zone `secondsEast` of UTC.
  static func read(_ text: String, secondsEast: Int = 0) -> Instant? {
    guard text.utf8.count < 100 else { return nil }
    let words = text.split { $0.isWhitespace || $0 == "," }
    guard let first = words.first else { return nil }
    let isISO = first.utf8.dropFirst(4).first == UInt8(ascii: "-") && first.prefix(4).allSatisfy(\.isNumber)
    let date = isISO ? readISO(words, secondsEast) : readMail(words[...], secondsEast)
    return date.flatMap { years.contains(Zone.utc.civil($0).date.year) ? $0 : nil }
  }

  /// ISO 8601, of which feeds leave out the `T`, the zone or the time.
  private static func readISO(_ words: [Substring], _ secondsEast: Int) -> Instant? {
    var text = words.joined(separator: "T").uppercased()
    // `2026-07-01 12:00:00 +0800` has three words.
    if words.count == 3 { text = "\(words[0])T\(words[1])\(words[2])".uppercased() }
    if !text.contains("T") { text += "T00:00" }
    let time = text[(text.firstIndex(of: "T") ?? text.endIndex)...]
    if time.contains(where: { "Z+-".contains($0) }) { return Instant(iso8601: text) }
    return Instant(iso8601: text + "Z").map { $0 - .seconds(Int64(secondsEast)) }
  }

  /// RFC 822 and RFC 5322, section 3.3: `[Wed] 1 Jul 26 12:00[:00] [EST]`
  private static func readMail(_ words: ArraySlice<Substring>, _ secondsEast: Int) -> Instant? {
    var words = words
    if words.first?.first?.isLetter ?? false { words.removeFirst() }
    // `01-Jul-2026` is three words in one.
    if let date = words.first, date.contains("-") { words = date.split(separator: "-") + words.dropFirst() }
    guard words.count >= 4 else { return nil }
    let parts = Array(words.prefix(5))
    guard let day = Int(parts[0]), 1...31 ~= day, let month = month(parts[1]), let year = year(parts[2]),
      let time = time(parts[3])
    else { return nil }
    let date = CivilDate(year: year, month: month, day: day)
    guard CivilDate(daysSince1970: date.daysSince1970) == date else { return nil }
    let east = parts.count > 4 ? zone(parts[4]) : secondsEast
    return Instant(seconds: Int64(date.daysSince1970 * 86_400 + time - east))
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  private static func month(_ word: Substring) -> Int? {
    months.firstIndex(of: word.prefix(3).lowercased()).map { $0 + 1 }
  }

  /// `26` → 2026 and `99` → 1999 (RFC 5322, section 4.3).
  private static func year(_ word: Substring) -> Int? {
    guard let year = Int(word), (2...4).contains(word.utf8.count) else { return nil }
    return year < 50 ? 2000 + year : year < 1000 ? 1900 + year : year
  }

  /// `12:00` or `12:00:00`, in seconds.
  private static func time(_ word: Substring) -> Int? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (2...3).contains(parts.count), let hour = parts[0], let minute = parts[1], 0...24 ~= hour, 0..<60 ~= minute
    else { return nil }
    guard let second = parts.count == 3 ? parts[2] : 0, 0...60 ~= second else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  /// Seconds east of UTC: `+0900`, `GMT+8`, `EST`; 0 for names that nobody knows, as RFC 5322, section 4.3, says.
  private static func zone(_ word: Substring) -> Int {
    let name = word.prefix { $0.isLetter }.uppercased()
    let offset = word.dropFirst(name.count)
    guard let sign = offset.first, sign == "+" || sign == "-" else { return (hoursEast[name] ?? 0) * 3600 }
    let digits = offset.dropFirst().filter { $0 != ":" }
    guard let number = Int(digits), (1...4).contains(digits.utf8.count) else { return 0 }
    let seconds = digits.utf8.count < 3 ? number * 3600 : number / 100 * 3600 + number % 100 * 60
    return sign == "-" ? -seconds : seconds
  }

  private static let hoursEast = [
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "JST": 9, "KST": 9,
    "HKT": 8, "CET": 1, "CEST": 2, "BST": 1, "WEST": 1, "EET": 2, "EEST": 3, "MSK": 3, "AEST": 10, "AEDT": 11,
  ]
}
