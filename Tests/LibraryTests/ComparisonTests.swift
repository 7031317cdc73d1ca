import Anime
import Capsule
import Library
import Testing

struct ComparisonTests {
  let test: TestLibrary
  let clock = TestClock()
  let library: ShowLibrary

  init() throws {
    test = try TestLibrary()
    test.clock = clock
    library = try test.open()
  }

  /// Installs `rows` an hour later.
  @discardableResult
  private func sync(_ rows: [String], provider: String = "test") throws -> CommitSummary {
    clock.advance(hours: 1)
    try test.install(rows, provider: provider, in: library)
    return try #require(library.commits.first)
  }

  /// Rows of shows with these titles, under these numbers.
  private func rows(_ titles: KeyValuePairs<Int, String>) -> [String] {
    titles.map { "bangumi:\($0):ja | \($1) | bangumi:\($0)" }
  }

  private func show(_ number: Int) throws -> ShowID { try #require(library.resolve("bangumi:\(number)").only) }

  @Test(arguments: [11, 12] as [UInt64])
  func `Pieces tell the same differences as whole files`(_ seed: UInt64) throws {
    var history = RandomHistory(seed: seed)
    _ = try history.live(36, in: library, of: test, clock)
    test.readsParts = false
    let whole = try test.open()
    let commits = library.commits.reversed().map(\.self)
    #expect(commits.count > 12)
    let listed = try commits.map(listed)
    var found = 0
    for (number, old) in commits.enumerated() {
      for other in [number + 1, number + 7] where other < commits.count {
        let new = commits[other]
        let differences = try library.differences(from: old, to: new)
        #expect(try whole.differences(from: old, to: new) == differences, "\(old.sequence) to \(new.sequence)")
        #expect(
          Self.changed(listed[number], listed[other]) == differences.map(\.show), "\(old.sequence) to \(new.sequence)")
        found += differences.count
      }
    }
    #expect(found > 40)
  }

  /// The shows that are otherwise in `after` than in `before`.
  private static func changed(_ before: [ShowID: Show], _ after: [ShowID: Show]) -> [ShowID] {
    Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
  }

  /// The shows that the library told of at that commit.
  private func listed(_ commit: CommitSummary) throws -> [ShowID: Show] {
    let shows = try library.past(of: commit).snapshot.everything.shows
    return Dictionary(uniqueKeysWithValues: shows.filter { !$0.isGone }.map { ($0.id, $0) })
  }

  @Test(arguments: [21] as [UInt64])
  func `Pieces tell the same versions of a show as whole files`(_ seed: UInt64) throws {
    var history = RandomHistory(seed: seed)
    _ = try history.live(24, in: library, of: test, clock)
    test.readsParts = false
    let whole = try test.open()
    let shows = library.snapshot().everything.shows.map(\.id)

    for show in shows { #expect(try library.versions(of: show) == whole.versions(of: show)) }
    #expect(try shows.contains { try library.versions(of: $0).count > 1 })
  }

  @Test func `A difference says what came, what went and which facts changed`() throws {
    let many = rows([11: "a", 12: "b", 13: "c", 14: "d", 15: "e", 16: "f", 17: "g", 18: "h", 19: "i", 20: "j"])
    let old = try sync(many)
    let gone = try show(12)
    let changed = try show(11)
    let new = try sync(
      ["bangumi:11:ja | A | bangumi:11 mal:7"] + many.dropFirst(2) + ["bangumi:21:ja | k | bangumi:21"])
    let differences = try library.differences(from: old, to: new)

    #expect(differences.count == 3)
    let came = try #require(differences.first { $0.show == (try? show(21)) })
    #expect(came.before == nil && came.after?.titles.native == "k" && came.changes.isEmpty)
    let went = try #require(differences.first { $0.show == gone })
    #expect(went.after == nil && went.title == "b" && went.changes.isEmpty)
    let change = try #require(differences.first { $0.show == changed })
    #expect(
      change.changes == [
        ShowFieldChange(.titles, before: "ja a", after: "ja A"),
        ShowFieldChange(.sites, before: "", after: "mal:7"),
      ])
    #expect(try library.differences(from: new, to: old).map(\.before) == differences.map(\.after))
    #expect(try library.differences(from: new, to: new).isEmpty)
  }

