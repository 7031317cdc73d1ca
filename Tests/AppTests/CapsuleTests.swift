import Anime
import App
import TUI
import TUITesting
import Testing

@Suite struct CapsuleTests {
  private func capsule(
    _ overview: CapsuleOverview = Samples.capsule, columns: Int = 120, rows: Int = 36
  ) -> Model {
    var model = Samples.model(columns: columns, rows: rows)
    model.type("5")
    _ = model.update(.capsule(overview))
    return model
  }

  private func text(_ model: Model) -> String { ScreenPicture(model.frame.buffer).text }

  @Test func `The capsule is read when its screen is entered, and again when the library changes under it`() {
    var model = Samples.model()

    #expect(model.type("5") == [.loadCapsule])
    #expect(text(model).contains("Reading the capsule."))
    #expect(model.update(.library(Samples.library)) == [.loadCapsule])
    model.type("1")
    #expect(model.update(.library(Samples.library)).isEmpty)
  }

  @Test func `Why the capsule could not be read stands in its place, until it can be`() {
    var model = Samples.model()
    model.type("5")

    _ = model.update(.failed(.damaged(sequence: 812)))
    #expect(ScreenPicture(model.frame.buffer).rows[2].contains("Commit 812 is damaged"))
    _ = model.update(.capsule(Samples.capsule))
    #expect(ScreenPicture(model.frame.buffer).rows[2].contains("August 2026"))
  }

  @Test func `Tab comes by the capsule`() {
    var model = Samples.model()
    model.type("4")

    #expect(model.type("<Tab>") == [.loadCapsule])
    #expect(text(model).contains("╭ Capsule "))
  }

  @Test func `Enter looks at the catalogue as of the selected commit`() {
    var model = capsule()

    #expect(model.type("jj<Enter>") == [.travelToCommit(Samples.commits[2].id)])
    _ = model.update(.travelled(Samples.moment, Samples.pastLibrary))
    #expect(text(model).contains("╭ Catalogue · 19 shows"))
  }

  @Test func `Verifying says so, asks once, and tells what came of it`() {
    var model = capsule()

    #expect(model.type("v") == [.verifyCapsule(readAll: false)])
    #expect(text(model).contains("being checked…"))
    #expect(model.type("V").isEmpty)
    _ = model.update(.verified(damaged: 0, readAll: false))
    #expect(model.bottomLine.contains("The structure was checked: the capsule is whole."))
    #expect(model.type("V") == [.verifyCapsule(readAll: true)])
    _ = model.update(.verified(damaged: 3, readAll: true))
    #expect(model.bottomLine.contains("3 damaged"))
  }

  @Test func `Accepting asks first, with what would go`() {
    var model = capsule()

    #expect(model.type("A").isEmpty)
    #expect(model.bottomLine.contains("Accept, and lose 8,127 shows of bangumi-data?  y yes  n no"))
    #expect(model.type("j<Enter>").isEmpty)
    #expect(model.bottomLine.contains("8,127"))
    #expect(model.type("y") == [.accept(provider: "bangumi-data")])
    _ = model.update(.accepted(provider: "bangumi-data", removed: 8127))
    #expect(model.bottomLine.contains("accepted · bangumi-data · 8,127 shows gone"))
  }

  @Test func `Where nothing is set aside there is nothing to accept`() {
    var overview = Samples.capsule
    overview.setAside = []
    var model = capsule(overview)

    model.type("A")
    #expect(model.bottomLine.contains("Nothing is set aside."))
  }

  @Test(arguments: ["n", "<Esc>", "q", "<C-c>"])
  func `A question is left without doing anything`(_ key: String) {
    var model = capsule()

    #expect(model.type("jjjjR" + key).isEmpty)
    #expect(model.isRunning)
    #expect(model.type("y").isEmpty)
  }

  @Test func `Restoring asks first, and neither the present nor what was given up is restored`() {
    var model = capsule()

    model.type("R")
    #expect(model.bottomLine.contains("Commit 815 is the present already."))
    model.type("jjjjR")
    #expect(model.bottomLine.contains("Bring the catalogue of commit 811, 2026-08-11, back?  y yes  n no"))
    #expect(model.type("y") == [.restore(commit: Samples.commits[4].id)])
    _ = model.update(.restored(sequence: 811))
    #expect(model.bottomLine.contains("commit 811 is the present again"))
    model.type("jjjR")
    #expect(model.bottomLine.contains("The content of commit 807 was given up"))
  }

  @Test func `Keys of the capsule mean nothing elsewhere, and say so by name`() {
    var model = Samples.model()

    #expect(model.type(":verify<Enter>").isEmpty)
    #expect(model.bottomLine.contains("verify"))
  }

