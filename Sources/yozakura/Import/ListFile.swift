internal import Anime
internal import Formats
internal import HTTP

/// A list in a file of this or another program, read as far as it can be.
struct ListFile {
  /// Which program's, in the words of `--format`.
  var format: ImportFormat
  /// What it says, in its order.
  var entries: [ImportedEntry]
  /// How many of its entries say nothing that could be a show's.
  var skipped = 0
  /// Whether the file ends before the list does.
  var breaksOff = false
}

/// The forms in which a list can come.
enum ImportFormat: String, CaseIterable {
  case json, csv, tsv
  case malXML = "mal-xml"
  case anilist, bangumi, viu
  case animeSh = "anime-sh"

  /// Reads `bytes` in this form; nil where they are something else.
  func read(_ bytes: [UInt8]) -> ListFile? {
    switch self {
    case .csv: TableReader.read(bytes, as: .csv, delimiter: ",")
    case .tsv: TableReader.read(bytes, as: .tsv, delimiter: "\t")
    case .json: JSONTree(reading: bytes).flatMap(OwnListReader.read)
    case .malXML: MALListReader.read(bytes)
    case .anilist: JSONTree(reading: bytes).flatMap(AniListReader.read)
    case .bangumi: JSONTree(reading: bytes).flatMap(BangumiListReader.read)
    case .viu: ViuListReader.read(bytes)
    case .animeSh: JSONTree(reading: bytes).flatMap(AnimeShListReader.read)
    }
  }

  /// Reads `bytes` in whatever form they are; what they hold tells, not a name. Nil where it is none of ours.
  static func read(_ bytes: [UInt8]) -> ListFile? {
    let first = bytes.first { $0 > 0x20 && $0 < 0x80 }
    if first == UInt8(ascii: "<") { return MALListReader.read(bytes) ?? ViuListReader.read(bytes) }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
      // Viu's table has columns of ours with other words in them.
      return ViuListReader.read(bytes) ?? ImportFormat.tsv.read(bytes) ?? ImportFormat.csv.read(bytes)
    }
    guard let tree = JSONTree(reading: bytes) else { return nil }
    return OwnListReader.read(tree) ?? AniListReader.read(tree) ?? BangumiListReader.read(tree)
      ?? ViuListReader.read(tree) ?? AnimeShListReader.read(tree)
  }
}

/// Collects what a file says about one show, as far as somebody can mean it.
struct EntryDraft {
  private(set) var changes: [Change] = []

  /// A change, where there is one.
  mutating func add(_ change: Change?) {
    if let change { changes.append(change) }
  }

  /// A number, where it is one that there can be.
  mutating func add(_ number: Int?, in range: ClosedRange<Int>, _ change: (Int) -> Change) {
    if let number, range.contains(number) { changes.append(change(number)) }
  }

  /// A day such as `2026-07-04`; null and "" say that there is none.
  mutating func add(day text: String?, _ change: (CivilDate?) -> Change) {
    guard let text else { return }
    let day = CivilDate(iso8601: text)
    if day.map({ ListEntry.yearRange.contains($0.year) }) ?? text.isEmpty { changes.append(change(day)) }
  }
}