  @Test func `A show has a version for what came, each change, its going and its return`() throws {
    let others = (20..<40).map { "bangumi:\($0):ja | 他\($0) | bangumi:\($0)" }
    let first = try sync(others + rows([11: "一"]))
    let show = try show(11)
    try sync(others + rows([11: "一", 12: "二"]))
    let renamed = try sync(others + rows([11: "壱", 12: "二"]))
    let linked = try sync(others + ["bangumi:11:ja | 壱 | bangumi:11 mal:5"] + rows([12: "二"]))
    let removed = try sync(others + rows([12: "二"]))
    let back = try sync(others + rows([11: "壱", 12: "二"]))
    let versions = try library.versions(of: show)

    #expect(versions.map(\.commit) == [back, removed, linked, renamed, first])
    #expect(versions.map { $0.difference.before == nil } == [true, false, false, false, true])
    #expect(versions.map { $0.difference.after == nil } == [false, true, false, false, false])
    #expect(versions.map { $0.difference.changes.map(\.field) } == [[], [], [.sites], [.titles], []])
    #expect(try test.open().versions(of: show) == versions)
  }

  @Test func `A corrected key is a change of the same show`() throws {
    let old = try sync(["題|2020 | 題 | mal:77", "bangumi:5:ja | 五 | bangumi:5"])
    let show = try #require(library.resolve("mal:77").only)
    let new = try sync(["bangumi:99:ja | 題 | bangumi:99 mal:77", "bangumi:5:ja | 五 | bangumi:5"])
    let differences = try library.differences(from: old, to: new)

    #expect(differences.map(\.show) == [show])
    #expect(differences[0].changes.map(\.field) == [.sites])
    #expect(try library.versions(of: show).map(\.commit) == [new, old])
  }

  @Test func `From nothing, that is from the starter catalogue, everything came or changed`() throws {
    let first = try sync(["bangumi:1:ja | 葬送のフリーレン 改 | bangumi:1", "bangumi:9:ja | 新 | bangumi:9"])
    let differences = try library.differences(from: nil, to: first)

    #expect(Set(differences.map(\.title)) == ["葬送のフリーレン 改", "新"])
    #expect(differences.first { $0.title == "新" }?.before == nil)
    #expect(differences.first { $0.title != "新" }?.changes.map(\.field) == [.titles, .provider])
    #expect(try library.differences(from: nil, to: nil).isEmpty)
  }

  @Test func `What a provider lists no longer and the starter catalogue does has changed hands`() throws {
    let others = (20..<40).map { "bangumi:\($0):ja | 他\($0) | bangumi:\($0)" }
    let old = try sync(others + rows([1: "葬送のフリーレン"]))
    let new = try sync(others)
    let differences = try library.differences(from: old, to: new)

    #expect(differences.map { $0.changes.map(\.field) } == [[.provider]])
  }

  @Test func `Two providers are compared each with itself`() throws {
    let old = try sync(rows([11: "一"]), provider: "a")
    try sync(rows([11: "いち", 12: "に"]), provider: "b")
    let new = try sync(rows([11: "壱"]), provider: "a")
    let differences = try library.differences(from: old, to: new)

    #expect(differences.map(\.provider) == ["a", "b", "b"])
    #expect(differences[0].changes.map(\.field) == [.titles])
    #expect(differences.dropFirst().allSatisfy { $0.before == nil })
  }

  @Test func `What was given up is not compared`() throws {
    try sync(rows([11: "一"]))
    clock.advance(hours: 1000)
    let new = try sync(rows([11: "壱"]))
    let retention = Retention(all: 1, daily: 1, weekly: 1, monthly: 1)
    _ = try library.collect(retention, zone: PastTests.zone, isApplied: true)
    let old = try library.commit(named: "1")

    #expect(throws: LibraryError.givenUp(old)) { try library.differences(from: old, to: new) }
    #expect(throws: LibraryError.givenUp(old)) { try library.differences(from: nil, to: old) }
    #expect(try library.versions(of: show(11)).map(\.commit) == [new])
  }

  @Test func `What is set aside is compared with what applies`() throws {
    let all = (20..<40).map { "bangumi:\($0):ja | 他\($0) | bangumi:\($0)" }
    try sync(all)
    #expect(throws: LibraryError.nothingSetAside("test")) { try library.setAsideDifferences(of: "test") }
    try test.install(Array(all.prefix(10)), settingAside: true, in: library)
    let differences = try library.setAsideDifferences(of: "test")

    #expect(differences.count == 10)
    #expect(differences.allSatisfy { $0.after == nil })
    #expect(throws: LibraryError.nothingSetAside("other")) { try library.setAsideDifferences(of: "other") }
  }
}
