import Anime
import Capsule
import Library
import Locking

/// A catalogue of a few lines, `key | title | aliases`, and a library that reads it.
enum SmallCatalogue {
  static func decode(_ bytes: [UInt8]) -> DecodedCatalogue {
    var catalogue = DecodedCatalogue(
      sites: ["bangumi", "mal"].map { Site(key: $0, title: $0, urlTemplate: "https://\($0).test/{{id}}", kind: .info) })
    var offset = 0
    for line in bytes.split(separator: 10) {
      let columns = line.split(separator: 124).map { String(decoding: $0, as: UTF8.self) }
      let links = columns.dropFirst(2).map { $0.split(separator: ":") }
      catalogue.shows.append(
        DecodedShow(
          key: columns[0], titles: Titles(native: columns[1], nativeLanguage: .japanese), kind: .tv,
          begin: Instant(seconds: 1_700_000_000),
          sites: links.map { SiteLink(site: String($0[0]), id: String($0[1])) }))
      catalogue.items.append(.init(range: offset..<offset + line.count, title: columns[1]))
      offset += line.count + 1
    }
    return catalogue
  }

  /// The line of show `number` in its `version`.
  static func line(_ number: Int, version: Int) -> String {
    "bangumi:\(number):ja|第\(number)話 \(version)|bangumi:\(number)|mal:\(number % 7 == 0 ? 1 : number)\n"
  }

  static let starter = Array((0..<6).map { line($0, version: 0) }.joined().utf8)

  static func received(_ bytes: [UInt8], at time: Int64) -> ReceivedFile {
    ReceivedFile(
      bytes: bytes, provider: "test", kind: "test", version: nil, mirror: "https://mirror.test",
      url: "https://mirror.test/data", fetched: Instant(milliseconds: time))
  }

  /// A library on `disk`; its index is in memory, unless there is a folder for it.
  static func open(
    _ disk: any Disk, _ clock: TortureClock, seed: UInt64, cache: String = "/proc/nowhere",
    data: String = "/home/capsule"
  ) throws -> ShowLibrary {
    let names = Lock(Randomness(seed))
    return try ShowLibrary.open(
      LibraryOptions(
        dataFolder: data, cacheFolder: cache, program: "torture",
        starterDate: CivilDate(year: 2026, month: 8, day: 15), starter: { decode(starter) },
        decoders: ["test": { bytes in decode(bytes) }], disk: disk, clock: clock,
        random: { names.withLock { $0.next() } }))
  }

  /// A disk on which a library can be opened.
  static var disk: MemoryDisk {
    var tree = Tree()
    let home = tree.addFolder()
    tree.folders[Tree.root]?["home"] = home
    return MemoryDisk(tree)
  }
}

extension Snapshot {
  /// All shows that a provider or the starter catalogue lists or listed.
  var listed: [Show] {
    (0..<catalogue.count).map(catalogue.show(at:)).filter { !$0.provider.isEmpty }.sorted { $0.id < $1.id }
  }
}
