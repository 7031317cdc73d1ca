internal import FaultServer
internal import HTTP
internal import Library
internal import Locking
internal import Mirrors
internal import Providers

/// Where one scenario is acted out: a program of its own in a folder of its own, and mirrors on loopback.
///
/// Nothing of the user's is read or written: the folders are the scratch folder's, the servers are this process.
final class DrillStage: Sendable {
  /// The library of the stage.
  let library: ShowLibrary
  /// How long it took to open.
  let opening: Duration
  /// The sync of the program, on this stage.
  let synchroniser: Synchroniser
  /// What chance decides on this stage.
  let chance: SeededGenerator
  private let folder: ScratchFolder
  private let repertoire = Repertoire(DrillCatalogue.content)
  /// They play as long as the stage stands, also after the last line that names them.
  private let actors = Lock<[MirrorActor]>([])

  /// A stage on which the program has never run.
  init(chance: SeededGenerator) throws {
    self.chance = chance
    folder = try ScratchFolder()
    let folders = folder.folders
    // The room of the user's disk is no part of the drill.
    try TextFile.replace(folders.configurationFile, with: "[capsule]\nreserve = \"0\"\n")
    let session = Session(folders: folders, options: GlobalOptions())
    let start = ContinuousClock.now
    library = try session.library
    opening = start.duration(to: .now)
    synchroniser = try session.synchroniser
  }

  /// Ends every transfer and removes the folder.
  func clear() {
    synchroniser.client.close()
    folder.remove()
  }

  /// A host that can play any mirror, as long as the stage stands.
  func actor() throws -> MirrorActor {
    let actor = try MirrorActor(repertoire)
    actors.withLock { $0.append(actor) }
    return actor
  }

  /// The provider that has `mirrors`, of which the first is asked first.
  func provider(_ mirrors: [String]) -> ProviderConfiguration {
    ProviderConfiguration(name: "drill", mirrors: mirrors, pinned: mirrors.first)
  }

  /// What the stage's library has of the provider's shows.
  var showCount: Int {
    library.snapshot().providers.first { $0.name == "drill" }?.showCount ?? 0
  }

  /// Gives the library the earlier release, by a sync with a mirror that has no other.
  func fill() async throws {
    let actor = try actor()
    let result = try await synchroniser.run(provider([actor.address(of: .staleVersion)]))
    try DrillFailure.unless(
      showCount == DrillCatalogue.olderCount, "the first sync gave nothing: \(result.cause ?? result.word)")
  }
}
