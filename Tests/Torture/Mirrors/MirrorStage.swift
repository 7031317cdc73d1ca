import Anime
import Capsule
import FaultServer
import Library
import Providers

/// Hosts that play whatever a case asks of them, and a library with a catalogue that is to be renewed.
final class MirrorStage: Sendable {
  /// The files of the case: the older one is what the library has.
  let content: MirrorContent
  let library: ShowLibrary
  private let mirrors: [MirrorActor]
  private let sources: [MirrorActor]

  init() throws {
    content = MirrorContent(
      version: "0.3.2", file: Self.catalogue(shows: 204), older: Self.catalogue(shows: 200),
      shrunken: Self.catalogue(shows: 100))
    let repertoire = Repertoire(content, pace: .milliseconds(40), bombMegabytes: 8)
    mirrors = try (0..<8).map { _ in try MirrorActor(repertoire) }
    sources = try (0..<3).map { _ in try MirrorActor(repertoire) }
    library = try Self.library(of: content.older)
  }

  /// The provider of `crowd`.
  func provider(_ crowd: MirrorCase) -> ProviderConfiguration {
    let addresses = zip(mirrors, crowd.mirrors).map { actor, role in
      let address = role.map(actor.address) ?? actor.honestAddress
      return crowd.sources.isEmpty ? address : "\(address)?{version}"
    }
    let tellers = zip(sources, crowd.sources).map { actor, role in role.map(actor.address) ?? actor.versionAddress }
    return ProviderConfiguration(name: Self.name, mirrors: addresses, versionFrom: tellers)
  }

  private static let name = "torture"

  private static func library(of present: [UInt8]) throws -> ShowLibrary {
    let library = try ShowLibrary.open(
      LibraryOptions(
        dataFolder: "/home/capsule", cacheFolder: "/proc/nowhere", program: "torture",
        starterDate: CivilDate(year: 2026, month: 8, day: 15), starter: { DecodedCatalogue() },
        decoders: [BangumiData.kind: { bytes throws(Rejection) in try BangumiData.decode(bytes) }],
        disk: SmallCatalogue.disk, clock: TortureClock(), random: { 1 }))
    let file = ReceivedFile(
      bytes: present, provider: name, kind: BangumiData.kind, version: "0.3.1", mirror: "https://mirror.test",
      url: "https://mirror.test/data.json", fetched: Instant(milliseconds: 0))
    _ = try library.install(file, BangumiData.decode(present))
    return library
  }

  /// A catalogue as bangumi-data writes it, about 130 bytes a show.
  private static func catalogue(shows count: Int) -> [UInt8] {
    let items = (1...count).map { number in
      """
      {"title":"夜桜 \(number)","titleTranslate":{},"type":"tv","lang":"ja","officialSite":"",\
      "begin":"2026-07-01T13:00:00.000Z","end":"","sites":[{"site":"bangumi","id":"\(number)"}]}
      """
    }
    return Array(#"{"siteMeta":{},"items":[\#(items.joined(separator: ","))]}"#.utf8)
  }
}
