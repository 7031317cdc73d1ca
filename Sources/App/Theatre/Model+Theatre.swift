import Anime
import Danmaku
import Picture
import Playback

extension Model {
  /// Opens a theatre on top of all else; what played before ends.
  mutating func open(_ content: TheatreContent) -> [Effect] {
    let closing = closeTheatres()
    notice = nil
    let theatre = Layer.stage(StageLayer(content, world))
    // What is read above the film before stays there.
    if let index = theatreIndex { layers[index] = theatre } else { layers.append(theatre) }
    if content.request.start > 0 {
      say(PlayStrings.of(world.strings.language).resumed(MediaTime.text(content.request.start)))
    }
    return closing + [.player(.load(content.request))] + (content.wanted.map { [.fetchComments($0)] } ?? [])
  }

  /// Ends the film on top, where there is one.
  func closeTheatre() -> [Effect] {
    guard case .stage(let stage) = layers.last, stage.isTheatre else { return [] }
    return [.player(.quit)]
  }

  /// Ends the film wherever it lies.
  func closeTheatres() -> [Effect] { theatreIndex == nil ? [] : [.player(.quit)] }

  /// What the film on top is to be asked.
  mutating func askPlayer() -> [Effect] {
    guard case .stage(var stage) = layers.last, stage.isTheatre else { return [] }
    let commands = stage.takeCommands().map(Effect.player)
    let asked = commands + (stage.takeScreenshotWish().map { [.takeScreenshot($0)] } ?? [])
    guard !asked.isEmpty else { return [] }
    layers[layers.count - 1] = .stage(stage)
    return asked
  }

  /// Pauses the film, wherever it lies: nobody sees it meanwhile.
  mutating func pauseTheatre() -> [Effect] {
    var commands: [PlayerCommand] = []
    changeTheatre { layer, world in
      guard layer.stage.clock.isPlaying(at: world.now) else { return }
      _ = layer.handle(.playPause, world)
      commands = layer.takeCommands()
    }
    return commands.map(Effect.player)
  }

  /// Plays the episode after the one on top, or the one before it.
  func playNeighbour(_ action: Action) -> [Effect] {
    guard case .stage(let stage) = layers.last, stage.isTheatre else { return [] }
    return [.playNeighbour(isNext: action == .nextEpisode)]
  }

  /// Takes in what the player tells: whoever plays is the theatre, wherever it lies.
  mutating func take(_ event: PlayerEvent) {
    let words = TheatreStrings.of(world.strings.language)
    switch event {
    case .restarted(_, let time): alarm(words.restarted(MediaTime.text(time)))
    case .failed(let failure): alarm(words.failure(failure, theatreTitle))
    case .screenshot(let path): say(words.screenshot(path))
    default: break
    }
    defer { if case .ended = event { tellBreak() } }
    changeTheatre { $0.take(event, $1) }
  }

  /// Says where the film broke off, if it did.
  private mutating func tellBreak() {
    guard let time = theatreLayer?.stage.theatre?.brokenOff else { return }
    alarm(PlayStrings.of(world.strings.language).brokenOff(MediaTime.text(time)))
  }

  /// Says that there is no picture to be kept.
  mutating func tellNoPicture() {
    guard theatreLayer != nil else { return }
    alarm(TheatreStrings.of(world.strings.language).noPictureHere)
  }

  /// Takes in a picture.
  mutating func take(_ frame: PixelFrame) { changeTheatre { $0.take(frame, $1) } }

  /// Takes in the comments that came for `film` while it plays; of another film they are kept, and not shown.
  mutating func take(_ comments: FoundComments, of film: MediaSource) {
    guard theatreLayer?.stage.theatre?.request.source == film else { return }
    let words = PlayStrings.of(world.strings.language)
    switch comments {
    case .found(let content, let source):
      changeTheatre { $0.takeComments(content, $1) }
      say(words.comments(content.file.comments.count, source))
    case .nothing: say(words.noComments)
    case .failed(let reason): say(words.commentsFailed(reason))
    }
  }

  /// Where the theatre lies; nil while there is none.
  private var theatreIndex: Int? {
    layers.lastIndex {
      guard case .stage(let stage) = $0 else { return false }
      return stage.isTheatre
    }
  }

  var theatreLayer: StageLayer? {
    guard let theatreIndex, case .stage(let stage) = layers[theatreIndex] else { return nil }
    return stage
  }

  /// Does `change` to the theatre, wherever it lies.
  mutating func changeTheatre(_ change: (inout StageLayer, Surroundings) -> Void) {
    guard let index = theatreIndex, case .stage(var stage) = layers[index] else { return }
    change(&stage, world)
    layers[index] = .stage(stage)
  }

  /// What its film is called.
  private var theatreTitle: String { theatreLayer?.stage.content.title ?? "" }
}
