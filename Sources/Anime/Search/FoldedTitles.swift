/// The search text of a catalogue in the making: every title folded, each once per show, and the Latin spellings of
/// those that are written in kana.
struct FoldedTitles {
  private(set) var text: ByteWriter
  /// Where each show's titles begin, and where the last one's end.
  private(set) var starts: [UInt32] = [0]
  /// The spellings, as they are written and as they are spoken, each followed by the separator.
  private(set) var spellings = ByteWriter()
  /// Where each show's spellings begin, and where the last one's end.
  private(set) var spellingStarts: [UInt32] = [0]

  init(reserving capacity: Int) {
    text = ByteWriter(reserving: capacity)
  }

  mutating func add(_ titles: Titles) {
    var known: [[UInt8]] = []
    func add(_ title: String) {
      let folded = Folding.fold(title)
      guard !known.contains(folded) else { return }
      known.append(folded)
      text.put(folded)
      text.put(Self.separator)
    }
    add(titles.native)
    for language in Language.allCases {
      for title in titles.translations[language] ?? [] { add(title) }
    }
    starts.append(UInt32(text.count))
    addSpellings(of: known)
  }

  private mutating func addSpellings(of titles: [[UInt8]]) {
    var known: Set<[UInt8]> = []
    for spelling in titles.lazy.compactMap(Romaji.spelling(ofTitle:)) {
      for spelling in [spelling, Romaji.loosened(spelling)] where known.insert(spelling).inserted {
        spellings.put(spelling)
        spellings.put(Self.separator)
      }
    }
    spellingStarts.append(UInt32(spellings.count))
  }

  /// What ends a title; folding never yields it.
  static let separator = UInt8(ascii: "\n")

  /// The shows in the order of their folded native titles, which stand first.
  func positionsByTitle() -> [UInt32] {
    text.bytes.withUnsafeBufferPointer { bytes in
      (0..<UInt32(starts.count - 1)).sorted { left, right in
        var (i, j) = (Int(starts[Int(left)]), Int(starts[Int(right)]))
        while bytes[i] == bytes[j], bytes[i] != Self.separator { (i, j) = (i + 1, j + 1) }
        return (bytes[i], left) < (bytes[j], right)
      }
    }
  }

  func histogram() -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: 256)
    for byte in text.bytes { counts[Int(byte)] += 1 }
    return counts
  }
}
