import Playback
import Testing

@Suite struct PlaybackSessionTests {
  private static let minute = 60_000
  private static let length = 24 * minute
  private static let chapters = [
    MediaChapter(start: 0, title: "Prologue"), MediaChapter(start: 2 * minute, title: "Opening"),
    MediaChapter(start: 3 * minute + 30_000, title: "Part A"), MediaChapter(start: 21 * minute, title: "ED 2"),
    MediaChapter(start: 22 * minute + 30_000, title: "Preview"),
  ]

  /// A session of an episode of 24 minutes that plays.
  private static func session(
    _ rules: PlaybackRules = PlaybackRules(), hasNext: Bool = true, chapters: [MediaChapter] = chapters
  ) -> PlaybackSession {
    var session = PlaybackSession(rules: rules, hasNext: hasNext)
    _ = session.take(
      .loaded(MediaDescription(duration: length, picture: PixelSize(width: 1280, height: 720), chapters: chapters)),
      at: 0)
    return session
  }

  /// Plays from one time to the other, a second after the other, and returns what was asked for besides keeping.
  private static func play(_ session: inout PlaybackSession, from: Int, to end: Int, rate: Int = 100) -> [PlaybackStep]
  {
    stride(from: from, through: end, by: 1000).flatMap { time in
      session.take(
        .position(PlaybackPosition(time: time, moment: time * 100 / rate, rate: rate)), at: time * 100 / rate)
    }.filter { stretch(of: $0) == nil }
  }

  /// What is to be kept; nil where something else is to be done.
  private static func stretch(of step: PlaybackStep) -> PlayedStretch? {
    if case .keep(let stretch) = step { stretch } else { nil }
  }

  @Test func `An episode counts as watched at 85 percent, and once`() {
    var session = Self.session()

    #expect(Self.play(&session, from: 0, to: 20 * Self.minute).isEmpty)
    #expect(Self.play(&session, from: 20 * Self.minute + 1000, to: 23 * Self.minute) == [.watched])
    #expect(session.isWatched)
  }

  @Test func `Who takes that back is not contradicted`() {
    var session = Self.session()
    _ = Self.play(&session, from: 20 * Self.minute, to: 21 * Self.minute)

    #expect(session.toggleWatched() == [.unwatched])
    #expect(Self.play(&session, from: 21 * Self.minute, to: 23 * Self.minute).isEmpty)
    #expect(session.toggleWatched() == [.watched])
  }

  @Test func `Where nobody knows how long it is, it counts at its end`() {
    var session = PlaybackSession(rules: PlaybackRules(), hasNext: false)
    _ = session.take(.loaded(MediaDescription(duration: nil, picture: nil)), at: 0)

    #expect(Self.play(&session, from: 0, to: Self.minute).isEmpty)
    #expect(session.take(.ended, at: 60_000).first == .watched)
  }

  @Test func `A film that breaks off counts as nothing, and nothing follows it`() {
    var session = Self.session()
    _ = Self.play(&session, from: 0, to: 6000)
    let steps = session.take(.ended, at: 7000)

    #expect(steps.last == .brokenOff(at: 6000))
    #expect(!session.isWatched && session.countdown(at: 7000) == nil)
    #expect(session.pass(to: 10_000_000).isEmpty)
    #expect(steps.compactMap(Self.stretch).map(\.position) == [6000])
  }

  @Test func `A film that is a little shorter than it says was seen to its end`() {
    var session = Self.session()
    _ = session.take(.position(PlaybackPosition(time: Self.length - 20_000, moment: 0)), at: 0)

    #expect(session.take(.ended, at: 100) == [.offerNext(in: 10_000)])
    #expect(session.isWatched)
  }

  @Test func `What was skipped once is not skipped again because the player was lost`() {
    var session = Self.session(PlaybackRules(skipsChapters: true))
    _ = Self.play(&session, from: 110_000, to: 125_000)
    _ = session.take(.position(PlaybackPosition(time: 130_000, moment: 200_000)), at: 200_000)
    _ = session.take(
      .loaded(MediaDescription(duration: Self.length, picture: nil, chapters: Self.chapters)), at: 201_000)
    let steps = session.take(.position(PlaybackPosition(time: 131_000, moment: 202_000)), at: 202_000)

    #expect(!steps.contains { if case .skipped = $0 { true } else { false } })
  }

