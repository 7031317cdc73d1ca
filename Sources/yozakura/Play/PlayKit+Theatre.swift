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
  /// Its comments are those that are here: nothing is fetched before a film begins.
  func theatre(
    _ target: PlayTarget, start: Int? = nil, danmaku: DanmakuSupply.Wish = .fitting, rules: String? = nil,
    showsPicture: Bool = true
  ) throws -> TheatreContent {
    let set = try self.rules.read(rules ?? configuration.danmakuRules)
    let comments = DanmakuSupply(self, danmaku).comments(here: target)?.comments ?? Comments()
    let ambiguity: TextWidth.Ambiguity = configuration.ambiguousWidth == 2 ? .wide : .narrow
    let stage = StageContent(
      title: target.title, file: DanmakuFile(.jsonLines, comments: comments),
      rules: try library.rules(set.rules), ruleSet: set.editable, ambiguity: ambiguity)
    let isRemote = getenv("SSH_CONNECTION") != nil || getenv("SSH_TTY") != nil
    var screen = configuration.theatreCells.screening(isRemote: isRemote)
    screen.showsPicture = showsPicture && configuration.theatrePicture
    let left = target.episodes.flatMap { log.entry(of: target)?.resumePosition(of: $0.lowerBound) }
    return TheatreContent(MediaRequest(target.source, start: start ?? left ?? 0), stage: stage, screen: screen)
  }
}
