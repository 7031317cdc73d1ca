/// The layout of a packed catalogue, as numbers.
///
/// All numbers are little endian; parts begin at multiples of eight bytes.
///
///     header    magic, format, number of parts, length, stamp, counts, offset and length of each part, and a sum of
///               all the rest
///     ids       8 bytes a show, ascending; a show's place here is its position everywhere
///     records   72 bytes a show: what lists and schedules need, and where the rest is
///     links     40 bytes a link of a show to a site, show after show
///     strings   texts, each a LEB128 length and UTF-8; others point here by offset
///     sites     20 bytes a site; undescribed ones, known from links only, stand last
///     aliases   8 bytes a link, ascending: hash of site and id, position of the show
///     newest    4 bytes a show: positions, newest begin first
///     byTitle   4 bytes a show: positions in the order of the folded native titles
///     folded    the folded titles, each followed by a line feed, show after show, native title first
///     foldedAt  4 bytes a show, and one more: where the show's folded titles begin
///     histogram 256 times 4 bytes: how often each byte occurs in `folded`
///     spelled   the Latin spellings of titles in kana, each followed by a line feed, show after show
///     spelledAt 4 bytes a show, and one more: where the show's spellings begin
enum CatalogueLayout {
  /// "YOZAKURA".
  static let magic: UInt64 = 0x4152_554B_415A_4F59
  static let format: UInt32 = 3
  static let headerSize = Header.sum + 8

  enum Part: Int, CaseIterable {
    case ids, records, links, strings, sites, aliases, newest, byTitle, folded, foldedAt, histogram
    case spelled, spelledAt
  }

  /// Where the fields of the header are.
  enum Header {
    static let magic = 0
    static let format = 8
    static let partCount = 12
    static let length = 16
    static let headSequence = 24
    static let observed = 32
    static let newestBegin = 40
    static let starterDate = 48
    static let flags = 52
    static let showCount = 56
    static let siteCount = 60
    static let parts = 64
    static let sum = parts + Part.allCases.count * 16
  }

  /// Where the fields of a show's record are.
  enum Record {
    static let size = 72
    static let begin = 0
    static let end = 8
    static let broadcastStart = 16
    static let firstAiring = 24
    static let lastAiring = 32
    static let period = 40
    static let kind = 44
    static let language = 45
    static let flags = 46
    static let titles = 48
    static let firstLink = 52
    static let linkCount = 56
    static let officialSite = 60
    static let provider = 64
    static let episodeCount = 68
  }

  /// Where the fields of a link are.
  enum Link {
    static let size = 40
    static let site = 0
    static let period = 4
    static let regions = 8
    static let id = 12
    static let url = 16
    static let begin = 24
    static let broadcastStart = 32
  }

  /// Where the fields of a site are.
  enum SiteRecord {
    static let size = 20
    static let key = 0
    static let title = 4
    static let template = 8
    static let regions = 12
    static let kind = 16
  }

  /// The number that stands for "nobody said" in place of an instant.
  static let noInstant = Int64.min
  /// The number that stands for "nobody said" in place of an offset, a count or a date.
  static let none = UInt32.max

  /// The milliseconds that ECMAScript's dates can hold; clamping to them keeps later arithmetic from overflowing.
  static let instants: ClosedRange<Int64> = -8_640_000_000_000_000...8_640_000_000_000_000

  /// The sum of a packed catalogue: that of its header, and of what follows the header.
  static func sum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    headerSum(bytes) ^ Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[headerSize...])) &* 31
  }

  /// The header's share of the sum.
  static func headerSum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[..<Header.sum]))
  }

  /// A broadcast's period as a number; 0 is none.
  static func number(of period: Broadcast.Period?) -> UInt32 {
    switch period {
    case nil: 0
    case .once?: 1
    case .days(let count)?: 1 << 30 | UInt32(clamping: min(count, 9999))
    case .months(let count)?: 2 << 30 | UInt32(clamping: min(count, 9999))
    }
  }

  /// The period that `number` stands for.
  static func period(of number: UInt32) -> Broadcast.Period? {
    guard number != 0 else { return nil }
    let count = min(Int(number & 0x3FFF_FFFF), 9999)
    switch number >> 30 {
    case 1: return count == 0 ? .once : .days(count)
    case 2: return count == 0 ? .once : .months(count)
    default: return .once
    }
  }

  /// What the alias table holds for a site and an id; the case of the site's key is ignored.
  ///
  /// FNV-1a: the table only needs a spread that every version of the program agrees on.
  static func aliasHash(site: String, id: String) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for byte in site.utf8 { add(byte.asciiLowercased) }
    add(UInt8(ascii: ":"))
    for byte in id.utf8 { add(byte) }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}

extension UInt8 {
  var asciiLowercased: UInt8 {
    self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
  }
}