  @Test func `Only playing counts as time`() {
    var session = Self.session()
    _ = Self.play(&session, from: 0, to: 10_000)
    _ = session.take(.position(PlaybackPosition(time: 10_000, moment: 10_000, isPaused: true)), at: 10_000)
    _ = session.take(.position(PlaybackPosition(time: 10_000, moment: 500_000, isPaused: true)), at: 500_000)
    _ = session.take(.position(PlaybackPosition(time: 10_000, moment: 500_000)), at: 500_000)
    _ = session.take(.position(PlaybackPosition(time: 11_000, moment: 501_000)), at: 501_000)

    #expect(
      session.leave() == [.keep(PlayedStretch(position: 11_000, duration: Self.length, played: 11_000))])
  }

  @Test func `Whoever leaves right after going elsewhere is there`() {
    var session = Self.session()
    _ = Self.play(&session, from: 0, to: 10_000)
    session.heed(.seek(to: 600_000), at: 10_000)
    _ = session.take(.position(PlaybackPosition(time: 10_050, moment: 10_050)), at: 10_050)

    #expect(session.leave() == [.keep(PlayedStretch(position: 600_000, duration: Self.length, played: 10_050))])
  }

  @Test func `Where the player went counts, once it is there or had the time to be`() {
    var session = Self.session()
    _ = Self.play(&session, from: 0, to: 10_000)
    session.heed(.seek(to: 600_000), at: 10_000)
    var late = session
    _ = session.take(.position(PlaybackPosition(time: 599_000, moment: 10_100)), at: 10_100)
    _ = session.take(.position(PlaybackPosition(time: 300_000, moment: 10_200)), at: 10_200)
    #expect(session.leave().compactMap(Self.stretch).map(\.position) == [300_000])

    _ = late.take(.position(PlaybackPosition(time: 12_001, moment: 12_001)), at: 12_001)
    #expect(late.leave().compactMap(Self.stretch).map(\.position) == [12_001])
  }

  @Test func `Whoever goes elsewhere in a pause has that place kept`() {
    var session = Self.session()
    _ = session.take(.position(PlaybackPosition(time: 10_000, moment: 0, isPaused: true)), at: 0)
    session.heed(.seek(to: 600_000), at: 10)
    _ = session.take(.position(PlaybackPosition(time: 600_000, moment: 100, isPaused: true)), at: 100)

    #expect(session.leave() == [.keep(PlayedStretch(position: 600_000, duration: Self.length, played: 0))])
  }

  @Test func `Media that cannot go elsewhere stay where they are`() {
    var session = Self.session()
    _ = session.take(
      .loaded(MediaDescription(duration: Self.length, picture: nil, isSeekable: false)), at: 0)
    _ = Self.play(&session, from: 0, to: 10_000)
    session.heed(.seek(to: 600_000), at: 10_000)

    #expect(session.leave().compactMap(Self.stretch).map(\.position) == [10_000])
  }

  @Test func `What was played is kept every five minutes, so that no crash costs more`() {
    var session = Self.session()
    var kept: [PlayedStretch] = []
    for time in stride(from: 0, through: 11 * Self.minute, by: 1000) {
      kept += session.take(.position(PlaybackPosition(time: time, moment: time)), at: time).compactMap(Self.stretch)
    }
    let times = [5 * Self.minute, 10 * Self.minute]
    #expect(kept == times.map { PlayedStretch(position: $0, duration: Self.length, played: 5 * Self.minute) })
    #expect(session.leave().compactMap(Self.stretch).map(\.played) == [Self.minute])
  }

  @Test func `A machine that slept watched nothing`() {
    var session = Self.session()
    _ = Self.play(&session, from: 0, to: 10_000)
    _ = session.take(.position(PlaybackPosition(time: 11_000, moment: 9_000_000)), at: 9_000_000)

    #expect(session.leave() == [.keep(PlayedStretch(position: 11_000, duration: Self.length, played: 12_000))])
  }

  @Test func `Twice the speed is half the time`() {
    var session = Self.session()
    _ = Self.play(&session, from: 0, to: 60_000, rate: 200)

    #expect(session.leave() == [.keep(PlayedStretch(position: 60_000, duration: Self.length, played: 30_000))])
  }

  @Test func `Openings and endings are skipped by the names of chapters, where that is wanted`() {
    var session = Self.session(PlaybackRules(skipsChapters: true))

    #expect(
      Self.play(&session, from: Self.minute, to: 2 * Self.minute)
        == [.send(.seek(to: 210_000)), .skipped(.opening, from: 120_000)])
    #expect(Self.play(&session, from: 210_000, to: 240_000).isEmpty)
    #expect(
      Self.play(&session, from: 241_000, to: 21 * Self.minute)
        == [.watched, .send(.seek(to: 1_350_000)), .skipped(.ending, from: 1_260_000)])

    var plain = Self.session()
    #expect(Self.play(&plain, from: Self.minute, to: 4 * Self.minute).isEmpty)
  }

  @Test func `What the user marked comes before chapters`() {
    let mark = SkippedSpan(.opening, 60_000..<90_000)
    var session = Self.session(PlaybackRules(skipsChapters: true, marks: [mark]))

    #expect(Self.play(&session, from: 0, to: 60_000) == [.send(.seek(to: 90_000)), .skipped(.opening, from: 60_000)])
    #expect(Self.play(&session, from: 90_000, to: 4 * Self.minute).isEmpty)
  }

  @Test func `Who jumps into an opening sees it`() {
    var session = Self.session(PlaybackRules(skipsChapters: true))
    _ = Self.play(&session, from: 0, to: 10_000)
    _ = session.take(.position(PlaybackPosition(time: 130_000, moment: 10_100)), at: 10_100)

    #expect(Self.play(&session, from: 131_000, to: 5 * Self.minute).isEmpty)
  }

  @Test func `Who goes back after a skip sees the opening`() {
    var session = Self.session(PlaybackRules(skipsChapters: true))
    _ = Self.play(&session, from: 100_000, to: 120_000)
    _ = Self.play(&session, from: 210_000, to: 220_000)

    #expect(Self.play(&session, from: 120_000, to: 200_000).isEmpty)
  }

  @Test(arguments: ["Part A", "Opera", "Editor's cut", "", "Eyecatch"])
  func `A chapter with another name is none`(_ title: String) {
    let chapters = [MediaChapter(start: 0, title: title), MediaChapter(start: 90_000, title: "B")]

    #expect(SkippedSpan.spans(in: chapters, duration: Self.length).isEmpty)
  }

  @Test(arguments: ["OP", "Opening", "op 2", "Intro", "オープニング", "片头", "Opening (NC)"])
  func `An opening is known by the names that it has in files`(_ title: String) {
    let chapters = [MediaChapter(start: 0, title: title), MediaChapter(start: 90_000, title: "B")]

    #expect(SkippedSpan.spans(in: chapters, duration: Self.length) == [SkippedSpan(.opening, 0..<90_000)])
  }

  @Test func `A chapter that is most of the film is no opening`() {
    #expect(SkippedSpan.spans(in: [MediaChapter(start: 0, title: "Intro")], duration: Self.length).isEmpty)
  }

  @Test func `The next episode is offered at the end, and begins when the countdown is over`() {
    var session = Self.session()
    _ = Self.play(&session, from: 23 * Self.minute, to: Self.length)
    let end = Self.length

    #expect(session.take(.ended, at: end).last == .offerNext(in: 10_000))
    #expect(session.countdown(at: end + 4000) == 6000)
    #expect(session.pass(to: end + 9999).isEmpty)
    #expect(session.pass(to: end + 10_000) == [.playNext])
    #expect(session.pass(to: end + 20_000).isEmpty)
  }

  @Test func `Who declines waits for ever, and who goes back goes on`() {
    var session = Self.session()
    _ = Self.play(&session, from: 23 * Self.minute, to: Self.length)
    _ = session.take(.ended, at: Self.length)

    #expect(session.declineNext() == [.withdrawNext])
    #expect(session.pass(to: Self.length * 2).isEmpty)

    var other = Self.session()
    _ = Self.play(&other, from: 23 * Self.minute, to: Self.length)
    _ = other.take(.ended, at: Self.length)
    let back = PlaybackPosition(time: 60_000, moment: Self.length + 1)
    #expect(other.take(.position(back), at: Self.length + 1).first == .withdrawNext)
    #expect(other.pass(to: Self.length * 2).isEmpty)
  }

  @Test func `The last episode offers nothing`() {
    var session = Self.session(hasNext: false)
    _ = Self.play(&session, from: 23 * Self.minute, to: Self.length)

    #expect(!session.take(.ended, at: Self.length).contains { if case .offerNext = $0 { true } else { false } })
    #expect(session.pass(to: .max).isEmpty)
  }

  @Test(arguments: UInt64(0)..<200)
  func `Whatever the player tells, nothing impossible is asked for`(_ seed: UInt64) {
    var story = PlaybackStory(seed: seed)
    story.run()

    #expect(story.watched <= 1 + story.toggles)
    #expect(story.played <= story.elapsed)
    #expect(story.positions.allSatisfy { (0...story.length).contains($0) })
    #expect(story.jumps.allSatisfy { (0...story.length).contains($0) })
    #expect(story.jumps.count <= 3)
    #expect(story.starts <= 1)
    #expect(story.afterLeaving.isEmpty)
  }
}
