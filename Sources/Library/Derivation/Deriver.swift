import Anime
import Capsule

/// Makes what the library shows from the capsule, as little of it as is out of date.
struct Deriver: Sendable {
  let options: LibraryOptions
  let capsule: TimeCapsule
  let index: LibraryIndex
  let catalogues: CatalogueFolder

  init(_ options: LibraryOptions, report: @escaping @Sendable (CapsuleFinding) -> Void) throws(LibraryError) {
    self.options = options
    capsule = try inCapsule { () throws(CapsuleError) in
      try TimeCapsule.open(
        at: options.dataFolder, program: options.program, disk: options.disk, clock: options.clock,
        random: options.random, reserve: options.reserve, report: report)
    }
    CatalogueFolder.make(options.cacheFolder)
    index = LibraryIndex.open(in: options.cacheFolder)
    catalogues = CatalogueFolder(path: options.cacheFolder)
  }

  /// The capsule's present state.
  func present() throws(LibraryError) -> CapsuleState {
    try inCapsule { () throws(CapsuleError) in
      // In this order: what happens in between shows as another token the next time.
      CapsuleState(token: try capsule.changeToken(), head: try capsule.head())
    }
  }

  /// What the capsule's present state comes to, where `known` was made earlier.
  func derive(from known: Derived?) throws(LibraryError) -> Derived {
    if let derived = current(try present()) { return derived }
    return try index.alone { (isAlone) throws(LibraryError) in
      // Whoever had the index before may have brought it up to date.
      let state = try present()
      if let derived = current(state) { return derived }
      let loss = known == nil ? loss(state) : nil
      var derived = try rebuild(from: known, isAlone: isAlone)
      derived.healed = loss
      return derived
    }
  }

  /// Brings `derived` to the capsule's present state; within the index's `alone`.
  func refresh(_ derived: inout Derived, isAlone: Bool) throws(LibraryError) {
    let state = try present()
    guard state != derived.state else { return }
    if let current = current(state) {
      derived = current
    } else {
      derived = try rebuild(from: derived, isAlone: isAlone)
    }
  }

  /// Which show each key ever seen means.
  func identities(of state: CapsuleState) -> [String: ShowID] {
    if index.contents()?.head == state.headText, let known = index.read(Identities.read) { return known }
    return (try? Past(capsule: capsule, index: index))?.identities ?? [:]
  }

  /// What the index and the catalogue's file say, where both are of `state`.
  private func current(_ state: CapsuleState) -> Derived? {
    guard let contents = index.contents(), contents.token == state.token,
      contents.head == state.headText, let catalogue = catalogues.open(name(of: state)),
      contents.entries.keys.allSatisfy({ catalogue.position(of: $0) != nil })
    else { return nil }
    return Derived(
      state: state, catalogue: catalogue, entries: contents.entries, providers: contents.providers,
      latest: contents.latest)
  }

  /// What was lost, where it is not only out of date.
  private func loss(_ state: CapsuleState) -> LibraryLoss? {
    let contents = index.contents()
    guard let contents else { return state.isEmpty || index.replacesOtherSchema ? nil : .index }
    let name = name(of: state)
    guard contents.head == state.headText, catalogues.open(name) == nil else { return nil }
    // Where only others are, another version of the program packed them.
    return catalogues.holdsOnlyOthers(than: name) ? nil : .catalogue
  }

  /// Makes what is out of date anew; within the index's `alone`.
  func rebuild(from known: Derived?, isAlone: Bool) throws(LibraryError) -> Derived {
    let state = try present()
    let past = try Past(capsule: capsule, index: index)
    let present = known?.state.head == state.head ? known?.catalogue : nil
    var catalogue = present ?? catalogues.open(name(of: state)) ?? pack(past, state)
    let watchlist = Watchlist(try operations(), in: catalogue)
    let strangers = watchlist.entries.keys.filter { catalogue.position(of: $0) == nil }.sorted()
    if !strangers.isEmpty {
      catalogue = pack(past, state, remembering: strangers.compactMap(watchlist.rememberedShow))
    }
    let derived = Derived(
      state: state, catalogue: catalogue, entries: watchlist.entries, providers: past.providers,
      latest: watchlist.latest.map { HybridTime(milliseconds: $0.wall.milliseconds, counter: $0.counter) },
      watchlist: watchlist)
    if isAlone {
      index.write { database in
        try derived.contents.write(to: database)
        try past.writeHistory(to: database)
      }
    }
    return derived
  }

