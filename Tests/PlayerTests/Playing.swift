import Foundation
import Locking
import Picture
import Playback
import Player
import TestSupport

/// A player under test, and all that it told.
final class Playing: Sendable {
  let player: VideoPlayer
  private let log: EventLog

  /// Starts a player that nobody hears.
  init(program: String = BuiltProgram.helper, silence: Int = 6000) {
    var configuration = VideoPlayer.Configuration(program: program, audioOutput: "null")
    configuration.silence = silence
    let log = EventLog()
    self.log = log
    player = VideoPlayer(configuration) { log.append($0) }
  }

  /// Plays `source` in pictures of this size.
  func load(
    _ source: MediaSource, size: PixelSize = PixelSize(width: 64, height: 36), start: Int = 0, isPaused: Bool = false
  ) {
    player.send(.resize(size))
    player.send(.load(MediaRequest(source, start: start, isPaused: isPaused)))
  }

  /// The first event from number `first` on for which `holds`, with its number; nil where none comes in time.
  func event(
    after first: Int = 0, within seconds: Double = 20, where holds: (PlayerEvent) -> Bool
  ) -> (number: Int, event: PlayerEvent)? {
    log.wait(from: first, until: Date(timeIntervalSinceNow: seconds), where: holds)
  }

  /// What the first failure was; nil where none comes in time.
  func failure(within seconds: Double = 20) -> PlayerFailure? {
    guard case .failed(let failure)? = event(within: seconds, where: \.isFailure)?.event else { return nil }
    return failure
  }

  /// The first position from event number `first` on for which `holds`; nil where none comes in time.
  func position(
    after first: Int = 0, where holds: (PlaybackPosition) -> Bool
  ) -> (number: Int, position: PlaybackPosition)? {
    let found = event(after: first) {
      guard case .position(let position) = $0 else { return false }
      return holds(position)
    }
    guard let found, case .position(let position) = found.event else { return nil }
    return (found.number, position)
  }

  /// The next picture from event number `first` on; nil where none comes in time.
  func picture(after first: Int = 0, of size: PixelSize? = nil) -> PixelFrame? {
    var next = first
    while let found = event(after: next, where: \.isPicture) {
      if let frame = player.takePicture(), size.map({ $0 == frame.size }) ?? true { return frame }
      next = found.number + 1
    }
    return nil
  }

  /// How many events have come.
  var count: Int { log.count }

  /// The processes of the helper: those whose parent we are.
  var helpers: [pid_t] { Processes.children(named: "yozakura-player") }
}

extension PlayerEvent {
  var isFailure: Bool { if case .failed = self { true } else { false } }
  var isPicture: Bool { if case .picture = self { true } else { false } }
  var isLoaded: Bool { if case .loaded = self { true } else { false } }
  var isRestarted: Bool { if case .restarted = self { true } else { false } }
}

/// Events in the order in which they came, and waiting for those to come.
private final class EventLog: @unchecked Sendable {
  // Safe to send: `events` is only touched while `condition` is locked.
  private let condition = NSCondition()
  private var events: [PlayerEvent] = []

  var count: Int {
    condition.lock()
    defer { condition.unlock() }
    return events.count
  }

  func append(_ event: PlayerEvent) {
    condition.lock()
    events.append(event)
    condition.broadcast()
    condition.unlock()
  }

  func wait(
    from first: Int, until deadline: Date, where holds: (PlayerEvent) -> Bool
  ) -> (number: Int, event: PlayerEvent)? {
    condition.lock()
    defer { condition.unlock() }
    var next = first
    while true {
      while next < events.count {
        if holds(events[next]) { return (next, events[next]) }
        next += 1
      }
      guard condition.wait(until: deadline) else { return nil }
    }
  }
}
