import Playback
import Testing

@testable import Player

@Suite struct RecoveryTests {
  private let size = PixelSize(width: 160, height: 90)
  private let media = MediaDescription(duration: 60_000, picture: nil)

  /// A recovery that has seen media opened and played to `time`.
  private func playing(at time: Int) -> PlayerRecovery {
    var recovery = PlayerRecovery()
    recovery.note(.resize(size))
    recovery.note(.load(MediaRequest(.file(path: "/a.mkv"))))
    recovery.note(.loaded(media))
    recovery.note(.position(PlaybackPosition(time: time, moment: 1000)))
    return recovery
  }

  @Test func `A new helper goes on where the last one was, with what was set meanwhile`() {
    var recovery = playing(at: 5000)
    recovery.note(.setVolume(50))
    recovery.note(.setRate(150))
    recovery.note(.selectSubtitles(.none))
    let request = MediaRequest(.file(path: "/a.mkv"), start: 5000, rate: 150, volume: 50, subtitles: .none)
    #expect(recovery.commandsAfterLoss() == [.resize(size), .load(request)])
  }

  @Test func `A place that was asked for counts as reached`() {
    var recovery = playing(at: 5000)
    recovery.note(.seek(to: 30_000))
    #expect(recovery.commandsAfterLoss()?.last == .load(MediaRequest(.file(path: "/a.mkv"), start: 30_000)))
  }

  @Test func `Who was paused stays paused`() {
    var recovery = playing(at: 5000)
    recovery.note(.pause)
    let request = MediaRequest(.file(path: "/a.mkv"), start: 5000, isPaused: true)
    #expect(recovery.commandsAfterLoss()?.last == .load(request))
  }

  @Test func `Media that kill every helper before they are open end it`() {
    var recovery = PlayerRecovery()
    recovery.note(.load(MediaRequest(.file(path: "/a.mkv"))))
    #expect(recovery.commandsAfterLoss() != nil)
    #expect(recovery.commandsAfterLoss() != nil)
    #expect(recovery.commandsAfterLoss() == nil)
  }

  @Test func `Losses do not add up while the media open again each time`() {
    var recovery = playing(at: 5000)
    for _ in 0..<100 {
      #expect(recovery.commandsAfterLoss() != nil)
      recovery.note(.loaded(media))
    }
  }

  @Test func `Without media a new helper is told the size alone`() {
    var recovery = playing(at: 5000)
    recovery.note(.failed(.unreadable))
    #expect(recovery.commandsAfterLoss() == [.resize(size)])
  }
}
