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

/// What is told at `source`.
private func told(_ version: String, by source: Int) throws -> TestRace.Event {
  .versionTold(source: source, try #require(Version(version)))
}

@Suite struct `A version that no mirror has` {
  /// A fetch that asks its two sources one after the other, and two mirrors for what the first one tells.
  private func raceAfterLie() throws -> TestRace {
    var race = TestRace(
      mirrors: [.init(needsVersion: true, group: "0"), .init(needsVersion: true, group: "1")], sourceCount: 2,
      present: Version("0.3.5"), versionUnknown: "no version", witnesses: 1)
    #expect(race.handle(.begin, at: .zero).first == .ask(source: 0))
    #expect(race.handle(try told("0.3.99", by: 0), at: .zero).first == .mirror(.start(0)))
    #expect(race.handle(.missing(mirror: 0, "404"), at: .seconds(1)).first == .mirror(.start(1)))
    return race
  }

  @Test func `is not believed: the next source is asked, and what it tells is fetched`() throws {
    var race = try raceAfterLie()

    #expect(race.handle(.missing(mirror: 1, "404"), at: .seconds(2)).first == .ask(source: 1))
    #expect(race.handle(try told("0.3.6", by: 1), at: .seconds(3)).first == .mirror(.start(0)))
    #expect(race.version?.description == "0.3.6")
    _ = race.handle(.mirror(.finished(0)), at: .seconds(4))
    #expect(race.handle(.mirror(.accepted(0)), at: .seconds(4)).last == .end(.raced(.accepted(0))))
  }

  @Test func `brings nothing where the next source knows of nothing newer`() throws {
    var race = try raceAfterLie()
    _ = race.handle(.missing(mirror: 1, "404"), at: .seconds(2))
    let present = try #require(Version("0.3.5"))

    #expect(race.handle(try told("0.3.5", by: 1), at: .seconds(3)) == [.end(.unchanged(present))])
  }

  @Test func `ends the fetch where every source tells it`() throws {
    var race = try raceAfterLie()
    _ = race.handle(.missing(mirror: 1, "404"), at: .seconds(2))

    #expect(race.handle(try told("0.3.99", by: 1), at: .seconds(3)) == [.end(.raced(.failed))])
    #expect(race.failures.map(\.reason) == ["404", "404"])
  }

  @Test func `gives way at once to a lower one that another source has told`() throws {
    var (race, _) = race(needVersion: [true], sources: 2, present: "0.3.5")
    _ = race.handle(.tick, at: .milliseconds(100))
    _ = race.handle(try told("0.3.99", by: 0), at: .milliseconds(110))
    _ = race.handle(try told("0.3.6", by: 1), at: .milliseconds(120))

    #expect(race.handle(.missing(mirror: 0, "404"), at: .seconds(1)) == [.mirror(.start(0))])
    #expect(race.version?.description == "0.3.6")
  }

  @Test func `is believed while mirrors merely fail`() throws {
    var (race, _) = race(needVersion: [true], sources: 2, present: "0.3.5")
    _ = race.handle(try told("0.3.6", by: 0), at: .zero)
    _ = race.handle(.sourceFailed(source: 1, "refused"), at: .zero)

    #expect(race.handle(.mirror(.failed(0, "refused")), at: .seconds(1)) == [.end(.raced(.failed))])
  }
}
