import Anime
import Capsule
import Foundation
import Library
import Locking
import Providers

/// A program whose capsule has a past, for commits carry the machine's time: they are made in this process, with a
/// clock that is handed in.
struct CapsuleHistory {
  let program: Program
  /// The address that every commit says it came from.
  let address: String
  private let clock: HeldClock
  private let library: ShowLibrary

  init(_ program: Program, from address: String = "http://127.0.0.1:9/data.json") throws {
    self.program = program
    self.address = address
    let clock = HeldClock()
    self.clock = clock
    library = try ShowLibrary.open(
      LibraryOptions(
        dataFolder: program.data, cacheFolder: program.home + "/elsewhere",
        starterDate: CivilDate(year: 2026, month: 8, day: 15), starter: { DecodedCatalogue() },
        decoders: [BangumiData.kind: { bytes throws(Rejection) in try BangumiData.decode(bytes) }], clock: clock))
  }

  /// A file with `count` shows; each number in `renamed` has another title.
  static func file(count: Int = 60, renamed: Int...) -> [UInt8] {
    var text = String(decoding: SampleCatalogue.bytes(count: count), as: UTF8.self)
    for number in renamed { text = text.replacing("\"桜の話\(number)\"", with: "\"夜桜の話\(number)\"") }
    return Array(text.utf8)
  }

  /// Commits `file` at `moment`.
  @discardableResult
  func sync(_ file: [UInt8], at moment: Instant, settingAside: Bool = false) throws -> Installed {
    clock.moment.withLock { $0 = moment }
    let received = ReceivedFile(
      bytes: file, provider: "test", kind: BangumiData.kind, version: nil, mirror: address, url: address,
      fetched: moment)
    return try library.install(received, try BangumiData.decode(file), settingAside: settingAside)
  }

  /// Puts `changes` to the show at `moment`.
  func edit(_ reference: String, _ changes: [Change], at moment: Instant) throws {
    clock.moment.withLock { $0 = moment }
    guard case .one(let show) = library.resolve(reference) else { throw CocoaError(.fileNoSuchFile) }
    try library.edit(show, changes)
  }

  /// The files of the objects of the newest commit's file: its manifest, and its pieces in order.
  func objects() throws -> (manifest: String, pieces: [String]) {
    guard let receipt = try library.capsule.headCommit()?.content.sources["test"]?.current else { return ("", []) }
    func path(_ id: ObjectID) -> String { "\(program.data)/objects/\(id.description.prefix(2))/\(id)" }
    return (path(receipt.manifest), try library.capsule.manifest(receipt.manifest).pieces.map { path($0.id) })
  }

  /// Flips a bit in the middle of a file.
  static func flip(_ path: String) throws {
    let url = URL(fileURLWithPath: path)
    var bytes = try Data(contentsOf: url)
    bytes[bytes.count / 2] ^= 1
    try FileManager.default.removeItem(at: url)
    try bytes.write(to: url)
  }
}

/// A clock that shows the moment that it is told.
private final class HeldClock: CapsuleClock {
  let moment = Lock(Instant(seconds: 0))

  func now() -> Int64 { moment.withLock { $0.milliseconds } }
  func uptime() -> Int64 { SystemClock().uptime() }
  func sleep(milliseconds: Int64) { SystemClock().sleep(milliseconds: milliseconds) }
}
