internal import Anime
internal import App
internal import Danmaku
internal import Library
internal import TUI
internal import TUINcurses

/// Reads comments for the screen of a show and for the stage, and keeps what is blocked there, beside the terminal's
/// thread.
struct DanmakuRunner: Sendable {
  let library: ShowLibrary
  /// The sets of rules that there are.
  let rules: RuleFiles
  /// The name of the set that stages begin with.
  let ruleSet: String
  let mailbox: Mailbox<Message>

  /// Does it in a task of its own, and posts what came of it.
  func perform(_ effect: Effect) {
    Task {
      do {
        switch effect {
        case .loadEpisodes(let show, let commit): try load(show, commit)
        case .playEpisode(let episode): try play(episode)
        case .alignSources(let episode): try align(episode)
        case .loadDanmaku(let path, let ambiguity): try load(path, ambiguity)
        default: preconditionFailure("\(effect) is nothing that is done with comments")
        }
      } catch {
        mailbox.post(.failed(App.Failure(error)))
      }
    }
  }

  private func kept(_ show: ShowID, _ commit: Int?) throws -> [StoredDanmaku] {
    // Commit 0 is the starter catalogue, before which nothing was kept.
    guard let commit else { return try library.danmaku(of: show) }
    return commit == 0 ? [] : try library.danmaku(of: show, in: library.commit(named: "\(commit)"))
  }

  /// Tells of the counts at once, and of the heat when every comment was read.
  private func load(_ show: ShowID, _ commit: Int?) throws {
    let files = Dictionary(grouping: try kept(show, commit), by: \.key.episode).sorted { $0.key < $1.key }
    var episodes = files.map { episode, files in
      EpisodeComments(
        episode: episode, count: files.reduce(0) { $0 + $1.count }, sources: files.map(\.key.source.description))
    }
    mailbox.post(.episodes(show, episodes))
    guard !episodes.isEmpty else { return }
    let offsets = library.snapshot().entry(for: show).offsets
    for (index, (_, files)) in files.enumerated() {
      episodes[index].heat = Self.heat(try library.comments(of: files, moved: offsets))
    }
    mailbox.post(.episodes(show, episodes))
  }

  private static func heat(_ comments: Comments) -> [Double] {
    let sizes = CommentSizes(comments) { TextWidth.of($0, ambiguity: .narrow) }
    let duration = comments.indices.last.map { comments.time(at: $0) + 1000 } ?? 0
    return Density(Heat(comments, sizes: sizes, duration: duration), count: EpisodeComments.heatParts).heights
  }

  private func play(_ episode: KeptEpisode) throws {
    let files = try sources(of: episode)
    let offsets = KeptOffsets(files.map(\.key.source.description), of: episode)
    let comments = try library.comments(of: files, moved: offsets.distances)
    let set = namedRules
    var content = StageContent(
      title: episode.title, file: DanmakuFile(.jsonLines, comments: comments), offset: offsets.first,
      rules: try library.rules(set.rules.rules), ruleSet: set.rules.editable, ambiguity: episode.ambiguity)
    content.kept = offsets
    show(content, set.failure)
  }

  private func sources(of episode: KeptEpisode) throws -> [StoredDanmaku] {
    try kept(episode.show, episode.commit).filter { $0.key.episode == episode.episode }
  }

  private func align(_ episode: KeptEpisode) throws {
    let files = try sources(of: episode)
    guard let reference = files.first?.key.source.description else { return }
    let others = try library.fits(of: files).map { stored, fit in
      SourceAlignment.Other(
        name: stored.key.source.description,
        fit: fit.map { SourceAlignment.Fit(distance: $0.offset, shared: $0.shared, percent: $0.percent) })
    }
    mailbox.post(.aligned(SourceAlignment(episode: episode, reference: reference, others: others)))
  }

  private func load(_ path: String, _ ambiguity: TextWidth.Ambiguity) throws {
    do {
      guard let bytes = try DanmakuFile.bytes(at: HomePath.expanded(path)) else {
        throw App.Failure.noSuchFile(path: path)
      }
      let set = namedRules
      let content = StageContent(
        title: String(path.split(separator: "/").last ?? ""), file: try DanmakuFile(reading: bytes),
        rules: set.rules.rules, ruleSet: set.rules.editable, ambiguity: ambiguity)
      show(content, set.failure)
    } catch let error as DanmakuError {
      throw App.Failure.notDanmaku(path: path, error)
    }
  }

  private func show(_ content: StageContent, _ failure: Failure?) {
    mailbox.post(.danmaku(content))
    if let failure { mailbox.post(.failed(.other(failure.message))) }
  }

  /// The rules that the user named; where they cannot be read the standard ones, and why.
  private var namedRules: (rules: RuleFiles.Named, failure: Failure?) {
    do throws(Failure) {
      return (try rules.read(ruleSet), nil)
    } catch {
      return (RuleFiles.standard, error)
    }
  }
}