  /// The operations of all devices.
  func operations() throws(LibraryError) -> [Operation] {
    let logs = try inCapsule { () throws(CapsuleError) in try capsule.logs() }
    return logs.flatMap(\.operations).compactMap(Operation.init)
  }
}

// MARK: - Catalogues

extension Deriver {
  /// The name of the file of the catalogue of `state`.
  func name(of state: CapsuleState) -> String {
    CatalogueFolder.name(head: state.head, starterDate: options.starterDate)
  }

  /// Packs the catalogue of `past`, with what the user's log alone remembers.
  private func pack(
    _ past: Past, _ state: CapsuleState, remembering remembered: [ShowIdentity] = []
  ) -> Catalogue {
    var parts = parts(past.sources, identities: past.identities) { name in
      past.decoded(name, options: options)
    }
    parts.gone = past.kept
    parts.remembered = remembered
    return pack(parts, observed: past.observed, state)
  }

  /// Packs `parts` as the catalogue of `state`, in its file where that can be written.
  func pack(_ parts: CatalogueParts, observed: Instant?, _ state: CapsuleState) -> Catalogue {
    catalogues.replace(name(of: state), with: encode(parts, sequence: state.head?.sequence ?? 0, observed: observed))
  }

  /// Puts the packed catalogue `bytes` where it is found once `commit` is the present one.
  func prepare(_ bytes: inout [UInt8], for commit: Commit) -> Catalogue {
    Catalogue.restamp(&bytes, headSequence: commit.id.sequence, observed: Instant(milliseconds: commit.time))
    return catalogues.keep(bytes, CatalogueFolder.name(head: commit.id, starterDate: options.starterDate))
  }

  /// Puts the catalogue of `derived` where it is found once `commit` is the present one, which says nothing new of
  /// shows. Where another process committed in between it is not what the commit says, and is left alone.
  func prepareSame(as derived: Derived, for commit: Commit) {
    guard commit.parent == derived.state.head else { return }
    var packed = derived.catalogue.packed
    _ = prepare(&packed, for: commit)
  }

  /// The bytes of a catalogue of `parts`, as the commit `sequence` of that moment says it.
  func encode(_ parts: CatalogueParts, sequence: Int, observed: Instant?) -> [UInt8] {
    let shows = parts.shows
    let stamp = Catalogue.Stamp(
      headSequence: sequence, observed: observed, isStarterOnly: parts.listed.isEmpty,
      starterDate: shows.contains { $0.provider == Show.starterProvider } ? options.starterDate : nil)
    return Catalogue.encode(shows: shows, sites: parts.sites, stamp: stamp)
  }

  /// The rows of `sources` and of the starter catalogue, under their ids; `decoded` reads a provider's file.
  func parts(
    _ sources: [String: Capsule.Source], identities: [String: ShowID], decoded: (String) -> DecodedCatalogue?
  ) -> CatalogueParts {
    var parts = CatalogueParts()
    func rows(_ catalogue: DecodedCatalogue, of provider: String) -> [Show] {
      catalogue.shows.map { $0.show(id: identities[$0.key] ?? ShowID(key: $0.key), provider: provider) }
    }
    for name in sources.keys.sorted() {
      guard let catalogue = decoded(name) else { continue }
      parts.listed += rows(catalogue, of: name)
      parts.sites += catalogue.sites
    }
    let starter = options.starter()
    parts.starter = rows(starter, of: Show.starterProvider)
    parts.sites += starter.sites
    return parts
  }
}
