public import Anime
import Locking

/// The shows, what the user keeps about them, and where both came from: the queryable view of the capsule.
///
///     let library = try Library.open(options)
///     if case .one(let show) = library.resolve("bangumi:400602") {
///       try library.edit(show, [.followed(true)])   // on the disk when it returns
///     }
public final class Library: Sendable {
  private let options: LibraryOptions
  private let state: Lock<State>

  private struct State {
    var catalogue: Catalogue
    var entries: [ShowID: ListEntry] = [:]
    var undo: [Edited] = []
    var redo: [Edited] = []
    var providers: [ProviderState] = []
  }

  private init(_ options: LibraryOptions) {
    self.options = options
    let starter = options.starter()
    let shows = starter.shows.map { $0.show(id: ShowID(key: $0.key), provider: "starter") }
    let stamp = Catalogue.Stamp(isStarterOnly: true, starterDate: options.starterDate)
    state = Lock(State(catalogue: Catalogue(shows: shows, sites: starter.sites, stamp: stamp)))
  }

  /// Opens the library in these folders; without a capsule it holds the starter catalogue.
  public static func open(_ options: LibraryOptions) throws(LibraryError) -> Library {
    Library(options)
  }

  /// What the library knows now.
  public func snapshot() -> Snapshot {
    state.withLock { Snapshot(catalogue: $0.catalogue, entries: $0.entries, providers: $0.providers) }
  }

  /// Finds the show that `reference` means.
  public func resolve(_ reference: String) -> Resolution {
    snapshot().resolve(reference)
  }

  /// Takes in what other processes have done since; says whether there was anything.
  @discardableResult
  public func reload() throws(LibraryError) -> Bool {
    false
  }

  /// Ticks after another process changed something, until the stream's task is cancelled.
  public var changes: AsyncStream<Void> {
    AsyncStream { _ in }
  }
}

// MARK: - The user's changes

extension Library {
  /// Puts `changes` to what is kept about `show`; they are on the disk when this returns.
  @discardableResult
  public func edit(_ show: ShowID, _ changes: [Change]) throws(LibraryError) -> Edited {
    state.withLock { state in
      let before = state.entries[show] ?? ListEntry(show: show)
      var after = before
      for change in changes { after.apply(change) }
      state.entries[show] = after.isEmpty ? nil : after
      let edited = Edited(before: before, after: after)
      if before != after {
        state.undo.append(edited)
        state.redo = []
      }
      return edited
    }
  }

  /// Takes the last change back; nil where there is none.
  @discardableResult
  public func undo() throws(LibraryError) -> Edited? {
    state.withLock { state in
      guard let edited = state.undo.popLast() else { return nil }
      state.redo.append(edited)
      state.entries[edited.show] = edited.before.isEmpty ? nil : edited.before
      return Edited(before: edited.after, after: edited.before)
    }
  }

  /// Makes the last change that was taken back again; nil where there is none.
  @discardableResult
  public func redo() throws(LibraryError) -> Edited? {
    state.withLock { state in
      guard let edited = state.redo.popLast() else { return nil }
      state.undo.append(edited)
      state.entries[edited.show] = edited.after.isEmpty ? nil : edited.after
      return edited
    }
  }
}

// MARK: - Files of providers

extension Library {
  /// The change guard: throws where `decoded` lacks so many of the provider's present shows that another mirror
  /// should be asked.
  public func check(_ decoded: DecodedCatalogue, from provider: String) throws(Rejection) {
  }

  /// Makes a received file the catalogue, unless the change guard refuses it.
  ///
  /// With `settingAside`, a file that the guard refuses is stored and not applied.
  public func install(
    _ file: FetchedFile, _ decoded: DecodedCatalogue, settingAside: Bool = false
  ) throws(LibraryError) -> Installed {
    state.withLock { state in
      let known = Dictionary(uniqueKeysWithValues: [(String, ShowID)]())
      let present = (0..<state.catalogue.count).map(state.catalogue.show(at:))
      let assignment = IdentityAssignment(rows: decoded.shows, known: known, present: present)
      let shows = zip(decoded.shows, assignment.ids).map { $0.show(id: $1, provider: file.provider) }
      let listed = Set(shows.map(\.id))
      let stamp = Catalogue.Stamp(
        headSequence: state.catalogue.stamp.headSequence + 1, observed: file.fetched,
        starterDate: options.starterDate)
      state.catalogue = Catalogue(
        shows: shows + present.filter { !listed.contains($0.id) }, sites: decoded.sites, stamp: stamp)
      return .updated(Difference(added: listed.count))
    }
  }
}
