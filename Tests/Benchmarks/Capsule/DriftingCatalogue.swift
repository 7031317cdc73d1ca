import Capsule
import Crypto

/// A catalogue that changes from day to day, as the real one does.
///
/// It knows the pieces in which the capsule stores it, so that a day costs what the day changed.
struct DriftingCatalogue {
  /// What a day brings.
  struct Rate {
    /// Shows of which something else is said. Measured over 40 versions of bangumi-data: 13 a day.
    var changed = 13
    /// Shows that were not there: 3 a day.
    var added = 3
    /// Only shows of the last so many hundredths of the file change.
    var percent = 100
  }

  /// How many shows it will have on the last day; their years are chosen by it.
  let lastCount: Int
  let rate: Rate
  private let links: Int
  private var random = SplitMix(state: 7)
  private var day = 0
  private var items: [Item] = []
  /// The shows of each part; a part ends behind a show at which the capsule cuts.
  private var parts: [Range<Int>] = []

  private struct Item {
    var json: [UInt8]
    var endsPart: Bool
  }

  private static let head = Array(SyntheticCatalogue.sites.utf8)
  private static let tail = Array("]}\n".utf8)

  /// A catalogue that has `count` shows after `days` days, with at most `links` stations for each show.
  init(reaching count: Int, after days: Int, rate: Rate = Rate(), links: Int = 6) {
    lastCount = count
    self.rate = rate
    self.links = links
    for _ in 0..<count - days * rate.added { append() }
  }

  /// How many shows it has today.
  var count: Int { items.count }

  /// The keys of the shows that the last day brought.
  var newKeys: [String] {
    (items.count - (day == 0 ? items.count : rate.added)..<items.count).map { "bangumi:\(($0 + 1) * 7 + 3):ja" }
  }

  /// Goes on to the next day, and answers the parts that are other ones now.
  mutating func advance() -> Set<Int> {
    day += 1
    var changed: Set<Int> = []
    let first = items.count * (100 - rate.percent) / 100
    for _ in 0..<rate.changed {
      let number = first + random.below(items.count - first)
      items[number] = item(number, revision: day)
      changed.insert(part(of: number))
    }
    for _ in 0..<rate.added {
      // What was the end of the file is not any more.
      changed.insert(parts.count - 1)
      append()
      changed.insert(parts.count - 1)
    }
    return changed
  }

  private mutating func append() {
    let item = item(items.count, revision: 0)
    if let last = items.last, !last.endsPart {
      parts[parts.count - 1] = parts[parts.count - 1].lowerBound..<items.count + 1
    } else {
      parts.append(items.count..<items.count + 1)
    }
    items.append(item)
  }

  private func item(_ number: Int, revision: Int) -> Item {
    var random = SplitMix(state: UInt64(number) &* 0x9E37_79B9)
    let show = SyntheticCatalogue.show(number + 1, of: lastCount, links: links, revision: revision, &random)
    let json = Array(show.json.utf8)
    let alone = PieceCutter.Item(range: 1..<1 + json.count, title: Array(show.titles[0].utf8))
    // One item between two bytes: a third cut is the item's own.
    return Item(json: json, endsPart: PieceCutter().cuts([alone], length: json.count + 2).count == 3)
  }

  private func part(of number: Int) -> Int {
    var (low, high) = (0, parts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if parts[middle].lowerBound <= number { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

// MARK: - Bytes

extension DriftingCatalogue {
  /// How many pieces it has: what stands before the first show, the parts, and what stands behind the last show.
  var pieceCount: Int { parts.count + (endsInPart ? 2 : 1) }

  /// The bytes of a piece; the part `n` is the piece `n + 1`.
  func piece(_ index: Int) -> [UInt8] {
    guard index > 0 else { return Self.head }
    guard index <= parts.count else { return Self.tail }
    var bytes: [UInt8] = []
    for number in parts[index - 1] {
      if number > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += items[number].json
    }
    return index == parts.count && !endsInPart ? bytes + Self.tail : bytes
  }

  /// The whole file, as a mirror serves it, and where the capsule cuts it.
  var file: (bytes: [UInt8], cuts: [Int]) {
    var bytes: [UInt8] = []
    var cuts: [Int] = []
    for index in 0..<pieceCount {
      bytes += piece(index)
      cuts.append(bytes.count)
    }
    return (bytes, cuts)
  }

  /// The SHA-256 of the pieces of `range` behind what `function` has read.
  func hash(_ range: Range<Int>, into function: inout SHA256) {
    for index in range { function.update(data: piece(index)) }
  }

  /// The first piece that a day may change.
  var firstLoosePiece: Int { part(of: items.count * (100 - rate.percent) / 100) + 1 }

  private var endsInPart: Bool { items.last?.endsPart ?? true }
}
