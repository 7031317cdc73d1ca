import Anime

extension Model {
  /// Plays the selected file, or what comes next of the selected show.
  mutating func play() -> [Effect] {
    // What is watched is written down, which the past does not allow.
    guard let show = selectedShow, !refusesChange() else { return [] }
    var order = PlayOrder(show: show, progress: world.library[show].progress)
    if case .show(let screen) = layers.last { order.path = screen.file?.file.path }
    return [.play(order)]
  }

  /// Shows what plays in a window beside the interface; nil where nothing does any more.
  mutating func show(_ playing: NowPlaying?) { world.playing = playing }

  /// Shows which files there are of a show.
  mutating func keep(_ files: [LocalEpisode], of show: ShowID) {
    changeShowScreens { if $0.show == show { $0.keep(files) } }
    refresh()
  }
}
