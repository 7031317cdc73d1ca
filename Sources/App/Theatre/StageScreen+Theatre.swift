import Anime
import Picture
import Playback
import TUI

/// A stage with a film behind it.
extension StageScreen {
  /// Opens a theatre; its film is asked for with the first commands.
  init(_ content: TheatreContent, crossing: Int, settings: StageSettings, showsList: Bool, depth: ColorDepth) {
    self.init(content.stage, crossing: crossing, settings: settings, showsList: showsList)
    theatre = Theatre(content, depth: depth)
    clock.stop(at: content.request.start)
  }

  /// Does `change`, and lets the film follow what that does to the clock.
  mutating func leading<Result>(at now: Instant, _ change: (inout StageScreen) -> Result) -> Result {
    let before = clock
    let result = change(&self)
    theatre?.lead(from: before, to: clock, at: now)
    return result
  }

  /// Whoever is so many milliseconds before a chapter is in it.
  private static let nearChapter = 100

  /// Goes so many chapters on, or back; false where there is none.
  mutating func goToChapter(_ step: Int, now: Instant) -> Bool {
    guard let chapters = theatre?.media?.chapters, !chapters.isEmpty else { return false }
    // A jump to a chapter may end one picture before it.
    let time = clock.time(at: now) + Self.nearChapter
    let current = chapters.lastIndex { $0.start <= time } ?? 0
    clock.seek(to: chapters[max(0, min(current + step, chapters.count - 1))].start, at: now)
    return true
  }

  /// Takes in what the player tells.
  mutating func take(_ event: PlayerEvent, now: Instant) {
    theatre?.take(event, clock: &clock, now: now)
    if case .loaded(let media) = event, let duration = media.duration { last(duration) }
  }

  /// Takes in the comments of a film that had none: it goes on where it is, and as the viewer set it.
  mutating func takeComments(_ content: StageContent) {
    let (offset, duration) = (settings.offset, theatre?.media?.duration ?? max(clock.duration, content.duration))
    take(content)
    settings.offset = offset
    last(duration)
  }

  /// Takes in a picture.
  mutating func take(_ frame: PixelFrame, now: Instant) { theatre?.take(frame, now: now) }
}

extension StagePainter {
  /// The film in pixels, where that is how it is shown and nothing stands before it.
  var pixelPicture: PixelPicture? {
    guard showsPixels, let picture = screen.theatre?.placedPicture else { return nil }
    return geometry.side.map { $0.intersection(picture.area).isEmpty } ?? true ? picture : nil
  }

  /// Paints the film beneath all that stands on the stage, and its subtitles above that.
  func drawFilm(on buffer: inout Buffer) {
    guard let theatre = screen.theatre else { return }
    drawSubtitles(theatre.subtitles, on: &buffer)
    if let picture = pixelPicture {
      if !picture.coversText { PixelEncoder.uncover(picture.area, on: &buffer) }
    } else if let frame = theatre.frame, let fit = theatre.fit {
      theatre.painter(opacity: screen.settings.opacity).paint(frame, beneath: fit.area, on: &buffer)
    }
  }

  /// Rows that subtitles may take at most.
  private static let subtitleRows = 4

  /// Writes subtitles into the last rows of the stage, in the middle.
  private func drawSubtitles(_ text: String, on buffer: inout Buffer) {
    guard !text.isEmpty, geometry.stage.rows > 2 else { return }
    let width = max(1, geometry.stage.columns - 4)
    let lines = text.split(separator: "\n").flatMap { String($0).wrapped(to: width, ambiguity: buffer.ambiguity) }
      .suffix(Self.subtitleRows)
    var row = geometry.stage.endRow - 1 - lines.count
    var style = look.stage
    style.attributes.insert(.bold)
    for line in lines {
      let place = Rect(column: geometry.stage.column, row: row, columns: geometry.stage.columns, rows: 1)
      buffer.write(Line(line, style: style), in: place, alignment: .center)
      row += 1
    }
  }

  /// Says why there is nothing to see yet, or at all.
  func drawFilmState(on buffer: inout Buffer) {
    guard let theatre = screen.theatre else { return }
    let words = strings.theatre
    let text: String
    if let failure = theatre.failure {
      text = words.failure(failure, screen.content.title)
    } else if theatre.isOpening {
      text = words.opening
    } else {
      return
    }
    let middle = geometry.stage.split(top: geometry.stage.rows / 2).rest
    for (index, line) in text.wrapped(to: max(1, middle.columns - 4), ambiguity: buffer.ambiguity).enumerated()
    where index < middle.rows {
      let place = Rect(column: middle.column, row: middle.row + index, columns: middle.columns, rows: 1)
      buffer.write(Line(line, style: look.stage), in: place, alignment: .center)
    }
  }

  /// Writes what the film does besides playing: whether it waits, and how loud it is.
  func drawFilmWords(with writer: inout RowWriter, on buffer: inout Buffer) {
    guard let theatre = screen.theatre, theatre.failure == nil else { return }
    let words = strings.theatre
    let separator = buffer.ambiguity == .narrow ? " · " : " - "
    if theatre.isStalled { writer.write(words.buffering + separator, style: look.progress, on: &buffer) }
    writer.write(
      (theatre.isMuted ? words.muted : words.volume(theatre.volume)) + separator, style: look.density, on: &buffer)
  }
}

extension StageLook {
  /// The same in a dark room: black around the picture, and white for what nobody gave a colour.
  var dark: StageLook {
    guard hasColors else { return self }
    var look = self
    look.stage = Style(foreground: .rgb(255, 255, 255), background: .rgb(0, 0, 0))
    return look
  }
}
