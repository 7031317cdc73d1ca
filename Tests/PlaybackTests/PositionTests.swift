import Playback
import Testing

@Suite struct PositionTests {
  @Test func `The media's time goes on with the clock, as fast as they play`() {
    let position = PlaybackPosition(time: 10_000, moment: 500, rate: 150)
    #expect(position.time(at: 2500) == 13_000)
  }

  @Test func `The media's time stands while they are paused or wait for more`() {
    #expect(PlaybackPosition(time: 10_000, moment: 500, isPaused: true).time(at: 2500) == 10_000)
    #expect(PlaybackPosition(time: 10_000, moment: 500, isStalled: true).time(at: 2500) == 10_000)
  }
}
