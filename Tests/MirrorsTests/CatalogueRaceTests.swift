import Mirrors
import Testing

private typealias TestRace = CatalogueRace<String>

private func race(needVersion: [Bool], sources: Int, present: String? = nil) -> (TestRace, [TestRace.Action]) {
  let mirrors = needVersion.enumerated().map { TestRace.Mirror(needsVersion: $1, group: "\($0)") }
  var race = TestRace(
    mirrors: mirrors, sourceCount: sources, present: present.flatMap { Version($0) }, versionUnknown: "no version")
  let actions = race.handle(.begin, at: .zero)
  return (race, actions)
}

private func told(_ version: String) throws -> TestRace.Event {
  .versionTold(source: 0, try #require(Version(version)))
}

@Suite struct `The fetch of a catalogue` {
  @Test func `asks mirrors for the version that the sources tell`() throws {
    var (race, actions) = race(needVersion: [true], sources: 1, present: "0.3.221")

    #expect(actions == [.ask(source: 0), .wake(at: .milliseconds(500))])
    #expect(race.handle(try told("0.3.222"), at: .zero) == [.mirror(.start(0))])
    #expect(race.version?.description == "0.3.222")
  }

  @Test(arguments: ["0.3.222", "0.3.221", "0.3.9"])
  func `is over when nothing is newer`(_ version: String) throws {
    var (race, _) = race(needVersion: [true], sources: 1, present: "0.3.222")
    let unchanged = TestRace.Outcome.unchanged(try #require(Version(version)))

    #expect(race.handle(try told(version), at: .zero) == [.end(unchanged)])
  }

  @Test func `begins with the mirrors where there are no sources`() {
    #expect(race(needVersion: [false], sources: 0).1 == [.mirror(.start(0))])
  }

  @Test func `tries what needs no version when nobody tells one for too long`() {
    var (race, _) = race(needVersion: [true, false], sources: 1)

    #expect(race.handle(.tick, at: .milliseconds(500)) == [.mirror(.start(1))])
  }

  @Test func `stops that try when nothing turns out to be newer`() throws {
    var (race, _) = race(needVersion: [true, false], sources: 1, present: "0.3.222")
    _ = race.handle(.tick, at: .milliseconds(500))
    let unchanged = TestRace.Outcome.unchanged(try #require(Version("0.3.222")))

    #expect(race.handle(try told("0.3.222"), at: .seconds(1)) == [.mirror(.cancel(1)), .end(unchanged)])
  }

  @Test func `notes the mirrors that it could never ask`() {
    var (race, _) = race(needVersion: [true, false], sources: 1)
    _ = race.handle(.sourceFailed(source: 0, "refused"), at: .zero)

    #expect(race.handle(.mirror(.failed(1, "stalled")), at: .seconds(1)) == [.end(.raced(.failed))])
    #expect(race.failures.map(\.reason) == ["refused", "no version", "stalled"])
  }

  @Test func `stops asking the sources once it has a catalogue`() {
    var (race, _) = race(needVersion: [false], sources: 1)
    _ = race.handle(.tick, at: .milliseconds(500))
    _ = race.handle(.mirror(.finished(0)), at: .seconds(1))

    #expect(
      race.handle(.mirror(.accepted(0)), at: .seconds(1))
        == [.stopAsking(source: 0), .end(.raced(.accepted(0)))])
  }
}
