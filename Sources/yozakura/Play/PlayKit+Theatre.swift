internal import Anime
internal import App
internal import Danmaku
internal import Glibc
internal import Library
internal import Playback
internal import TUI

extension PlayKit {
  /// `target` as the theatre in the terminal shows it, from `start` on, else from where it was left.
  ///
  /// Its comments are those that are here; others are wanted where a server may have them, and come while it plays.
  func theatre(
    _ target: PlayTarget, start: Int? = nil, danmaku: DanmakuSupply.Wish = .fitting, rules: String? = nil,
    showsPicture: Bool = true
  ) throws -> TheatreContent {
    let comments = DanmakuSupply(self, danmaku).comments(here: target)?.comments
    let stage = try stage(comments ?? Comments(), title: target.title, rules: rules)
    let isRemote = getenv("SSH_CONNECTION") != nil || getenv("SSH_TTY") != nil
    var screen = configuration.theatreCells.screening(isRemote: isRemote)
    screen.showsPicture = showsPicture && configuration.theatrePicture
    return TheatreContent(
      MediaRequest(target.source, start: start ?? log.resumePosition(of: target) ?? 0), stage: stage, screen: screen,
      wanted: comments == nil && danmaku == .fitting ? wanted(target, rules: rules) : nil)
  }

  /// The comments of `target` that a server may have; nil where nobody can be asked for them.
  private func wanted(_ target: PlayTarget, rules: String?) -> WantedComments? {
    guard !servers.isEmpty, let show = target.show, let episode = target.commentEpisode else { return nil }
    return WantedComments(of: target.source, title: target.title, show: show, episode: episode, rules: rules)
  }

  /// Asks the user's servers for the comments that are `wanted`, and keeps what comes.
  func comments(_ wanted: WantedComments) async -> FoundComments {
    switch await DanmakuSupply(self, .fitting).fetch(PlayTarget(wanted)) {
    case .delivery(let delivery):
      do {
        return .found(
          try stage(delivery.comments, title: wanted.title, rules: wanted.rules), source: delivery.source)
      } catch {
        return .failed(yozakura.Failure(error).message)
      }
    case .nothing: return .nothing
    case .failed(let reason): return .failed(reason)
    }
  }

  /// A stage on which `comments` fly by a set of rules, else by that of the configuration.
  private func stage(_ comments: Comments, title: String, rules: String?) throws -> StageContent {
    let set = try self.rules.read(rules ?? configuration.danmakuRules)
    return StageContent(
      title: title, file: DanmakuFile(.jsonLines, comments: comments), rules: try library.rules(set.rules),
      ruleSet: set.editable, ambiguity: configuration.ambiguousWidth == 2 ? .wide : .narrow)
  }
}
