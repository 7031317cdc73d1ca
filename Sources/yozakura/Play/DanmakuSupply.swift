internal import Anime
internal import Danmaku
internal import Library
internal import Locking
internal import Providers

/// Finds the comments of what is played: those that were named, those that are kept, those in a file beside the video,
/// or those that a server has.
///
/// Reading takes a moment and fetching takes many, so that it happens beside the playing; what was found is taken when
/// it is there.
final class DanmakuSupply: Sendable {
  /// Comments, and where they are from.
  struct Delivery: Sendable {
    var comments: Comments
    /// A word for people.
    var source: String
  }

  /// Which comments are wanted.
  enum Wish: Hashable, Sendable {
    /// None.
    case none
    /// Those that belong to what is played.
    case fitting
    /// Those of this file.
    case file(String)
  }

  private let kit: PlayKit
  private let wish: Wish
  private let found = Lock<(target: PlayTarget?, delivery: Delivery?)>((nil, nil))

  init(_ kit: PlayKit, _ wish: Wish) {
    self.kit = kit
    self.wish = wish
  }

  /// Looks for the comments of `target`; what was looked for before is dropped.
  func look(for target: PlayTarget) {
    found.withLock { $0 = (target, nil) }
    guard wish != .none else { return deliver(nil, for: target) }
    Task { [self] in
      let delivery = await search(target)
      deliver(delivery, for: target)
    }
  }

  /// What was found since this was last asked; an empty delivery says that there is nothing.
  func take() -> Delivery? {
    found.withLock { found in
      defer { found.delivery = nil }
      return found.delivery
    }
  }

  private func deliver(_ delivery: Delivery?, for target: PlayTarget) {
    found.withLock { found in
      if found.target == target { found.delivery = delivery ?? Delivery(comments: Comments(), source: "") }
    }
  }

  private func search(_ target: PlayTarget) async -> Delivery? {
    if let here = comments(here: target) { return here }
    guard wish == .fitting, case .delivery(let delivery) = await fetch(target) else { return nil }
    return delivery
  }

  /// The comments of `target` that are on this machine; nil where there are none.
  func comments(here target: PlayTarget) -> Delivery? {
    switch wish {
    case .none: nil
    case .file(let path): read(path)
    case .fitting: kept(of: target) ?? target.path.flatMap { CommentsBeside(path: $0).find() }
    }
  }

  private func read(_ path: String) -> Delivery? {
    guard let file = try? DanmakuFile(at: path), file.comments.count > 0 else { return nil }
    return Delivery(comments: file.comments, source: TextFile.name(of: path))
  }

  private func kept(of target: PlayTarget) -> Delivery? {
    guard let show = target.show, let episode = target.commentEpisode,
      let kept = try? kit.library.danmaku(of: show).filter({ $0.key.episode == episode }), !kept.isEmpty
    else { return nil }
    let offsets = kit.library.snapshot().entry(for: show).offsets
    guard let comments = try? kit.library.comments(of: kept, moved: offsets), comments.count > 0 else { return nil }
    return Delivery(comments: comments, source: kept.map(\.key.source.description).joined(separator: " "))
  }

  /// What came of asking servers.
  enum Answer: Sendable {
    case delivery(Delivery)
    /// None of them has any.
    case nothing
    /// None could give any, and why the first could not.
    case failed(String)
  }

  /// Asks the user's servers for the comments of `target`, which are kept then.
  func fetch(_ target: PlayTarget) async -> Answer {
    guard !kit.servers.isEmpty, let id = target.show, let episode = target.commentEpisode,
      let show = kit.library.snapshot().catalogue.show(id)
    else { return .nothing }
    let fetch = EpisodeFetch(
      library: kit.library, fetcher: kit.fetcher, tags: kit.tags, show: show, now: WallClock.now,
      video: target.path.flatMap { try? VideoIdentity(at: $0) })
    do {
      let fetched = try await fetch.run(kit.servers, [episode])
      if let delivery = kept(of: target) { return .delivery(delivery) }
      return fetched.compactMap(\.trouble).first.map(Answer.failed) ?? .nothing
    } catch {
      return .failed(Failure(error).message)
    }
  }
}

extension EpisodeFetched {
  /// Why nothing could be had of the server, with its name; nil where it answered, were it that it has nothing.
  fileprivate var trouble: String? {
    switch result {
    case .received, .same, .failed(.noEpisode), .failed(.noFile): nil
    case .failed(let failure): "\(server): \(failure.sentence)"
    }
  }
}
