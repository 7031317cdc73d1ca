import Anime
import Testing

struct DelimitedTextTests {
  @Test(arguments: [
    "plain", "with, comma", "with \"quotes\"", "two\nlines", "two\r\nlines", "=1+1", "-3", "'=1", "夜桜", "", " ", "'",
  ])
  func `A cell comes back from CSV as it went`(_ cell: String) {
    let rows = DelimitedText.rows(DelimitedText.csv([["id", cell, "end"]]), delimiter: ",")
    #expect(rows.map { $0.map(DelimitedText.unguarded) } == [["id", cell, "end"]])
  }

  @Test(arguments: ["\"\u{301},=HYPERLINK(1)", "a\"\u{301}b", "'\u{301}=", "\"great start", "a,\u{301}b", "\""])
  func `A mark that joins a quote breaks no table`(_ cell: String) {
    let rows = [["id", cell, "end"], ["id", "b", "end"]]
    let csv = DelimitedText.rows(DelimitedText.csv(rows), delimiter: ",")
    let tsv = DelimitedText.rows(DelimitedText.tsv(rows), delimiter: "\t")
    #expect(csv.map { $0.map(DelimitedText.unguarded) } == rows)
    #expect(tsv.map { $0.map(DelimitedText.unguarded) } == rows)
  }

  @Test func `Every line end and a byte order mark are understood`() {
    #expect(DelimitedText.rows("\u{FEFF}a,b\r\n\r\nc,\nd", delimiter: ",") == [["a", "b"], ["c", ""], ["d"]])
  }

  @Test func `A cell of TSV holds no tab and no line end`() {
    #expect(DelimitedText.tsv([["a\tb", "c\nd"]]) == "a b\tc d\n")
  }

  @Test func `A number that is less than nothing is no formula`() {
    #expect(DelimitedText.csv([["-3", "-3+1"]]) == "-3,\"'-3+1\"\r\n")
  }

  @Test func `An open quote ends with the text`() {
    #expect(DelimitedText.rows("a,\"b", delimiter: ",") == [["a", "b"]])
  }
}

struct ImportPlanTests {
  let mine = ListEntry(show: Samples.id("frieren"), status: .watching, progress: 3)

  func plan(_ entries: [ImportedEntry], wins: Bool, into list: [ListEntry]) -> ImportPlan {
    ImportPlan(
      entries, into: Dictionary(uniqueKeysWithValues: list.map { ($0.show, $0) }),
      of: Catalogue(shows: [], sites: []),
      identify: { entry, _ in ShowIdentity(id: entry.id ?? Samples.id("other"), title: entry.title) },
      wins: { _, _, _ in wins })
  }

  @Test(arguments: [true, false])
  func `What is not in the list is filled in, whoever wins`(_ wins: Bool) {
    let entry = ImportedEntry(id: mine.show, changes: [.status(.completed), .score(90)])
    let item = plan([entry], wins: wins, into: [mine]).items.first
    #expect(item?.after.score == 90)
    #expect(item?.after.status == (wins ? .completed : .watching))
    #expect(item?.refused == (wins ? [] : [.status(.completed)]))
  }

  @Test func `What the list says already is no change`() {
    let plan = plan([ImportedEntry(id: mine.show, changes: [.progress(3)])], wins: true, into: [mine])
    #expect(plan.items.count == 1)
    #expect(plan.edits.isEmpty)
  }

  @Test func `Of two entries about one show the later one counts`() {
    let entries = [3, 4, 3].map { ImportedEntry(id: mine.show, changes: [.progress($0)]) }
    #expect(plan(Array(entries.prefix(2)), wins: true, into: [mine]).edits.first?.changes == [.progress(4)])
    #expect(plan(entries, wins: true, into: [mine]).edits.isEmpty)
  }

  @Test func `A show that no catalogue has is kept under its own name`() {
    let item = plan([ImportedEntry(title: "遠い国", changes: [.progress(1)])], wins: true, into: []).items.first
    #expect(item?.match == .unknown)
    #expect(item?.show.title == "遠い国")
  }
}
