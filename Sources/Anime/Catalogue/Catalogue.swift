/// All shows at one moment: packed, immutable, and read in place.
///
/// Opening checks the header and nothing else; a row is decoded when it is asked for. So a
/// file that is mapped into memory is searchable in microseconds, and no screen needs the
/// disk. A *position* is a show's place in the order of ids, `0..<count`.
///
///     let catalogue = try Catalogue(bytes: file)
///     for position in catalogue.search("进击的巨人", limit: 20) {
///       print(catalogue.summary(at: position).nativeTitle)
///     }
public final class Catalogue: Sendable {
  /// How many shows there are.
  public let count: Int
  /// Which state of the capsule this is made of.
  public let stamp: Stamp
  /// The begin of the newest show, announced ones among them; nil where there is no show.
  public let newestBegin: Instant?

  private let owner: any CatalogueBytes
  // Safe to share: they point into the memory of `owner`, which never changes and lives as long.
  nonisolated(unsafe) let ids: ByteView
  nonisolated(unsafe) let records: ByteView
  nonisolated(unsafe) let links: ByteView
  nonisolated(unsafe) let strings: ByteView
  nonisolated(unsafe) let siteRecords: ByteView
  nonisolated(unsafe) let aliases: ByteView
  nonisolated(unsafe) let newest: ByteView
  nonisolated(unsafe) let byTitle: ByteView
  nonisolated(unsafe) let folded: ByteView
  nonisolated(unsafe) let foldedAt: ByteView
  nonisolated(unsafe) let histogram: ByteView
  nonisolated(unsafe) let spelled: ByteView
  nonisolated(unsafe) let spelledAt: ByteView
  let describedSiteCount: Int

  /// Opens packed bytes, without decoding them.
  public init(bytes owner: some CatalogueBytes) throws(CatalogueError) {
    typealias Header = CatalogueLayout.Header
    let whole = ByteView(bytes: owner.bytes)
    let parts = try Self.parts(of: whole)
    let count = Int(whole.number(at: Header.showCount, as: UInt32.self))

    func part(_ part: CatalogueLayout.Part, of stride: Int, plus extra: Int = 0) throws(CatalogueError) -> ByteView {
      let view = parts[part.rawValue]
      guard view.count == (count + extra) * stride else { throw .damagedSection(part.rawValue) }
      return view
    }

    ids = try part(.ids, of: 8)
    records = try part(.records, of: CatalogueLayout.Record.size)
    newest = try part(.newest, of: 4)
    byTitle = try part(.byTitle, of: 4)
    foldedAt = try part(.foldedAt, of: 4, plus: 1)
    spelledAt = try part(.spelledAt, of: 4, plus: 1)
    links = parts[CatalogueLayout.Part.links.rawValue]
    strings = parts[CatalogueLayout.Part.strings.rawValue]
    siteRecords = parts[CatalogueLayout.Part.sites.rawValue]
    aliases = parts[CatalogueLayout.Part.aliases.rawValue]
    folded = parts[CatalogueLayout.Part.folded.rawValue]
    histogram = parts[CatalogueLayout.Part.histogram.rawValue]
    spelled = parts[CatalogueLayout.Part.spelled.rawValue]

    self.owner = owner
    self.count = count
    describedSiteCount = Int(whole.number(at: Header.siteCount, as: UInt32.self))
    newestBegin = whole.instant(at: Header.newestBegin)
    stamp = Stamp(header: whole)
  }

  /// Packs `shows` and opens the result.
  public convenience init(shows: [Show], sites: [Site], stamp: Stamp = Stamp()) {
    do {
      try self.init(bytes: CatalogueMemory(Self.encode(shows: shows, sites: sites, stamp: stamp)))
    } catch {
      preconditionFailure("a catalogue just packed does not open: \(error)")
    }
  }

  /// The bytes that it was opened from.
  public var packed: [UInt8] { Array(owner.bytes) }

  /// Whether every byte is as it was packed.
  public var isWhole: Bool {
    let bytes = owner.bytes
    let sum: UInt64 = ByteView(bytes: bytes).number(at: CatalogueLayout.Header.sum)
    return CatalogueLayout.sum(bytes) == sum
  }

  private static func parts(of whole: ByteView) throws(CatalogueError) -> [ByteView] {
    typealias Header = CatalogueLayout.Header
    guard whole.number(at: Header.magic, as: UInt64.self) == CatalogueLayout.magic else { throw .notACatalogue }
    let format: UInt32 = whole.number(at: Header.format)
    guard format == CatalogueLayout.format else { throw .unsupportedFormat(Int(format)) }
    let length = Int(clamping: whole.number(at: Header.length, as: UInt64.self))
    guard length == whole.count, length >= CatalogueLayout.headerSize else {
      throw .wrongLength(expected: length, actual: whole.count)
    }
    var parts: [ByteView] = []
    for part in CatalogueLayout.Part.allCases {
      let entry = Header.parts + part.rawValue * 16
      let offset = Int(clamping: whole.number(at: entry, as: UInt64.self))
      let length = Int(clamping: whole.number(at: entry + 8, as: UInt64.self))
      guard let view = whole.part(at: offset, length: length) else { throw .damagedSection(part.rawValue) }
      parts.append(view)
    }
    return parts
  }
}

extension Catalogue {
  /// Which state of the capsule a catalogue is made of; written into its header.
  public struct Stamp: Hashable, Sendable {
    /// The sequence number of the capsule's head.
    public var headSequence: Int
    /// When the head was committed.
    public var observed: Instant?
    /// Whether only the built-in starter catalogue is in it.
    public var isStarterOnly: Bool
    /// The date of the starter catalogue, where some of its shows are in it.
    public var starterDate: CivilDate?

    /// A stamp.
    public init(
      headSequence: Int = 0, observed: Instant? = nil, isStarterOnly: Bool = false, starterDate: CivilDate? = nil
    ) {
      self.headSequence = headSequence
      self.observed = observed
      self.isStarterOnly = isStarterOnly
      self.starterDate = starterDate
    }

    init(header: ByteView) {
      typealias Header = CatalogueLayout.Header
      let days: Int32 = header.number(at: Header.starterDate)
      self.init(
        headSequence: Int(header.number(at: Header.headSequence, as: Int64.self)),
        observed: header.instant(at: Header.observed),
        isStarterOnly: header.number(at: Header.flags, as: UInt32.self) & 1 != 0,
        starterDate: days == .min ? nil : CivilDate(daysSince1970: Int(days)))
    }

    func write(to writer: inout ByteWriter, newestBegin: Instant?) {
      writer.put(Int64(headSequence))
      writer.put(observed)
      writer.put(newestBegin)
      writer.put(starterDate.map { Int32(clamping: $0.daysSince1970) } ?? .min)
      writer.put(UInt32(isStarterOnly ? 1 : 0))
    }
  }
}
