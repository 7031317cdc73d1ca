/// What the user said about releases that were matched wrongly, so that it is asked once.
public struct MatchCorrections: Hashable, Sendable {
  /// The corrections, in the order of their keys.
  public private(set) var all: [Correction] = []

  /// No corrections.
  public init() {}

  /// Corrections as they were kept; of several with one key the last counts.
  public init(_ corrections: some Sequence<Correction>) {
    for correction in corrections { remember(correction) }
  }

  /// Which releases a correction is about: those of one title and season by one group.
  ///
  /// Groups differ in how they number seasons, so what is true of one need not be of another; where nothing is known
  /// of a group, what was said about others counts if it was one thing.
  public struct Key: Hashable, Comparable, Sendable {
    /// The title, folded.
    public var title: String
    /// The season that is named, and nil where none is.
    public var season: Int?
    /// The group, folded; "" where none is named.
    public var group: String

    /// A key as it was kept.
    public init(title: String, season: Int?, group: String) {
      self.title = title
      self.season = season
      self.group = group
    }

    /// The key of `release`; nil where it has no title.
    public init?(_ release: ReleaseName) {
      guard let title = release.title else { return nil }
      self.init(title: Self.folded(title), season: release.season, group: release.group.map(Self.folded) ?? "")
    }

    private static func folded(_ text: String) -> String { String(decoding: Folding.fold(text), as: UTF8.self) }

    /// Whether `left` comes first.
    public static func < (left: Key, right: Key) -> Bool {
      (left.title, left.season ?? 0, left.group) < (right.title, right.season ?? 0, right.group)
    }
  }

  /// One thing that the user said.
  public struct Correction: Hashable, Sendable {
    /// About which releases.
    public var key: Key
    /// Of which show they are; nil where they are of none.
    public var show: ShowID?

    /// A correction.
    public init(_ key: Key, show: ShowID?) {
      self.key = key
      self.show = show
    }
  }

  /// What was said about releases such as `release`; nil where nothing was.
  public func correction(for release: ReleaseName) -> Correction? {
    guard let key = Key(release) else { return nil }
    if let own = all.first(where: { $0.key == key }) { return own }
    let others = all.filter { $0.key.title == key.title && $0.key.season == key.season }
    return Set(others.map(\.show)).count == 1 ? others.first : nil
  }

  /// Keeps `correction`, in the place of what was said before.
  public mutating func remember(_ correction: Correction) {
    forget(correction.key)
    let place = all.firstIndex { correction.key < $0.key } ?? all.endIndex
    all.insert(correction, at: place)
  }

  /// Forgets what was said about `key`; tells whether anything was.
  @discardableResult
  public mutating func forget(_ key: Key) -> Bool {
    let count = all.count
    all.removeAll { $0.key == key }
    return all.count < count
  }
}

extension ReleaseIndex {
  /// The shows that `release` may be of; what the user said before comes before any reckoning.
  public func matches(
    _ release: ReleaseName, corrections: MatchCorrections, limit: Int = 5
  ) -> [ReleaseMatch] {
    guard let correction = corrections.correction(for: release) else { return matches(release, limit: limit) }
    return correction.show.map { [ReleaseMatch(show: $0, confidence: 100, reasons: [.corrected])] } ?? []
  }
}
