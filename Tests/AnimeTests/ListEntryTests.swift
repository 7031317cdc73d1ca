import Anime
import Testing

struct ListEntryTests {
  let day = CivilDate(year: 2026, month: 8, day: 15)

  @Test func `Tags are harmless, sorted, and each there once`() {
    #expect(Tags.clean(["夜, b", "b", " a\u{202E}", ",", "\u{1B}[31m"]) == ["a", "b", "夜"])
    #expect(Tags.clean((0..<200).map { "\($0)" }).count == Tags.greatestCount)
  }

  @Test func `Tags are added and taken off, whatever stands there`() {
    var entry = ListEntry(show: Samples.id("frieren"))
    entry.tags = ["a", "b"]
    #expect(entry.tagging(adding: ["c", "a"], removing: ["b", "d"]) == .tags(["a", "c"]))
  }

  @Test func `Of two delays of one day the last one said counts, and days stand in order`() {
    var entry = ListEntry(show: Samples.id("frieren"))
    entry.delays = [Delay(of: day, by: 30)]
    let earlier = Delay(of: day.adding(days: -7), by: nil)
    #expect(entry.delaying([Delay(of: day, by: nil), earlier]) == .delays([earlier, Delay(of: day, by: nil)]))
  }

  @Test(arguments: [
    ("2026-08-15", nil), ("2026-08-15+30m", 30), ("2026-08-15+1d2h", 1560), ("2026-08-15-15m", -15),
    ("2026-08-15+7d", 10_080), ("2026-08-15+0m", 0),
  ])
  func `A delay is written as it is read`(_ text: String, _ minutes: Int?) {
    #expect(Delay(text) == Delay(of: day, by: minutes))
    #expect(Delay(of: day, by: minutes).description == text)
  }

  @Test(arguments: [("2026-08-15+45", 45), ("2026-08-15+1w", 10_080), ("2026-08-15+90m", 90)])
  func `Minutes need no unit, and a week is one`(_ text: String, _ minutes: Int) {
    #expect(Delay(text)?.by == minutes)
  }

  @Test(arguments: [
    "", "2026-8-15", "2026-08-32", "2026-08-15+", "2026-08-15+m", "2026-08-15+1h1h", "2026-08-15+30m1h",
    "2026-08-15 30",
    "2026-08-15+1h30", "2026-08-15+400d", "2026-08-15-8d", "9999-01-01",
  ])
  func `What is no delay is none`(_ text: String) {
    #expect(Delay(text) == nil)
  }

  @Test func `Fields of other programs keep their lines, and strange names are no fields`() {
    let fields = ForeignFields.clean(["mal.my_comments": "一\n\u{7}二", "mal": "x", "a.b.c": "x", "mal.my tags": "x"])
    #expect(fields == ["mal.my_comments": "一\n二"])
  }
}
