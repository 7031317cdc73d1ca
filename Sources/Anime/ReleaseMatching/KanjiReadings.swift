/// How kanji may be read, by `ReadingTable`, which is looked through when the first title is read.
struct KanjiReadings: Sendable {
  static let shared = KanjiReadings()

  /// A reading of one kanji, or of a word of several.
  struct Reading: Sendable {
    /// In lower case.
    let letters: ArraySlice<UInt8>
    /// Whether it is a Japanese word of one kanji, of which a title may write the end in kana: 葬る.
    let isInflected: Bool
    /// How many kanji it takes.
    let length: Int
  }

  /// The letters of all readings.
  private var letters: [UInt8] = []
  /// The readings that begin with a kanji, as places in `letters`.
  private var entries: [UInt32: [Entry]] = [:]

  private struct Entry {
    let letters: Range<Int>
    let isInflected: Bool
    /// The kanji behind the first.
    let rest: [UInt32]
  }

  private init() {
    entries.reserveCapacity(7000)
    for table in [ReadingTable.kanji, ReadingTable.words] {
      table.withUTF8Buffer { text in
        for entry in text.split(separator: UInt8(ascii: "|")) { add(entry) }
      }
    }
  }

  private mutating func add(_ entry: Slice<UnsafeBufferPointer<UInt8>>) {
    let word = entry.prefix { $0 >= 0x80 }
    let kanji = String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value)
    guard let first = kanji.first else { return }
    for reading in entry[word.endIndex...].split(separator: UInt8(ascii: " ")) {
      let start = letters.count
      let isInflected = reading.first.map { $0 < UInt8(ascii: "a") } ?? false
      letters += reading.map { $0 | 0x20 }
      entries[first, default: []].append(
        Entry(letters: start..<letters.count, isInflected: isInflected, rest: Array(kanji.dropFirst())))
    }
  }

  /// Whether a reading of `kanji`, or of a word that begins with it, begins with `letter`.
  func begins(_ kanji: UInt32, with letter: UInt8) -> Bool {
    entries[kanji]?.contains { letters[$0.letters.lowerBound] == letter } ?? false
  }

  /// Gives `body` each reading that `title` may begin with.
  func forEach(at title: ArraySlice<UInt32>, _ body: (Reading) -> Void) {
    guard let first = title.first, let found = entries[first] else { return }
    for entry in found where title.dropFirst().starts(with: entry.rest) {
      body(Reading(letters: letters[entry.letters], isInflected: entry.isInflected, length: 1 + entry.rest.count))
    }
  }
}
