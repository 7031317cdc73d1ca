/// The numbers of episodes in one word: `05v2`, `01-12`, `316+317`, `S02E05`, `1x03`, `#4`.
struct EpisodeReading: Hashable {
  /// The episodes: one, a range, or several of either.
  var episodes: [ClosedRange<ReleaseEpisode>] = []
  /// The revision, 2 of `05v2`.
  var version: Int?
  /// The season, where the word names it.
  var season: Int?
  /// Whether a sign in the word says that it is the number of an episode: `#4`, `E12`.
  var isMarked = false
  /// Whether the first number is written with a zero in front.
  var isPadded = false

  /// Reads `key`, a word in lower case; nil where it is anything else.
  init?(_ key: String) {
    // A number of an episode needs a digit early and is short.
    guard key.utf8.count <= 40, key.utf8.prefix(4).contains(where: \.isDigit) else { return nil }
    let bytes = Array(key.utf8)
    if !readSeasonAndEpisode(bytes) {
      self = EpisodeReading()
      guard readNumbers(bytes) else { return nil }
    }
  }

  init() {}

  /// `s02e05`, `s02e05-e07`, `2x05`.
  private mutating func readSeasonAndEpisode(_ bytes: [UInt8]) -> Bool {
    var scanner = ByteScanner(bytes)
    let isLong = scanner.takes("s")
    guard let season = scanner.digits(1...2), scanner.takes(isLong ? "e" : "x") else { return false }
    // `1x03`, but not `0x539` and `4x4`.
    guard isLong || season > 0 && (2...3).contains(bytes.count - scanner.position) else { return false }
    self.season = season
    isMarked = true
    return readList(&scanner) && scanner.isAtEnd
  }

  private mutating func readNumbers(_ bytes: [UInt8]) -> Bool {
    var scanner = ByteScanner(bytes)
    isMarked = scanner.takes("#") || scanner.takes("ep") || scanner.takes("e")
    isPadded = scanner.next == UInt8(ascii: "0") && bytes.count - scanner.position > 1
    guard readList(&scanner) else { return false }
    return scanner.isAtEnd || Self.endings.contains(String(decoding: bytes[scanner.position...], as: UTF8.self))
  }

  /// What may follow a number in its word: the last episode, one shown before its broadcast.
  private static let endings: Set<String> = ["end", "fin", "final", "pre", "完", "完结", "完結"]

  private mutating func readList(_ scanner: inout ByteScanner) -> Bool {
    guard let first = readNumber(&scanner) else { return false }
    episodes = [first...first]
    while let separator = Self.separator(&scanner) {
      _ = scanner.takes("#") || scanner.takes("ep") || scanner.takes("e")
      guard let next = readNumber(&scanner) else { return false }
      if separator == UInt8(ascii: "-") {
        guard let start = episodes.popLast()?.lowerBound, start <= next else { return false }
        episodes.append(start...next)
      } else {
        episodes.append(next...next)
      }
    }
    return true
  }

  /// Takes what stands between two numbers, `-` for a range and `+` for a list.
  private static func separator(_ scanner: inout ByteScanner) -> UInt8? {
    if scanner.takes("-") || scanner.takes("~") || scanner.takes("～") { return UInt8(ascii: "-") }
    if scanner.takes("+") || scanner.takes("&") { return UInt8(ascii: "+") }
    return nil
  }

  /// A number with its point, part and version: `12.5`, `4a`, `01v2`.
  private mutating func readNumber(_ scanner: inout ByteScanner) -> ReleaseEpisode? {
    guard let whole = scanner.digits(1...4) else { return nil }
    var number = ReleaseEpisode(whole)
    var tried = scanner
    if tried.takes("."), let tenths = tried.digits(1...1) {
      number.tenths = tenths
      scanner = tried
    }
    tried = scanner
    if let letter = tried.next, (UInt8(ascii: "a")...UInt8(ascii: "c")).contains(letter) {
      tried.advance()
      if tried.next.map({ !$0.isSmallLetter || $0 == UInt8(ascii: "v") }) ?? true {
        number.part = Unicode.Scalar(letter)
        scanner = tried
      }
    }
    tried = scanner
    if tried.takes("v"), let version = tried.digits(1...2) {
      self.version = max(version, self.version ?? 0)
      scanner = tried
    }
    return number
  }
}
