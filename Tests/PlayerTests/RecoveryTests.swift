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
    #expect(recovery.commandsAfterLoss(isOutsiders: true) == [.resize(size), .load(request)])
  }

  @Test func `A place that was asked for counts as reached`() {
    var recovery = playing(at: 5000)
    recovery.note(.seek(to: 30_000))
    #expect(
      recovery.commandsAfterLoss(isOutsiders: true)?.last == .load(MediaRequest(.file(path: "/a.mkv"), start: 30_000)))
  }

  @Test func `Who was paused stays paused`() {
    var recovery = playing(at: 5000)
    recovery.note(.pause)
    let request = MediaRequest(.file(path: "/a.mkv"), start: 5000, isPaused: true)
    #expect(recovery.commandsAfterLoss(isOutsiders: true)?.last == .load(request))
  }

  @Test func `Media that kill every helper before they are open end it`() {
    var recovery = PlayerRecovery()
    recovery.note(.load(MediaRequest(.file(path: "/a.mkv"))))
    for _ in 1..<PlayerRecovery.limit { #expect(recovery.commandsAfterLoss(isOutsiders: false) != nil) }
    #expect(recovery.commandsAfterLoss(isOutsiders: false) == nil)
  }

  @Test func `Media that kill every helper at the same place end it, though they open`() {
    var recovery = playing(at: 5000)
    for _ in 1..<PlayerRecovery.limit {
      #expect(recovery.commandsAfterLoss(isOutsiders: false) != nil)
      recovery.note(.loaded(media))
      recovery.note(.position(PlaybackPosition(time: 5500, moment: 2000)))
    }
    #expect(recovery.commandsAfterLoss(isOutsiders: false) == nil)
  }

  @Test func `Losses do not add up while the film gets on between them`() {
    var recovery = playing(at: 5000)
    for loss in 1...100 {
      #expect(recovery.commandsAfterLoss(isOutsiders: false) != nil)
      recovery.note(.loaded(media))
      recovery.note(.position(PlaybackPosition(time: 5000 + loss * 3000, moment: 2000)))
    }
  }

  @Test func `Who is killed from outside while it plays is started anew however often`() {
    var recovery = playing(at: 5000)
    for _ in 0..<100 {
      #expect(recovery.commandsAfterLoss(isOutsiders: true) != nil)
      recovery.note(.loaded(media))
    }
  }

  @Test func `Without media a new helper is told the size alone`() {
    var recovery = playing(at: 5000)
    recovery.note(.failed(.unreadable))
    #expect(recovery.commandsAfterLoss(isOutsiders: true) == [.resize(size)])
  }
}
