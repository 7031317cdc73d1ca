public import Anime
import Capsule
import GRDB

extension ShowLibrary {
  /// All commits: those made here, newest first, then those that came with other capsules.
  public var commits: [CommitSummary] {
    timeLine.all
  }

  private var timeLine: TimeLine {
    let head = deriver.index.read { try String.fetchOne($0, sql: "SELECT head FROM source") }
    let isThere = deriver.index.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM moment") } != nil
    if isThere, let head, head == (try? capsule.head())??.description ?? "" { return .index(deriver.index) }
    return .commits((try? capsule.history()).map(TimeLine.summaries) ?? [])
  }

  /// The commit that `text` names: its number, or the beginning of its name.
  public func commit(named text: String) throws(LibraryError) -> CommitSummary {
    let found = timeLine.named(text)
    guard let first = found.first else { throw .noSuchCommit(text) }
    // A number is the own commit's, whatever others have it too.
    guard found.count == 1 || Int(text) != nil && first.isOwn && !found[1].isOwn else {
      throw .ambiguousCommit(text, found.map(\.id))
    }
    return first
  }

  /// What the library knew at `moment`: the last commit made at or before it, and the list as it was then.
  public func past(at moment: Instant) throws(LibraryError) -> PastSnapshot {
    let timeLine = timeLine
    guard let last = timeLine.last(before: moment) else {
      let first = try beginning()
      guard let first, first <= moment else { throw .beforeFirst(first) }
      return try past(nil, givenUp: nil, at: moment)
    }
    guard last.isThinned else { return try past(last, givenUp: nil, at: moment) }
    guard let other = timeLine.last(before: moment, isKept: true) else { throw .givenUp(last) }
    return try past(other, givenUp: last, at: moment)
  }

  /// What the library knew when `commit` was made.
  public func past(of commit: CommitSummary) throws(LibraryError) -> PastSnapshot {
    guard !commit.isThinned else { throw .givenUp(commit) }
    return try past(commit, givenUp: nil, at: commit.time)
  }

  /// The starter catalogue, as it was before anything was written down.
  public func pastBeforeAll() throws(LibraryError) -> PastSnapshot {
    let date = deriver.options.starterDate
    return try past(nil, givenUp: nil, at: Instant(seconds: Int64(date.daysSince1970) * 86_400))
  }

  /// The list as it is, with who said what.
  public func watchlist() throws(LibraryError) -> Watchlist {
    Watchlist(try deriver.operations(), in: snapshot().catalogue)
  }

  /// When the first thing was written down: a commit, or a change of the list.
  public func beginning() throws(LibraryError) -> Instant? {
    let commit = timeLine.first
    let operation = try deriver.operations().map(\.clock.wall).min()
    return [commit, operation].compactMap(\.self).min()
  }

  private func past(
    _ summary: CommitSummary?, givenUp: CommitSummary?, at moment: Instant
  ) throws(LibraryError) -> PastSnapshot {
    let commit = try summary.map { summary throws(LibraryError) in
      try inCapsule { () throws(CapsuleError) in try capsule.commit(summary.id) }
    }
    let operations = try deriver.operations().filter { $0.clock.wall <= moment }
    let (catalogue, watchlist) = try deriver.pastCatalogue(of: commit, operations)
    let snapshot = Snapshot(
      catalogue: catalogue, entries: watchlist.entries, providers: Past(commit, capsule).providers)
    return PastSnapshot(
      moment: moment, commit: summary, givenUp: givenUp, snapshot: snapshot, watchlist: watchlist)
  }
}

extension Deriver {
  /// The catalogue as `commit` says it, before the first commit the starter's, and the list of `operations` in it.
  ///
  /// It is packed once. What only the list remembers depends on the moment, and is added in memory.
  func pastCatalogue(
    of commit: Commit?, _ operations: [Operation]
  ) throws(LibraryError) -> (catalogue: Catalogue, watchlist: Watchlist) {
    let name = CatalogueFolder.pastName(head: commit?.id, starterDate: options.starterDate)
    var catalogue: Catalogue
    if let packed = catalogues.open(name) {
      catalogue = packed
    } else {
      catalogue = catalogues.add(name, encode(try pastParts(commit), commit))
    }
    let watchlist = Watchlist(operations, in: catalogue)
    let strangers = watchlist.entries.keys.filter { catalogue.position(of: $0) == nil }.sorted()
    if !strangers.isEmpty {
      var parts = try pastParts(commit)
      parts.remembered = strangers.compactMap(watchlist.rememberedShow)
      catalogue = catalogues.opened(encode(parts, commit))
    }
    return (catalogue, watchlist)
  }

  private func encode(_ parts: CatalogueParts, _ commit: Commit?) -> [UInt8] {
    encode(
      parts, sequence: commit?.id.sequence ?? 0, observed: commit.map { Instant(milliseconds: $0.time) })
  }

  /// What a commit is put together of. No other commit stands in for a damaged one: it was asked for by its date.
  func pastParts(_ commit: Commit?) throws(LibraryError) -> CatalogueParts {
    guard let commit else { return parts([:], identities: [:]) { _ in nil } }
    let past = try Past(of: commit, capsule)
    let decoded = try decoded(commit.content.sources)
    var parts = parts(past.sources, identities: past.identities) { decoded[$0] }
    parts.gone = past.kept
    return parts
  }
}
