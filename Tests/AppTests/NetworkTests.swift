import Anime
import App
import TUI
import TUITesting
import Testing

@Suite struct NetworkTests {
  @Test func `The bottom line says when a mirror was last asked`() {
    #expect(Samples.model().bottomLine.hasSuffix("synced 2m ago"))
  }

  @Test func `A sync that somebody asks for begins at once, and only once`() {
    var model = Samples.model()

    #expect(model.type("r") == [.sync(isAsked: true)])
    #expect(model.type("r").isEmpty)
  }

  @Test func `A sync tells bytes, rate and mirror`() {
    var model = Samples.model()
    _ = model.update(.syncing(SyncProgress(mirror: "cdn.example.org", bytes: 1_234_567, rate: 456_000)))

    #expect(model.bottomLine.contains("1.2 MB · 456 kB/s · cdn.example.org"))
  }

  @Test func `The interval asks for a sync in the background`() {
    var model = Samples.model()

    #expect(model.update(.tick(Samples.now + .hours(5))).isEmpty)
    #expect(model.update(.tick(Samples.now + .hours(6))) == [.sync(isAsked: false)])
    #expect(model.update(.tick(Samples.now + .hours(7))).isEmpty)
  }

  @Test func `A catalogue that was never synced is synced at once`() {
    var start = Samples.start(Samples.starterOnly)
    start.synced = nil
    var model = Model(start)

    #expect(model.update(.tick(Samples.now)) == [.sync(isAsked: false)])
  }

  @Test func `Without a network nothing is asked, and the line says so`() {
    var start = Samples.start()
    start.synced = nil
    start.isOffline = true
    var model = Model(start)

    #expect(model.update(.tick(Samples.now)).isEmpty)
    #expect(model.type("r").isEmpty)
    #expect(model.bottomLine.contains("the network is switched off"))
  }

  @Test func `A failure tells since when, and the next try that was announced`() {
    var model = Samples.model()
    let failed = Samples.now + .hours(6)
    _ = model.update(.tick(failed))

    _ = model.update(.synced(.failed(.unreachable, nextTry: failed + .minutes(1))))
    #expect(model.bottomLine.hasSuffix("offline · next try 1m · r retry"))
    #expect(model.update(.tick(failed + .seconds(20))).isEmpty)
    #expect(model.bottomLine.hasSuffix("offline · next try 40s · r retry"))
    #expect(model.update(.tick(failed + .minutes(1))) == [.sync(isAsked: false)])
  }

  @Test func `Where no try was announced the interval decides`() {
    var model = Samples.model()
    let failed = Samples.now + .hours(6)
    _ = model.update(.tick(failed))
    _ = model.update(.synced(.failed(.unreachable, nextTry: nil)))

    #expect(model.update(.tick(failed + .minutes(359))).isEmpty)
    #expect(model.update(.tick(failed + .hours(6))) == [.sync(isAsked: false)])
  }

  @Test func `A background failure is not an alarm, one that was asked for is`() {
    var model = Samples.model()
    _ = model.update(.tick(Samples.now + .hours(6)))
    _ = model.update(.synced(.failed(.refused, nextTry: nil)))
    #expect(!model.bottomLine.contains("refused"))

    model.type("r")
    _ = model.update(.synced(.failed(.refused, nextTry: nil)))
    #expect(model.bottomLine.contains("Nothing was fetched: connection refused."))
  }

  @Test func `News are told, and end the alarm`() {
    var model = Samples.model()
    model.type("r")
    _ = model.update(.synced(.updated(added: 3, changed: 10, removed: 0)))

    #expect(model.bottomLine.contains("Synced: 3 new, 10 changed, 0 gone."))
    #expect(model.bottomLine.hasSuffix("synced just now"))
  }
}
