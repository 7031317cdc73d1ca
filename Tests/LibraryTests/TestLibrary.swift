import Anime
import Capsule
import Foundation
import Library
import Testing

/// A library in a folder of its own, with a file format that tests can write in a line.
///
///     bangumi:1:ja | 葬送のフリーレン | bangumi:1 mal:52991
final class TestLibrary {
  let folder: String
  var starter: [String] = ["bangumi:1:ja | 葬送のフリーレン | bangumi:1", "bangumi:2:ja | 鉄腕アトム | bangumi:2"]
  /// The clock of commits and changes.
  var clock: any CapsuleClock = SystemClock()
  /// Whether parts of files can be read by themselves.
  var readsParts = true

  init() throws {
    folder = NSTemporaryDirectory() + "yozakura-library-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  var data: String { folder + "/data" }
  var cache: String { folder + "/cache" }

  func options(disk: any Disk = RealDisk()) -> LibraryOptions {
    let starter = starter
    return LibraryOptions(
      dataFolder: data, cacheFolder: cache, starterDate: CivilDate(year: 2026, month: 8, day: 15),
      starter: { TestFile.decoded(starter) }, decoders: ["test": { bytes in TestFile.decode(bytes) }],
      partDecoders: readsParts ? ["test": { TestFile.decodePart($0) }] : [:], disk: disk, clock: clock)
  }

  /// Opens the library, as another process would.
  func open() throws -> ShowLibrary {
    try ShowLibrary.open(options())
  }

  /// Installs `rows` as the file of `provider`.
  @discardableResult
  func install(
    _ rows: [String], provider: String = "test", version: String = "1", settingAside: Bool = false,
    in library: ShowLibrary
  ) throws -> Installed {
    let file = ReceivedFile(
      bytes: TestFile.bytes(rows), provider: provider, kind: "test", version: version, mirror: "https://mirror.test",
      url: "https://mirror.test/data.json",
      fetched: Instant(seconds: 1_800_000_000))
    return try library.install(file, TestFile.decode(file.bytes), settingAside: settingAside)
  }

  func deleteIndex() {
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: "\(cache)/index.sqlite\(suffix)") }
  }

  /// The index's files, to be put back later.
  func indexFiles() throws -> [String: Data] {
    try ["", "-wal", "-shm"].reduce(into: [:]) { files, suffix in
      let path = "\(cache)/index.sqlite\(suffix)"
      if FileManager.default.fileExists(atPath: path) { files[path] = try Data(contentsOf: URL(fileURLWithPath: path)) }
    }
  }

  func restore(_ index: [String: Data]) throws {
    deleteIndex()
    for (path, bytes) in index { try bytes.write(to: URL(fileURLWithPath: path)) }
  }

  func deleteCatalogue() {
    for name in catalogues { try? FileManager.default.removeItem(atPath: "\(cache)/\(name)") }
  }

  var catalogues: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: cache))?.filter { $0.hasPrefix("catalogue-") } ?? []
  }

  /// The names and bytes of all files of the capsule, but for the locks.
  var capsuleFiles: [String: Data] {
    var files: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: data) ?? .init() where name != "lock" {
      files[name] = FileManager.default.contents(atPath: "\(data)/\(name)")
    }
    return files
  }
}

/// The file format of `TestLibrary`.
enum TestFile {
  static func bytes(_ rows: [String]) -> [UInt8] {
    Array(rows.map { $0 + "\n" }.joined().utf8)
  }

  static func decode(_ bytes: [UInt8]) -> DecodedCatalogue {
    decoded(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
  }

  static func decodePart(_ bytes: [UInt8]) -> [DecodedItem] {
    decode(bytes).shows.map { DecodedItem($0, otherKey: $0.key) }
  }

  static func decoded(_ rows: [String]) -> DecodedCatalogue {
    var catalogue = DecodedCatalogue(
      sites: ["bangumi", "mal"].map { Site(key: $0, title: $0, urlTemplate: "https://\($0).test/{{id}}", kind: .info) })
    var offset = 0
    for row in rows {
      let columns = row.components(separatedBy: " | ")
      let aliases = (columns.count > 2 ? columns[2] : "").split(separator: " ").map { $0.split(separator: ":") }
      catalogue.shows.append(
        DecodedShow(
          key: columns[0], titles: Titles(native: columns[1], nativeLanguage: .japanese), kind: .tv,
          begin: Instant(seconds: 1_700_000_000),
          sites: aliases.map { SiteLink(site: String($0[0]), id: String($0[1])) }))
      catalogue.items.append(.init(range: offset..<offset + row.utf8.count, title: columns[1]))
      offset += row.utf8.count + 1
    }
    return catalogue
  }
}

extension Snapshot {
  /// The titles of all shows, sorted; gone ones in brackets.
  var titles: [String] {
    (0..<catalogue.count).map(catalogue.summary(at:)).map { $0.isGone ? "[\($0.nativeTitle)]" : $0.nativeTitle }
      .sorted()
  }

  /// Everything that a rebuilt library must say again.
  var everything: Everything {
    Everything(
      shows: (0..<catalogue.count).map(catalogue.show(at:)), sites: catalogue.sites, stamp: stamp, entries: entries,
      providers: providers)
  }

  struct Everything: Equatable {
    var shows: [Show]
    var sites: [Site]
    var stamp: Catalogue.Stamp
    var entries: [ShowID: ListEntry]
    var providers: [ProviderState]
  }
}
