import Anime
import Capsule

/// A provider's answer beside what is here: which of our shows its rows are, and which of the present ones it lacks.
struct Merge: Sendable {
  let provider: String
  let decoded: DecodedCatalogue
  /// What every key means with this answer.
  let identities: [String: ShowID]
  /// The keys that are new, and what they mean.
  let introduced: [String: ShowID]
  /// How many shows the provider has here.
  let present: Int
  /// How many of these the answer lacks.
  let missing: Int
  /// All shows that are here.
  let before: [Show]

  init(_ decoded: DecodedCatalogue, from provider: String, into derived: Derived, _ deriver: Deriver) {
    let known = deriver.identities(of: derived.state)
    before = (0..<derived.catalogue.count).map(derived.catalogue.show(at:))
    let assignment = IdentityAssignment(rows: decoded.shows, known: known, present: before)
    self.provider = provider
    self.decoded = decoded
    introduced = assignment.introduced
    identities = known.merging(assignment.introduced) { _, new in new }
    let listed = Self.listed(by: provider, before, derived, known, deriver)
    present = listed.count
    missing = listed.subtracting(assignment.ids).count
  }

  /// Whether the change guard refuses the answer.
  var isRefused: Bool { ChangeGuard.refuses(missing: missing, present: present) }

  /// The shows that the provider's present file lists.
  ///
  /// The catalogue shows a row of another provider where both list the show; then the file is read.
  private static func listed(
    by provider: String, _ shows: [Show], _ derived: Derived, _ known: [String: ShowID], _ deriver: Deriver
  ) -> Set<ShowID> {
    let shown = shows.filter { $0.provider == provider && !$0.isGone }
    guard let state = derived.providers.first(where: { $0.name == provider }), state.showCount != shown.count,
      let commit = try? deriver.capsule.headCommit(),
      let decoded = Past(commit, deriver.capsule).decoded(provider, options: deriver.options)
    else { return Set(shown.map(\.id)) }
    return Set(decoded.shows.map { known[$0.key] ?? ShowID(key: $0.key) })
  }
}
