public import Anime
import Capsule
public import Formats

extension ShowLibrary {
  /// Takes in what the feed called `name` says, and keeps it; it is on the disk when this returns.
  ///
  /// What it has said before stays, whatever it says now; a feed that says nothing new writes nothing. Where what is
  /// kept cannot be read, by damage or because a newer program wrote it, nothing takes its place. `origin` is where it
  /// came from, in a word or two.
  public func take(
    _ feed: Feed, as name: String, from origin: String, at now: Instant
  ) throws(LibraryError) -> FeedChange {
    let fileName = StoredFeed.fileName(of: name)
    let taken = try changeFiles(from: name, cause: "sync") {
      (files, _, writer) throws(CapsuleError) -> (result: FeedChange?, isNew: Bool) in
      let bytes = try files[fileName].map { file throws(CapsuleError) in try capsule.bytes(of: file) }
      let present = bytes.flatMap { FeedArchive(lines: $0) }
      guard bytes == nil || present != nil else { return (nil, isNew: false) }
      var archive = present ?? FeedArchive()
      let change = archive.take(feed, at: now)
      guard archive != present else { return (change, isNew: false) }
      let lines = archive.lines
      files.keep(
        KeptFile(
          name: fileName,
          manifest: try writer.keep(lines, cuts: StoredFeed.cutter.cuts(lines: lines), isOnlyHere: true),
          count: archive.entries.count, received: now.milliseconds, origin: Sanitiser.clean(origin), isOnlyHere: true))
      return (change, isNew: true)
    }
    guard let taken else { throw .unreadableFile(provider: fileName) }
    return taken
  }

  /// The feeds that are kept, by name; as of `commit`, where one is named.
  public func feeds(in commit: CommitSummary? = nil) throws(LibraryError) -> [StoredFeed] {
    let files = try inCapsule { () throws(CapsuleError) in
      guard let commit else { return try capsule.keptFiles(of: capsule.headCommit()) }
      return try capsule.keptFiles(of: capsule.commit(commit.id))
    }
    return files.all.compactMap(StoredFeed.init)
  }

  /// What a feed that is kept says.
  public func archive(of feed: StoredFeed) throws(LibraryError) -> FeedArchive {
    let bytes = try inCapsule { () throws(CapsuleError) in try capsule.bytes(of: feed.file) }
    guard let archive = FeedArchive(lines: bytes) else { throw .unreadableFile(provider: feed.file.name) }
    return archive
  }
}
