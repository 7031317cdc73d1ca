internal import Anime
internal import ArgumentParser
internal import Library

extension Session {
  /// Where the user's filters are saved.
  var filtersFile: FiltersFile { FiltersFile(path: folders.filtersFile, lock: "\(folders.state)/filters.lock") }

  /// The filter that `text` is.
  func filter(_ text: String) throws(Failure) -> Filter {
    // A file of filters that is damaged is nothing to whoever uses none of them.
    let saved = text.contains(where: { $0 == "@" || $0 == "＠" }) ? try filtersFile.read() : []
    do throws(FilterError) {
      return try Filter(text, saved: saved.map(\.name))
    } catch {
      throw error.failure(in: text)
    }
  }

  /// The filters that the user saved, by name.
  var savedFilters: [String: Filter] {
    get throws(Failure) { Dictionary(try filtersFile.read().map { ($0.name, $0.filter) }) { first, _ in first } }
  }

  /// What a filter is asked of where it looks at `snapshot`.
  func scene(of snapshot: Snapshot) -> FilterScene {
    FilterScene(
      catalogue: snapshot.catalogue, now: now, zone: zone, saved: (try? savedFilters) ?? [:],
      lostTitle: { [self] show in
        let watchlist = past?.watchlist ?? (try? library.watchlist())
        return watchlist?.identity(of: show)?.title ?? ""
      })
  }

  /// The user's entries that `filter` lets pass, those last changed first.
  func entries(passing filter: Filter, in snapshot: Snapshot) -> [ListEntry] {
    let prepared = PreparedFilter(filter, in: scene(of: snapshot))
    return snapshot.entries.values.filter { prepared.passes($0.show, entry: $0) }.sorted(by: ListOrder.latestFirst)
  }
}

extension ArgumentHelp {
  /// How a filter is given.
  static var filter: ArgumentHelp {
    ArgumentHelp(
      "Only what this lets pass, such as 'airing and score>=8'; see yozakura-filter(7).", valueName: "filter")
  }
}

extension CompletionKind {
  /// What can go on where a filter ends.
  static var filter: CompletionKind {
    .custom { _, _, typed in
      let session = Session(options: GlobalOptions())
      guard let snapshot = try? session.library.snapshot() else { return [] }
      let saved = (try? session.filtersFile.read())?.map(\.name) ?? []
      let vocabulary = FilterVocabulary(
        catalogue: snapshot.catalogue, entries: snapshot.entries.values, saved: saved)
      let completion = FilterCompletion(typed, cursor: typed.count, in: vocabulary)
      return completion.candidates.map { completion.putting($0, into: typed).text }
    }
  }

  /// The names of the saved filters.
  static var savedFilters: CompletionKind {
    .custom { _, _, prefix in
      let saved = (try? Session(options: GlobalOptions()).filtersFile.read()) ?? []
      return saved.map(\.name).filter { $0.hasPrefix(prefix) }
    }
  }
}
