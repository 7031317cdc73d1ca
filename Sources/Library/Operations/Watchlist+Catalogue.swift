import Anime

extension Watchlist {
  /// The watchlist of `operations`, under the ids that `catalogue` knows the shows by.
  init(_ operations: [Operation], in catalogue: Catalogue) {
    let ids = catalogue.ids(of: operations.lazy.flatMap(\.edits).map(\.show))
    self.init(operations) { ids[$0.id] ?? $0.id }
  }

  /// What the log says about a show that is in no catalogue here, under the id that it is kept by.
  func rememberedShow(_ id: ShowID) -> ShowIdentity? {
    identity(of: id).map { ShowIdentity(id: id, aliases: $0.aliases, title: $0.title) }
  }
}
