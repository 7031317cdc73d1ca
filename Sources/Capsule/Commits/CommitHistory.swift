/// All commits that the present one builds on.
public struct CommitHistory: Sendable {
  /// Those of this capsule's own line, newest first.
  public private(set) var line: [Commit] = []

  /// Those of other capsules that imports took in, newest first.
  public private(set) var merged: [Commit] = []

  /// Those that are named and can be read in neither copy.
  public private(set) var unreadable: [CommitID] = []

  /// The commit, known already, with which the own line ended.
  public private(set) var met: CommitID?

  /// The short names of those whose content a collection here gave up.
  public private(set) var thinned: Set<String> = []

  /// The short names of those whose content collections of other capsules gave up; of this capsule's own line nobody
  /// else gives anything up.
  public private(set) var thinnedElsewhere: Set<String> = []

  private var ownIDs: Set<CommitID> = []

  /// No history.
  public init() {}

  /// All of them, those of the own line first.
  public var all: [Commit] { line + merged }

  /// Whether a collection gave up what the commit says.
  public func isThinned(_ id: CommitID) -> Bool {
    thinned.contains(id.short) || thinnedElsewhere.contains(id.short) && !ownIDs.contains(id)
  }

  /// Those whose content has to be here.
  public var retained: [Commit] { all.filter { !isThinned($0.id) } }
}

extension CommitHistory {
  /// Walks from `head` to the first commit, or to those that `isKnown` knows. A commit that cannot be read is passed
  /// over: the one with the next lower number among the files, `files`, goes on.
  init(
    from head: CommitID?, files: [CommitID], isKnown: (CommitID) -> Bool = { _ in false },
    read: (CommitID) throws(CapsuleError) -> Commit
  ) throws(CapsuleError) {
    var seen: Set<CommitID> = []
    var sides: [CommitID] = []
    var (end, other): (CommitID?, CommitID?)
    line = try walk(from: head, files, isKnown, &seen, &sides, &end, read)
    met = end
    ownIDs = Set(line.map(\.id))
    thinned = Self.thinned(by: line)
    while let side = sides.popLast() { merged += try walk(from: side, [], isKnown, &seen, &sides, &other, read) }
    thinnedElsewhere = Self.thinned(by: merged)
    merged.sort { ($1.id.sequence, $1.id.short) < ($0.id.sequence, $0.id.short) }
  }

  private static func thinned(by commits: [Commit]) -> Set<String> {
    Set(commits.flatMap { $0.content.thinned ?? [] })
  }

  private mutating func walk(
    from start: CommitID?, _ files: [CommitID], _ isKnown: (CommitID) -> Bool, _ seen: inout Set<CommitID>,
    _ sides: inout [CommitID], _ met: inout CommitID?, _ read: (CommitID) throws(CapsuleError) -> Commit
  ) throws(CapsuleError) -> [Commit] {
    var found: [Commit] = []
    var next = start
    while let id = next, seen.insert(id).inserted {
      if isKnown(id) {
        met = id
        break
      }
      do {
        let commit = try read(id)
        found.append(commit)
        sides += commit.content.merged ?? []
        next = commit.parent
      } catch .missingCommit, .damagedCommit {
        unreadable.append(id)
        next = files.last { $0.sequence < id.sequence && !seen.contains($0) }
      } catch {
        throw error
      }
    }
    return found
  }
}
