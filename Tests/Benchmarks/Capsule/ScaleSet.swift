import Anime
import Capsule
import Crypto
import Glibc
import Library
import Providers

/// A capsule of years: 100,000 shows, 2,000 daily commits, 100,000 objects.
///
/// The real drift, 13 changed and 3 added shows a day, makes some 40,000 objects of this catalogue in 2,000 days. To reach
/// 100,000, 46 shows change a day, all in the last tenth of the file, where the seasons are on that people correct.
struct ScaleSet {
  /// How large it is to be.
  struct Size {
    var shows = 100_000
    var commits = 2000

    /// One for trying things out.
    static let small = Size(shows: 5000, commits: 100)
  }

  let size: Size
  let home: Home
  private(set) var catalogue: DriftingCatalogue
  private let clock = SetClock()
  private static let provider = "bench"

  init(_ size: Size, in home: Home) {
    self.size = size
    self.home = home
    catalogue = DriftingCatalogue(
      reaching: size.shows, after: size.commits - 1,
      rate: DriftingCatalogue.Rate(changed: 46, added: 3, percent: 10), links: 2)
  }

  /// The folder of the capsule.
  var folder: String { home.path + "/data/yozakura" }

  /// A library of it; with `isQuick` one that does not wait for the disk.
  func library(isQuick: Bool = false) throws -> ShowLibrary {
    var options = LibraryOptions(
      dataFolder: folder, cacheFolder: home.path + "/cache/yozakura", program: "bench",
      starterDate: CivilDate(year: 2026, month: 8, day: 15), starter: { DecodedCatalogue() },
      decoders: [BangumiData.kind: { bytes throws(Rejection) in try BangumiData.decode(bytes) }],
      partDecoders: [BangumiData.kind: { BangumiData.decodePart($0) }])
    if isQuick {
      options.disk = QuickDisk()
      options.clock = clock
    }
    return try ShowLibrary.open(options)
  }

  /// Makes it: the first commit as a sync makes it, the others from what each day changes.
  mutating func generate() throws {
    let library = try library(isQuick: true)
    let first = catalogue.file
    let file = ReceivedFile(
      bytes: first.bytes, provider: Self.provider, kind: BangumiData.kind, version: "1", mirror: "https://a.example",
      url: "https://a.example/data.json", fetched: Instant(milliseconds: clock.now()))
    _ = try library.install(file, BangumiData.decode(first.bytes))
    try list(library)
    guard let commit = try library.capsule.headCommit(), let receipt = commit.content.sources[Self.provider]?.current
    else { return }
    var manifest = try library.capsule.manifest(receipt.manifest)
    var stored = manifest.pieces.map { Optional($0) }
    let loose = catalogue.firstLoosePiece
    var prefix = SHA256()
    catalogue.hash(0..<loose, into: &prefix)
    for day in 2...size.commits {
      clock.advance()
      for part in catalogue.advance() {
        while stored.count <= part + 1 { stored.append(nil) }
        stored[part + 1] = nil
      }
      // What stands behind the last show may be a piece of its own, or not.
      stored = Array((stored + [nil]).prefix(catalogue.pieceCount))
      if let last = stored.indices.last { stored[last] = nil }
      var function = prefix
      catalogue.hash(loose..<catalogue.pieceCount, into: &function)
      manifest = try record(day, stored, Self.digest(function), over: manifest, library.capsule)
      stored = manifest.pieces.map { Optional($0) }
    }
    // What was not waited for is waited for once, so that no figure pays for it.
    sync()
  }

  /// A list of some hundred shows.
  private func list(_ library: ShowLibrary) throws {
    let catalogue = library.snapshot().catalogue
    for number in 0..<300 {
      let show = catalogue.id(at: number * catalogue.count / 300)
      try library.edit(show, [.followed(true), .status(.watching), .progress(number % 12)])
    }
  }

  private func record(
    _ day: Int, _ stored: [Piece?], _ sha256: Capsule.Digest, over base: Manifest, _ capsule: TimeCapsule
  ) throws -> Manifest {
    try capsule.write("sync") { writer throws(CapsuleError) in
      let parts = stored.enumerated().map { index, piece in
        piece.map { FilePart.stored($0) } ?? .fresh(catalogue.piece(index))
      }
      let manifest = writer.store(parts, sha256: sha256, over: base)
      let receipt = Receipt(
        of: manifest, version: "\(day)", url: "https://a.example/data.json", mirror: "https://a.example",
        fetched: clock.now(), verdict: "accepted", kind: BangumiData.kind, shows: catalogue.count)
      var draft = CommitDraft(
        provider: Self.provider, cause: "sync", added: catalogue.rate.added, changed: catalogue.rate.changed,
        sources: [Self.provider: Source(current: receipt)])
      draft.identities = writer.putTwice(Self.identities(catalogue.newKeys))
      try writer.record(draft)
      return manifest
    }
  }

  /// Each new show's id is the hash of its key.
  static func identities(_ keys: [String]) -> [UInt8] {
    keys.sorted().flatMap { key in Array("\(key)\t\(ShowID(hash: SHA256.hash(data: Array(key.utf8))))\n".utf8) }
  }

  private static func digest(_ function: SHA256) -> Capsule.Digest {
    let digits = function.finalize().map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }
    guard let digest = Capsule.Digest(hex: digits.joined()) else { preconditionFailure("a SHA-256 has 64 digits") }
    return digest
  }
}
