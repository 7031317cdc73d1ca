import Anime

extension Model {
  /// What has to be read where the screen of `show` opens.
  func readings(of show: ShowID) -> [Effect] {
    [.loadHistory(show), .loadEpisodes(show, commit: world.past?.sequence)]
      + (world.configuration.libraryFolders.isEmpty ? [] : [.loadLocalFiles(show)])
  }

  /// Lets the comments fly that are kept of the selected episode, else of the one that comes next.
  mutating func playComments() -> [Effect] {
    guard case .show(let screen) = layers.last else { return [] }
    guard let episode = screen.episodeToPlay(after: world.library[screen.show].progress) else {
      alarm(world.strings.noComments)
      return []
    }
    let title = "\(world.title(of: screen.show))\(world.marks.separator)\(episode)"
    return [
      .playEpisode(
        KeptEpisode(
          show: screen.show, episode: episode, title: title, commit: world.past?.sequence,
          entry: world.library[screen.show], ambiguity: world.ambiguity))
    ]
  }

  mutating func keep(_ episodes: [EpisodeComments], of show: ShowID) {
    changeShowScreens { if $0.show == show { $0.keep(episodes) } }
    refresh()
  }

  /// Shows a stage; where that of the same episode is on top already, it goes on with `content`.
  mutating func show(_ content: StageContent) {
    if case .stage(var stage) = layers.last, stage.takesOn(content, world) {
      layers[layers.count - 1] = .stage(stage)
      return
    }
    notice = nil
    layers.append(.stage(StageLayer(content, world)))
  }

  /// Takes the last change back; over a stage only what was blocked there, as nobody sees anything else change.
  mutating func undo() -> [Effect] {
    guard case .stage = layers.last else { return [.undo] }
    alarm(StageStrings.of(world.strings.language).block.nothingBlocked)
    return []
  }

  /// Keeps what was blocked on the stage on top.
  mutating func keepBlocks() -> [Effect] {
    guard case .stage(var stage) = layers.last, let blocks = stage.takeBlocks() else { return [] }
    layers[layers.count - 1] = .stage(stage)
    return [.keepBlocks(blocks.changes, ruleSet: blocks.ruleSet)]
  }

  /// Leaves the stage on top: its film ends, and its offset is remembered.
  mutating func closeStage() -> [Effect] { closeTheatre() + rememberOffsets() }

  /// Leaves all that is open: a film ends, whatever lies above it.
  mutating func closeAll() -> [Effect] { closeTheatres() + rememberOffsets() }

  /// Remembers the offset that the user left the stage on top with.
  private mutating func rememberOffsets() -> [Effect] {
    guard world.past == nil, case .stage(let stage) = layers.last, let moved = stage.movedOffsets(world) else {
      return []
    }
    return edit([ShowEdit(moved.show, [moved.change])])
  }
}
