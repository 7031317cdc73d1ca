internal import Playback

/// A command of mpv's, as its manual lists them under "List of Input Commands".
struct MPVRequest: Hashable, Sendable {
  /// The name of the command and its arguments.
  private let command: MPVValue

  /// A command whose arguments go by their places.
  init(_ name: String, _ arguments: MPVValue...) {
    command = .list([.text(name)] + arguments)
  }

  /// A command whose arguments go by their names.
  init(_ name: String, named arguments: [String: MPVValue]) {
    command = .fields(arguments.merging(["name": .text(name)]) { $1 })
  }

  /// The command that sets a property.
  static func set(_ property: String, _ value: MPVValue) -> MPVRequest {
    MPVRequest("set_property", .text(property), value)
  }

  /// The line to send, with the number that the reply will have.
  func line(id: Int) -> [UInt8] {
    MPVValue.fields(["command": command, "request_id": .number(Double(id)), "async": .flag(true)]).bytes
      + [UInt8(ascii: "\n")]
  }
}

extension MPVRequest {
  /// What mpv has to do so that `command` is done.
  static func requests(for command: PlayerCommand) -> [MPVRequest] {
    switch command {
    case .load(let request): load(request)
    case .pause: [.set("pause", .flag(true))]
    case .resume: [.set("pause", .flag(false))]
    case .seek(let time): [MPVRequest("seek", seconds(time), "absolute+exact")]
    case .seekBy(let time): [MPVRequest("seek", seconds(time), "relative+exact")]
    case .setRate(let percent): [.set("speed", .number(Double(percent) / 100))]
    case .setVolume(let percent): [.set("volume", .number(Double(percent)))]
    case .setMuted(let isMuted): [.set("mute", .flag(isMuted))]
    case .selectAudio(let choice): [.set("aid", value(choice))]
    case .selectSubtitles(let choice): [.set("sid", value(choice))]
    case .selectChapter(let index): [.set("chapter", .number(Double(index)))]
    case .takeScreenshot(let path, _): [MPVRequest("screenshot-to-file", .text(path), "subtitles")]
    // Its window is as large as the user makes it.
    case .resize: []
    case .quit: [MPVRequest("quit")]
    }
  }

  /// Tracks and pauses are those of the request, not of what was played before.
  ///
  /// The begin is an option of the file alone: `start` would hold for whatever is played later too.
  private static func load(_ request: MediaRequest) -> [MPVRequest] {
    let address =
      switch request.source {
      case .file(let path): path
      case .address(let address): address
      }
    // A stream may wait for ever for a moment that it cannot go to, were it its first.
    let isStream = if case .address = request.source { true } else { false }
    var options = ["start=\(isStream && request.start == 0 ? "none" : "\(Double(request.start) / 1000)")"]
    // What a file names is not opened in its place, whatever it is; beside that the user's own options count.
    if !isStream { options.append("demuxer-lavf-o-add=protocol_whitelist=data") }
    if request.audio != .automatic { options.append("aid=\(word(request.audio))") }
    if request.subtitles != .automatic { options.append("sid=\(word(request.subtitles))") }
    return [
      // By names: their order is another one in mpv 0.38 and later.
      MPVRequest(
        "loadfile",
        named: ["url": .text(address), "flags": "replace", "options": .text(options.joined(separator: ","))]),
      .set("pause", .flag(request.isPaused)),
    ] + (request.rate == 100 ? [] : requests(for: .setRate(request.rate)))
      + (request.volume == 100 ? [] : requests(for: .setVolume(request.volume)))
      + (request.isMuted ? requests(for: .setMuted(true)) : [])
  }

  private static func seconds(_ milliseconds: Int) -> MPVValue { .number(Double(milliseconds) / 1000) }

  private static func value(_ choice: TrackChoice) -> MPVValue {
    if case .track(let number) = choice { .number(Double(number)) } else { .text(word(choice)) }
  }

  private static func word(_ choice: TrackChoice) -> String {
    switch choice {
    case .automatic: "auto"
    case .none: "no"
    case .track(let number): String(number)
    }
  }
}

extension MPVValue: ExpressibleByStringLiteral {
  /// A text.
  init(stringLiteral text: String) { self = .text(text) }
}
