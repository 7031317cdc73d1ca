import Anime
import App
import TUI
import TUITesting
import Testing

/// Shows that are marked, and changed together.
@Suite struct WatchlistMarkTests {
  /// The shows of the effect that asks for changes; the list begins with ダンダダン, 凡人修仙传, ﾊﾝｶｸ.
  private func shows(_ effects: [Effect]) -> [ShowID] {
    effects.flatMap { effect in if case .edit(let edits) = effect { edits.map(\.show) } else { [ShowID]() } }
  }

  @Test func `Space marks a show and goes to the next, and the number is shown`() {
    var model = WatchlistSamples.model("<Space><Space>")
    #expect(model.rows[1].contains("2 marked"))
    #expect(model.rows.count { $0.hasPrefix("│▌") } == 2)

    model.type("k<Space>")
    #expect(model.rows[1].contains("1 marked"))
  }

  @Test func `A key that changes the list changes all marked shows as one step`() {
    var model = WatchlistSamples.model("<Space><Space>")

    #expect(
      model.type("s4") == [
        .edit([
          ShowEdit(Samples.dandadan.id, [.status(.paused)]), ShowEdit(Samples.ling.id, [.status(.paused)]),
        ])
      ])
  }

  @Test func `One more episode is counted for each marked show from where it is`() {
    var model = WatchlistSamples.model("<Space><Space>")

    #expect(
      model.type("w") == [
        .edit([ShowEdit(Samples.dandadan.id, [.progress(4)]), ShowEdit(Samples.ling.id, [.progress(121)])])
      ])
  }

  @Test func `Following marked shows follows those that are not followed yet`() {
    var model = WatchlistSamples.model("a")

    #expect(Set(shows(model.type("f"))) == [Samples.dandadan.id, Samples.ling.id, Samples.emoji.id])
    #expect(shows(model.type("f")).count == 5)
  }

  @Test func `A range is marked from where it begins to where one goes`() {
    var model = WatchlistSamples.model("vjj")
    #expect(model.rows[1].contains("3 marked"))

    model.type("k")
    #expect(model.rows[1].contains("2 marked"))

    model.type("vG")
    #expect(model.rows[1].contains("2 marked"))
    #expect(Set(shows(model.type("w"))) == [Samples.dandadan.id, Samples.ling.id])
  }

  @Test func `A range can go upwards`() {
    let model = WatchlistSamples.model("GVkk")
    #expect(model.rows[1].contains("3 marked"))
  }

  @Test func `All shows that the filter lets pass are marked, and no others`() {
    var model = WatchlistSamples.model("/tag:isekai<Enter>a")
    #expect(model.rows[1].contains("2 marked"))

    model.type("<Esc>")
    #expect(Set(shows(model.type("w"))) == [Samples.mushoku.id, Samples.skeleton.id])
  }

  @Test func `Marking all where all are marked marks none, and one key always does`() {
    var model = WatchlistSamples.model("aa")
    #expect(!model.rows[1].contains("marked"))

    model.type("<Space>lA")
    #expect(!model.rows[1].contains("marked"))
  }

  @Test func `Marks stay with their shows when the list is sorted anew`() {
    var model = WatchlistSamples.model("<Space>ooo")
    #expect(model.rows.contains { $0.hasPrefix("│▌") && $0.contains("ダンダダン") })
    #expect(shows(model.type("w")) == [Samples.dandadan.id])
  }

  @Test func `Marks that the list does not show are told`() {
    let model = WatchlistSamples.model("<Space><Space>/tag:isekai<Enter>")
    #expect(model.rows[1].contains("2 marked, 2 not in this list"))
  }

  @Test func `Escape leaves the range, then the search, then the marks`() {
    var model = WatchlistSamples.model("<Space>/tag:isekai<Enter>v")
    #expect(model.rows[1].contains("2 marked"))

    model.type("<Esc>")
    #expect(model.rows[1].contains("1 marked, 1 not in this list"))
    model.type("<Esc>")
    #expect(model.rows[1].contains("1 marked ·"))
    model.type("<Esc>")
    #expect(!model.rows[1].contains("marked"))
  }

  @Test func `A show that leaves the list takes its mark with it`() {
    var model = WatchlistSamples.model("<Space>")
    var left = WatchlistSamples.library
    left.entries[Samples.dandadan.id] = nil

    _ = model.update(.library(left))

    #expect(!model.rows[1].contains("marked"))
  }

  @Test func `What was saved for several shows is said once, with the key that takes it back`() {
    var model = WatchlistSamples.model(columns: 120)
    let edits = [Samples.dandadan, Samples.ling].map { ShowEdit($0.id, [.status(.paused), .tags([$0.titles.native])]) }

    _ = model.update(.edited(edits))

    #expect(model.bottomLine.contains("saved · 2 shows · paused, Tags · u undoes it"))
  }

  @Test func `What takes it back stays in sight behind a long note`() {
    var model = WatchlistSamples.model()

    _ = model.update(.edited([ShowEdit(Samples.ling.id, [.note(String(repeating: "long ", count: 100))])]))

    #expect(model.bottomLine.contains("u undoes it"))
  }

  @Test func `The prompts name how many shows they are about`() {
    var model = WatchlistSamples.model("<Space><Space>S", columns: 120)
    #expect(model.bottomLine.contains("2 shows"))

    #expect(
      model.type("7<Enter>") == [
        .edit([ShowEdit(Samples.dandadan.id, [.score(70)]), ShowEdit(Samples.ling.id, [.score(70)])])
      ])
  }

  @Test func `Where nothing would change, that is said and nothing is written`() {
    var model = WatchlistSamples.model("aWWWWWWs2")
    #expect(model.type("s2").isEmpty)
    #expect(model.bottomLine.contains("it is so already"))
  }
}