  @Test(arguments: [
    ((37, 37, 0), "all 37 shows on your list stay whole."),
    ((1, 1, 0), "the show on your list stays whole."),
    ((37, 36, 1), "36 of 37 shows on your list stay whole, 1 by its title only."),
    ((37, 33, 2), "33 of 37 shows on your list stay whole, 2 by their titles only, 2 not at all."),
    ((0, 0, 0), "what is here stays. Your list is empty so far."),
  ]) func `What would stay is said honestly`(_ counts: (listed: Int, whole: Int, titleOnly: Int), _ words: String) {
    var overview = Samples.capsule
    overview.coverage = .init(listed: counts.listed, whole: counts.whole, titleOnly: counts.titleOnly)
    let model = capsule(overview, columns: 240, rows: 60)
    let words = "If every server vanished now: \(words)".wrapped(to: 86)

    #expect(words.allSatisfy { text(model).contains($0) })
  }

  @Test func `A disk without room is told with what is still stored`() {
    var overview = Samples.capsule
    overview.room = 2_100_000_000
    let model = capsule(overview, columns: 200, rows: 60)

    #expect(text(model).contains("2.1 GB free"))
    #expect(text(model).contains("less than 3.0 GB is free: no new content is stored, your changes are"))
  }

  @Test func `The bar beside the free room is as long as there is room`() {
    func filled(_ room: Int64?) -> Int {
      var overview = Samples.capsule
      overview.room = room
      let rows = capsule(overview, columns: 200, rows: 60).rows
      return rows.first { $0.contains("free") && !$0.contains("less than") }?.filter { $0 == "━" }.count ?? 0
    }

    #expect(filled(900_000_000_000) == 12)
    #expect(filled(3_012_431_022) == 6)
    #expect(filled(2_100_000_000) == 0)
  }

  @Test func `A show is pinned with one key, and its card says so`() {
    var model = Samples.model()

    #expect(model.type("/カウボーイ<Enter>P") == [.edit(Samples.bebop.id, [.pinned(true)])])
    model.type("<Enter>")
    #expect(text(model).contains("◆ pinned"))
    #expect(model.type("P") == [.edit(Samples.bebop.id, [.pinned(false)])])
  }

  // MARK: Versions of a show

  @Test func `A show's versions are asked for when it is opened, and again after a commit only`() {
    var model = Samples.model(columns: 120, rows: 36)
    let readings: [Effect] = [.loadHistory(Samples.mushoku.id), .loadEpisodes(Samples.mushoku.id, commit: nil)]
    #expect(model.type("/無職<Enter><Enter>") == readings)
    #expect(text(model).contains("Reading the versions."))

    #expect(model.update(.library(Samples.library)).isEmpty)
    #expect(model.update(.library(Samples.pastLibrary)) == readings)
  }

  @Test func `Versions are told field by field, before and after`() {
    var model = Samples.model(columns: 200, rows: 60)
    model.type("/無職<Enter><Enter>")
    _ = model.update(.history(Samples.mushoku.id, Samples.history))

    #expect(text(model).contains("2026-08-15  episodes  – → 24"))
    #expect(text(model).contains("begin     2026-07-05 → 2026-07-04"))
    #expect(text(model).contains("type      Web → TV"))
    #expect(text(model).contains("2024-03-22  added · bangumi-data"))
  }

  @Test func `A time that moved within its day is told with the clock`() {
    var model = Samples.model(columns: 200, rows: 60)
    model.type("/無職<Enter><Enter>")
    let change = ShowVersion.FieldChange(.end, before: "2026-09-26T11:00:00Z", after: "2026-09-26T11:30:00Z")
    let version = ShowVersion(
      sequence: 9, time: Samples.now, provider: "bangumi-data", event: .changed([change]))
    _ = model.update(.history(Samples.mushoku.id, [version, Samples.history[3]]))

    #expect(text(model).contains("end  2026-09-26 20:00 → 2026-09-26 20:30"))
  }

  @Test func `One version, none, and versions that could not be read are each told`() {
    var model = Samples.model(columns: 120, rows: 36)
    model.type("/無職<Enter><Enter>")

    _ = model.update(.failed(.other("broken")))
    #expect(text(model).contains("The versions could not be read."))
    _ = model.update(.history(Samples.mushoku.id, []))
    #expect(text(model).contains("The capsule keeps no version of it yet."))
    _ = model.update(.history(Samples.mushoku.id, [Samples.history[3]]))
    #expect(text(model).contains("Only one version so far, of 2024-03-22."))
    _ = model.update(.history(Samples.bebop.id, Samples.history))
    #expect(text(model).contains("Only one version so far"))
  }
}
