/// Tells from what a program writes to its terminal which pictures of a film it showed, and when.
///
/// The film is `FilmWitness.film`: the last ninth of each picture has one of twelve colours in turn, and its comments are
/// a character of its own in each second. Half a second that is missing as a whole is not noticed.
struct FilmWitness {
  /// Pictures that were shown, by their numbers in the film, and when, in milliseconds.
  private(set) var shown: [(number: Int, moment: Double)] = []
  /// By how many milliseconds the picture was ahead of the comment when that was first seen, second by second.
  private(set) var leads: [Double] = []
  private var pending: [UInt8] = []
  private var second = 1
  /// What a program writes between two frames.
  private let boundary: [UInt8]

  /// A witness of a program that writes `boundary` between two frames; ours ends synchronised output there.
  init(boundary: String = "\u{1B}[?2026l") { self.boundary = Array(boundary.utf8) }

  /// Pictures in a second.
  static let rate = 24
  /// How many colours tell one picture from the next.
  private static let colors = 12

  /// How many pictures between the first and the last were not shown.
  var missing: Int {
    guard let first = shown.first, let last = shown.last else { return 0 }
    return last.number - first.number + 1 - shown.count
  }

  /// By how many milliseconds the film went ahead of the clock, or behind it, between its first and its last seconds.
  var drift: Double {
    let offsets = shown.map { $0.moment - Double($0.number) * 1000 / Double(Self.rate) }
    let span = 5 * Self.rate
    return abs(median(Array(offsets.suffix(span))) - median(Array(offsets.prefix(span))))
  }

  /// Takes in what came at `moment`.
  mutating func take(_ bytes: ArraySlice<UInt8>, at moment: Double) {
    pending += bytes
    var start = 0
    while let end = endOfFrame(in: pending, from: start) {
      witness(pending[start..<end], at: moment)
      start = end
    }
    pending.removeFirst(start)
  }

  private mutating func witness(_ frame: ArraySlice<UInt8>, at moment: Double) {
    if let color = Self.color(of: frame) {
      let number = shown.last.map { $0.number + (color - $0.number % Self.colors + Self.colors) % Self.colors } ?? color
      if number != shown.last?.number { shown.append((number, moment)) }
    }
    guard let picture = shown.last?.number else { return }
    for ahead in 0..<3 where Self.holds(Self.character(of: second + ahead), frame) {
      leads.append(Double(picture) * 1000 / Double(Self.rate) - Double(second + ahead) * 1000)
      second += ahead + 1
      break
    }
  }
}

// MARK: The film

extension FilmWitness {
  /// What FFmpeg makes such a film of, `seconds` long, in 1280×720.
  static func film(seconds: Int, at path: String) -> [String] {
    [
      "ffmpeg", "-loglevel", "error", "-y", "-f", "lavfi", "-i", "testsrc2=s=1280x640:r=\(rate):d=\(seconds)", "-f",
      "lavfi", "-i",
      "color=s=16x2:r=\(rate):d=\(seconds),format=yuv420p,geq=lum='112+8*mod(N\\,\(colors))':cb=60:cr=128,"
        + "scale=1280:80:flags=neighbor", "-f", "lavfi", "-i", "sine=440:d=\(seconds)", "-filter_complex",
      "[0]format=yuv420p[a];[a][1]vstack[v]", "-map", "[v]", "-map", "2:a", "-c:v", "libx264", "-preset", "veryfast",
      "-pix_fmt", "yuv420p", "-c:a", "aac", path,
    ]
  }

  /// A comment in each of `seconds`, in Bilibili's XML.
  static func comments(seconds: Int) -> String {
    (1..<max(2, seconds)).map { second in
      let text = String(decoding: character(of: second), as: UTF8.self)
      return "<d p=\"\(second).0,5,25,16777215,1700000000,0,1,9\(second)\">\(text)</d>"
    }.joined()
  }

  /// A character that no other comment has.
  private static func character(of second: Int) -> [UInt8] {
    Array(String(Unicode.Scalar(UInt32(0x5000 + second)).map(Character.init) ?? "?").utf8)
  }
}

// MARK: What a terminal is told

extension FilmWitness {
  /// Which of the colours most cells of a frame have; nil where none has any.
  ///
  /// Luma 112 and eight more for each, with a chroma that testsrc2 hardly has: red is 1.164 × (luma − 16) and green 14
  /// more, by BT.709 in studio range.
  private static func color(of frame: ArraySlice<UInt8>) -> Int? {
    var weights = [Int](repeating: 0, count: colors)
    var color: Int?
    var place = frame.startIndex
    while let escape = frame[place...].firstIndex(of: 0x1B) {
      let next = frame[(escape + 1)...].firstIndex(of: 0x1B) ?? frame.endIndex
      if let end = frame[escape..<next].firstIndex(of: UInt8(ascii: "m")) {
        let numbers = frame[(escape + 2)..<end].split(separator: UInt8(ascii: ";"))
          .compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        if let background = background(numbers) { color = self.color(background) }
        if let color { weights[color] += next - end - 1 }
      }
      place = next
    }
    guard let most = weights.max(), most >= 60 else { return nil }
    return weights.firstIndex(of: most)
  }

  /// The background that a rendition with these parameters sets: red, green and blue; none where it sets another kind of
  /// colour, nil where it leaves the background as it is.
  private static func background(_ numbers: [Int]) -> [Int]? {
    if let start = numbers.indices.first(where: { numbers[$0...].starts(with: [48, 2]) }) {
      return Array(numbers[(start + 2)...].prefix(3))
    }
    return numbers.isEmpty || numbers[0] == 0 || numbers.contains(48) ? [] : nil
  }

  private static func color(_ background: [Int]) -> Int? {
    guard background.count == 3 else { return nil }
    let (red, green, blue) = (Double(background[0]), Double(background[1]), background[2])
    let color = ((red / 1.164 + 16 - 112) / 8).rounded()
    let expected = 1.164 * (112 + 8 * color - 16)
    guard (0..<Double(colors)).contains(color), abs(red - expected) <= 4, abs(green - red - 14) <= 4,
      Double(blue) < red - 90
    else { return nil }
    return Int(color)
  }

  private static func holds(_ needle: [UInt8], _ bytes: ArraySlice<UInt8>) -> Bool {
    var place = bytes.startIndex
    while let first = bytes[place...].firstIndex(of: needle[0]) {
      if bytes[first...].starts(with: needle) { return true }
      place = first + 1
    }
    return false
  }

  /// Behind the first boundary from `start` on.
  private func endOfFrame(in bytes: [UInt8], from start: Int) -> Int? {
    var place = start
    while let escape = bytes[place...].firstIndex(of: 0x1B) {
      guard escape + boundary.count <= bytes.count else { return nil }
      if bytes[escape...].starts(with: boundary) { return escape + boundary.count }
      place = escape + 1
    }
    return nil
  }
}
