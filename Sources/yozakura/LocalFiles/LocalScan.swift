internal import Anime
internal import App
internal import CSystem
internal import Glibc
internal import Library

/// Looks through the user's folders, and keeps what was found.
///
/// A file whose size and time are the same is not read again, unless the catalogue or what the user said of releases
/// is another; so a second look takes as long as the disk needs to tell of its files.
struct LocalScan: Sendable {
  /// The folders, from the root on.
  let folders: [String]
  /// Where what was found is kept.
  let file: LocalIndexFile
  let library: ShowLibrary
  /// Of which shows releases are, where the user said so.
  let corrections: CorrectionsFile
  /// The user's rules for numbers of episodes.
  let relations: EpisodeRelations
  /// The file of these rules.
  let relationsPath: String

  /// What a look brought.
  struct Outcome: Sendable {
    /// All that is known now.
    var index: LocalIndex
    /// How many files are new, changed and gone since the last look.
    var added = 0
    var changed = 0
    var removed = 0
    /// What could not be looked at.
    var troubles: [LocalWalk.Trouble] = []

    /// Of how many films nobody knows yet what they themselves tell.
    var unopened: Int { index.episodes.count { $0.facts == nil } }

    /// Whether another look would have told the same.
    var isUnchanged: Bool { added == 0 && changed == 0 && removed == 0 }
  }

  /// Looks through the folders. What lies in one that cannot be opened is kept as it was: a disk that is not there is
  /// no disk that is empty.
  func run() throws -> Outcome {
    var walk = LocalWalk()
    for folder in folders { walk.walk(folder) }
    let catalogue = library.snapshot().catalogue
    let context = context(of: catalogue)
    let old = file.read()
    let known = Dictionary((old?.episodes ?? []).map { ($0.file.path, $0) }) { first, _ in first }
    var outcome = Outcome(index: LocalIndex(context: context, episodes: []), troubles: walk.troubles)
    outcome.index.episodes = try episodes(
      of: walk.files, known, isSame: old?.context == context, in: catalogue, &outcome)
    outcome.index.episodes += kept(known, in: walk.missing)
    outcome.index.episodes.sort { $0.file.path < $1.file.path }
    outcome.removed = known.count - outcome.index.episodes.count { known[$0.file.path] != nil }
    if outcome.index != old { try file.write(outcome.index) }
    return outcome
  }

  private func episodes(
    of files: [LocalFile], _ known: [String: LocalEpisode], isSame: Bool, in catalogue: Catalogue,
    _ outcome: inout Outcome
  ) throws -> [LocalEpisode] {
    var matcher: LocalMatcher?
    var episodes: [LocalEpisode] = []
    for file in files {
      let before = known[file.path]
      if isSame, let before, before.file == file {
        episodes.append(before)
        continue
      }
      let release = ReleaseName(path: file.path)
      guard release.isWatchable else { continue }
      if matcher == nil {
        matcher = LocalMatcher(catalogue, corrections: try corrections.read(), relations: relations)
      }
      guard var episode = matcher?.episode(of: file, release) else { continue }
      if let before, before.file == file { episode.facts = before.facts }
      episodes.append(episode)
      if before == nil { outcome.added += 1 } else if before != episode { outcome.changed += 1 }
    }
    return episodes
  }

  private func kept(_ known: [String: LocalEpisode], in missing: [String]) -> [LocalEpisode] {
    known.values.filter { episode in missing.contains { episode.file.path.hasPrefix($0 + "/") } }
  }

  /// What decides which shows names mean: the catalogue, and the two files that the user's words are in.
  private func context(of catalogue: Catalogue) -> String {
    let stamp = catalogue.stamp
    let files = [corrections.path, relationsPath].map { path in
      var status = stat()
      guard stat(path, &status) == 0 else { return "-" }
      return "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec).\(status.st_size)"
    }
    return ([String(stamp.headSequence), stamp.starterDate?.description ?? "-", String(catalogue.count)] + files)
      .joined(separator: "|")
  }
}

extension Session {
  /// What was found in the user's folders.
  var localIndex: LocalIndexFile { LocalIndexFile(folder: folders.cache) }

  /// A look through the folders of `library.folders`.
  var localScan: LocalScan {
    get throws {
      LocalScan(
        folders: loaded.values.libraryFolders.map(HomePath.expanded), file: localIndex, library: try library,
        corrections: corrections, relations: relations, relationsPath: folders.relationsFile)
    }
  }
}
