import Anime

/// Everything of which a catalogue is put together.
///
/// A show is in it once. Of several rows the first counts: those of the providers in the
/// order of their names, then those of the starter catalogue, then
/// the ones that are kept only because the user keeps something about them.
struct CatalogueParts {
  /// The rows of the providers, in the order of their names.
  var listed: [Show] = []
  /// The sites, those of the earlier provider first.
  var sites: [Site] = []
  /// The rows of the starter catalogue.
  var starter: [Show] = []
  /// Shows that their providers no longer list.
  var gone: [Show] = []
  /// Shows of which nothing is known but what the user's own log says.
  var remembered: [ShowIdentity] = []

  /// The shows, each once.
  var shows: [Show] {
    var seen: Set<ShowID> = []
    let rows = listed + starter + gone.map(\.asGone) + remembered.map(Show.init)
    return rows.filter { seen.insert($0.id).inserted }
  }
}

extension Show {
  fileprivate var asGone: Show {
    var show = self
    show.isGone = true
    return show
  }

  /// A show of which only the user's log tells; it stands at the beginning of time, where nobody looks for news.
  fileprivate init(_ identity: ShowIdentity) {
    self.init(
      id: identity.id, titles: Titles(native: Sanitiser.clean(identity.title), nativeLanguage: .japanese), kind: .tv,
      begin: Instant(milliseconds: 0),
      sites: identity.aliases.map { SiteLink(site: $0.site, id: $0.id) }, provider: "", isGone: true)
  }
}
