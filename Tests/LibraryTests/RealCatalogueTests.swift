import Anime
import Capsule
import Foundation
import Library
import Locking
import Providers
import TestSupport
import Testing

@Suite(.enabled(if: TestData.hasCatalogue, Comment(rawValue: TestData.absence)))
struct RealCatalogueTests {
  let test: TestLibrary
  let library: ShowLibrary

  init() throws {
    test = try TestLibrary()
    library = try ShowLibrary.open(RealCatalogue.options(test))
  }

  @Test func `Half a year of corrections keeps every show`() throws {
    try RealCatalogue.install("0.3.202", in: library)
    let gained = [
      "それいけ！アンパンマン　ふわふわフワリーと雲の国", "パンテオンの鳥", "聖闘士星矢:Knights of the Zodiac バトル・サンクチュアリ",
      "時光代理人 -LINK CLICK-", "想いのかけら",
    ]
    let before = library.snapshot().catalogue
    let former = (0..<before.count).map(before.summary(at:)).filter { gained.contains($0.nativeTitle) }.map(\.id)
    let installed = try RealCatalogue.install("0.3.222", in: library)
    #expect(installed == .updated(Difference(added: 377, changed: 1942)))
    let after = library.snapshot().catalogue
    #expect(after.count == 8821)
    #expect(former.count == 5)
    #expect(former.allSatisfy { after.position(of: $0) != nil })
    for alias in ["bangumi:480719", "bangumi:478666", "bangumi:397125", "bangumi:320224", "bangumi:174765"] {
      #expect(former.contains(try #require(library.resolve(alias).only)), "\(alias)")
    }
  }

  @Test func `A day's update adds two shows and writes little`() throws {
    try RealCatalogue.install("0.3.221", in: library)
    let before = test.capsuleFiles
    #expect(try RealCatalogue.install("0.3.222", in: library) == .updated(Difference(added: 2)))
    let added = test.capsuleFiles.filter { before[$0.key] == nil }
    #expect(added.values.map(\.count).reduce(0, +) < 40_000)
  }

  @Test func `Going back half a year is refused`() throws {
    try RealCatalogue.install("0.3.222", in: library)
    #expect(try RealCatalogue.install("0.3.202", in: library) == .guarded(missing: 377, present: 8821))
  }

  @Test func `The received file comes back byte for byte`() throws {
    try RealCatalogue.install("0.3.222", in: library)
    let receipt = try #require(try library.capsule.headCommit()?.content.sources["bangumi-data"]?.current)
    #expect(try library.capsule.bytes(of: receipt) == RealCatalogue.file("0.3.222").bytes)
  }

  @Test func `An alias of several shows names them all`() throws {
    try RealCatalogue.install("0.3.222", in: library)
    let catalogue = library.snapshot().catalogue
    var owners: [String: Int] = [:]
    for position in 0..<catalogue.count {
      for link in catalogue.summary(at: position).sites where link.site == "mal" { owners[link.id, default: 0] += 1 }
    }
    let shared = owners.filter { $0.value > 1 }
    #expect(shared.count == 55)
    for (id, count) in shared {
      guard case .several(let shows) = library.resolve("mal:\(id)") else {
        Issue.record("mal:\(id) is not several")
        continue
      }
      #expect(shows.count == count)
    }
  }

  @Test func `The starter catalogue is replaced show by show`() throws {
    var options = RealCatalogue.options(test)
    options.starter = { Starter.catalogue }
    options.cacheFolder += "2"
    let library = try ShowLibrary.open(options)
    let starter = library.snapshot().catalogue
    let ids = (0..<starter.count).map(starter.id(at:))
    try library.edit(ids[0], [.followed(true)])
    try RealCatalogue.install("0.3.222", in: library)
    let after = library.snapshot()
    #expect(after.catalogue.count == 8821)
    #expect(ids.allSatisfy { after.catalogue.show($0)?.provider == "bangumi-data" })
    #expect(after.entry(for: ids[0]).isFollowed)
    #expect(after.stamp.starterDate == nil)
  }

  @Test func `Made again from the capsule the real catalogue is equal`() throws {
    try RealCatalogue.install("0.3.202", in: library)
    try RealCatalogue.install("0.3.222", in: library)
    let before = library.snapshot().everything
    try FileManager.default.removeItem(atPath: test.cache)
    #expect(try ShowLibrary.open(RealCatalogue.options(test)).snapshot().everything == before)
  }
}

/// The published files of bangumi-data, where this machine has them.
enum RealCatalogue {
  static func options(_ test: TestLibrary) -> LibraryOptions {
    var options = test.options()
    options.starter = { DecodedCatalogue() }
    options.decoders = [BangumiData.kind: { bytes throws(Rejection) in try BangumiData.decode(bytes) }]
    return options
  }

  @discardableResult
  static func install(_ version: String, in library: ShowLibrary) throws -> Installed {
    let (bytes, decoded) = try file(version)
    let received = ReceivedFile(
      bytes: bytes, provider: "bangumi-data", kind: BangumiData.kind, version: version, mirror: "https://mirror.test",
      url: "https://mirror.test/data.json", fetched: Instant(seconds: 1_800_000_000))
    return try library.install(received, decoded)
  }

  typealias File = (bytes: [UInt8], decoded: DecodedCatalogue)
  private static let files = Lock<[String: File]>([:])

  /// The file of `version`, read once.
  static func file(_ version: String) throws -> File {
    try files.withLock { files in
      if let file = files[version] { return file }
      let bytes = try TestData.catalogue(version)
      let file = (bytes, try BangumiData.decode(bytes))
      files[version] = file
      return file
    }
  }
}
