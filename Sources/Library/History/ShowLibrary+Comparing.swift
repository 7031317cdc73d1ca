public import Anime
import Capsule

extension ShowLibrary {
  /// How the providers' shows differ between two commits; nil is the starter catalogue, before the first.
  public func differences(
    from old: CommitSummary?, to new: CommitSummary?
  ) throws(LibraryError) -> [ShowDifference] {
    for commit in [old, new].compactMap(\.self) where commit.isThinned { throw .givenUp(commit) }
    guard let old, let new else { return try starterDifferences(from: old, to: new) }
    let (before, after) = try (sources(of: old), sources(of: new))
    var comparison = PieceComparison(deriver, identities: identities)
    var found: [ShowDifference] = []
    for provider in Set(before.keys).union(after.keys).sorted() {
      found += try comparison.differences(
        of: provider, from: before[provider]?.current, to: after[provider]?.current)
    }
    return overStarter(found)
  }

  /// What `accept` would do to the shows of `provider`.
  public func setAsideDifferences(of provider: String) throws(LibraryError) -> [ShowDifference] {
    let head = try inCapsule { () throws(CapsuleError) in try capsule.headCommit() }
    guard let source = head?.content.sources[provider], let setAside = source.setAside else {
      throw .nothingSetAside(provider)
    }
    var comparison = PieceComparison(deriver, identities: identities)
    return overStarter(try comparison.differences(of: provider, from: source.current, to: setAside))
  }

  /// Every version of `show` that the commits that kept their content tell of, the newest first.
  public func versions(of show: ShowID) throws(LibraryError) -> [ShowVersion] {
    var versions: [ShowVersion] = []
    try eachStep(of: [show]) { commit, differences in
      versions += (differences ?? []).map { ShowVersion(commit: commit, difference: $0) }
    }
    return versions.reversed()
  }

  /// The commits that made a version of one of `shows`, and those that may have done so: what cannot be read now may
  /// be healed later.
  func commits(changing shows: [ShowID]) throws(LibraryError) -> Set<CommitID> {
    guard !shows.isEmpty else { return [] }
    var found: Set<CommitID> = []
    try eachStep(of: Set(shows)) { commit, differences in
      if differences?.isEmpty != true { found.insert(commit.id) }
    }
    return found
  }

  /// Tells of each step of a provider's, the oldest first, how it changed `shows`; nil where that cannot be read.
  private func eachStep(
    of shows: Set<ShowID>, _ body: (CommitSummary, [ShowDifference]?) -> Void
  ) throws(LibraryError) {
    let identities = identities
    let needles = identities.filter { shows.contains($0.value) }.keys.map { Self.needle($0) }
    var comparison = PieceComparison(deriver, identities: identities)
    var former: [String: Receipt] = [:]
    for summary in commits.filter({ $0.isOwn && !$0.isThinned }).reversed() {
      let sources = try sources(of: summary)
      for provider in Set(sources.keys).union(former.keys).sorted() {
        let receipt = sources[provider]?.current
        guard receipt?.manifest != former[provider]?.manifest else { continue }
        let found = try? comparison.differences(
          of: provider, from: former[provider], to: receipt, only: shows,
          needles: needles.contains(nil) ? [] : needles.compactMap(\.self))
        former[provider] = receipt
        body(summary, found)
      }
    }
  }

  /// Bytes that stand in every item with this key; nil where it cannot be said.
  private static func needle(_ key: String) -> [UInt8]? {
    let parts = key.split(separator: ":")
    guard parts.count == 3, parts[0] == "bangumi", !parts[1].isEmpty else { return nil }
    return Array(parts[1].utf8)
  }

  private var identities: [String: ShowID] {
    deriver.index.read(Identities.read) ?? [:]
  }

  private func sources(of commit: CommitSummary) throws(LibraryError) -> [String: Capsule.Source] {
    try inCapsule { () throws(CapsuleError) in try capsule.commit(commit.id).content.sources }
  }

  /// `differences` as they look where the starter catalogue lists what a provider does not.
  private func overStarter(_ differences: [ShowDifference]) -> [ShowDifference] {
    guard differences.contains(where: { $0.before == nil || $0.after == nil }) else { return differences }
    let rows = deriver.parts([:], identities: identities) { _ in nil }.starter
    let starter = Dictionary(rows.map { ($0.id, $0) }) { first, _ in first }
    return differences.map { difference in
      var difference = difference
      difference.before = difference.before ?? starter[difference.show]
      difference.after = difference.after ?? starter[difference.show]
      return difference
    }
  }

  /// The starter catalogue is replaced show by show: what it lists stays until a provider lists it.
  private func starterDifferences(
    from old: CommitSummary?, to new: CommitSummary?
  ) throws(LibraryError) -> [ShowDifference] {
    func shows(_ commit: CommitSummary?) throws(LibraryError) -> [ShowID: Show] {
      let commit = try commit.map { commit throws(LibraryError) in
        try inCapsule { () throws(CapsuleError) in try capsule.commit(commit.id) }
      }
      let parts = try deriver.pastParts(commit)
      return Dictionary((parts.listed + parts.starter).map { ($0.id, $0) }) { first, _ in first }
    }
    let (before, after) = try (shows(old), shows(new))
    return PieceComparison.differences(of: "", before, after).map { difference in
      var difference = difference
      difference.provider = (difference.after ?? difference.before)?.provider ?? ""
      return difference
    }
  }
}
