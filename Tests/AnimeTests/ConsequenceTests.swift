import Anime
import Testing

struct ConsequenceTests {
  let today = CivilDate(year: 2026, month: 8, day: 15)
  let earlier = CivilDate(year: 2026, month: 7, day: 4)
  var entry = ListEntry(show: Samples.id("frieren"))

  func after(_ changes: Change..., episodes: Int? = 28) -> ListEntry {
    entry.applying(entry.withConsequences(of: changes, today: today, episodeCount: episodes))
  }

  @Test func `Who begins to watch begins today`() {
    #expect(after(.status(.watching)).started == today)
    let counted = after(.progress(1))
    #expect(counted.status == .watching)
    #expect(counted.started == today)
    #expect(counted.finished == nil)
  }

  @Test mutating func `A first day that is known stays`() {
    entry.started = earlier
    #expect(after(.status(.watching)).started == earlier)
    entry.started = nil
    #expect(after(.status(.watching), .started(earlier)).started == earlier)
  }

  @Test mutating func `Who has completed a show has watched all of it, and finished today`() {
    entry.status = .watching
    let completed = after(.status(.completed))
    #expect(completed.progress == 28)
    #expect(completed.finished == today)
    #expect(after(.status(.completed), .finished(earlier)).finished == earlier)
    #expect(after(.status(.completed), .progress(20)).progress == 20)
    #expect(after(.status(.completed), episodes: nil).progress == 0)
  }

  @Test mutating func `Who has watched the last episode has completed the show`() {
    entry.status = .watching
    entry.progress = 27
    #expect(after(.progress(28)).status == .completed)
    #expect(after(.progress(28)).finished == today)
    #expect(after(.progress(28), episodes: nil).status == .watching)
    #expect(after(.progress(28), .status(.paused)).status == .paused)
  }

  @Test mutating func `Who watches again begins at the first episode, and the end of it counts`() {
    entry.status = .completed
    entry.progress = 28
    entry.finished = earlier
    #expect(after(.status(.rewatching)).progress == 0)
    entry.status = .rewatching
    entry.progress = 27
    let again = after(.progress(28))
    #expect(again.status == .completed)
    #expect(again.rewatches == 1)
    #expect(again.finished == earlier)
  }

  @Test mutating func `Nothing follows from what changes neither status nor progress`() {
    entry.status = .paused
    #expect(entry.withConsequences(of: [.score(90)], today: today, episodeCount: 28) == [.score(90)])
    #expect(after(.progress(3)).status == .paused)
  }
}
