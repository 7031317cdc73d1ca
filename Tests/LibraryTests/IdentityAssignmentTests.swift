import Anime
import Testing

@testable import Library

struct IdentityAssignmentTests {
  func row(_ key: String, title: String = "題", begin: Int64 = 0, _ aliases: String...) -> DecodedShow {
    DecodedShow(
      key: key, titles: Titles(native: title, nativeLanguage: .japanese), kind: .tv,
      begin: Instant(seconds: begin),
      sites: aliases.map { $0.split(separator: ":") }.map { SiteLink(site: String($0[0]), id: String($0[1])) })
  }

  func shows(_ rows: DecodedShow...) -> [Show] {
    rows.map { $0.show(id: ShowID(key: $0.key), provider: "p") }
  }

  func keys(_ shows: [Show], _ rows: DecodedShow...) -> [String: ShowID] {
    Dictionary(uniqueKeysWithValues: zip(rows.map(\.key), shows.map(\.id)))
  }

  @Test func `A key never seen makes an id of its own`() {
    let assignment = IdentityAssignment(rows: [row("bangumi:400602:ja")], known: [:], present: [])
    #expect(assignment.ids.map(\.description) == [ShowID(key: "bangumi:400602:ja").description])
    #expect(assignment.introduced == ["bangumi:400602:ja": ShowID(key: "bangumi:400602:ja")])
  }

  @Test func `An id is the beginning of the key's SHA-256 in base32`() {
    // printf %s bangumi:400602:ja | sha256sum | xxd -r -p | base32 | head -c 10
    #expect(ShowID(key: "bangumi:400602:ja").description == "exmqsudfhc")
  }

  @Test func `A key that was seen keeps its show, whatever else changed`() {
    let old = row("k", title: "旧", begin: 1, "mal:1")
    let present = shows(old)
    let assignment = IdentityAssignment(
      rows: [row("k", title: "新", begin: 2, "mal:2")], known: keys(present, old), present: present)
    #expect(assignment.ids == present.map(\.id))
    #expect(assignment.introduced.isEmpty)
  }

  @Test func `A show that gains a better key is the same by its alias`() {
    let old = row("題|0", "mal:1")
    let present = shows(old)
    let assignment = IdentityAssignment(
      rows: [row("bangumi:7:ja", title: "別", begin: 9, "mal:1", "bangumi:7")], known: keys(present, old),
      present: present)
    #expect(assignment.ids == present.map(\.id))
    #expect(assignment.introduced == ["bangumi:7:ja": present[0].id])
  }

  @Test func `A show that gains a better key is the same by title and begin`() {
    let old = row("題|0")
    let present = shows(old)
    let assignment = IdentityAssignment(
      rows: [row("bangumi:7:ja", "bangumi:7")], known: keys(present, old), present: present)
    #expect(assignment.ids == present.map(\.id))
  }

  @Test func `An alias that fits several shows links none`() {
    let first = row("a", title: "一", "mal:1")
    let second = row("b", title: "二", "mal:1")
    let present = shows(first, second)
    let assignment = IdentityAssignment(
      rows: [row("c", title: "三", "mal:1")], known: keys(present, first, second), present: present)
    #expect(assignment.ids == [ShowID(key: "c")])
  }

  @Test func `An alias of several new rows links none of them`() {
    let old = row("a", title: "一", "mal:1")
    let present = shows(old)
    let assignment = IdentityAssignment(
      rows: [row("b", title: "二", "mal:1"), row("c", title: "三", "mal:1")], known: keys(present, old),
      present: present)
    #expect(Set(assignment.ids).isDisjoint(with: present.map(\.id)))
  }

  @Test func `A streaming site's id, which all seasons share, links nothing`() {
    let old = row("a", title: "一", "crunchyroll:G1")
    let present = shows(old)
    let assignment = IdentityAssignment(
      rows: [row("b", title: "二", "crunchyroll:G1")], known: keys(present, old), present: present)
    #expect(Set(assignment.ids).isDisjoint(with: present.map(\.id)))
  }

  @Test func `A show whose key is still listed is never taken over`() {
    let old = row("a", "mal:1")
    let present = shows(old)
    let assignment = IdentityAssignment(
      rows: [old, row("b", title: "二", begin: 9, "anidb:4")], known: keys(present, old), present: present)
    #expect(assignment.ids == [present[0].id, ShowID(key: "b")])
  }

  @Test func `Two keys that once meant one show do not give two rows one id`() {
    let id = ShowID(key: "a")
    let assignment = IdentityAssignment(
      rows: [row("a", title: "一"), row("b", title: "二")], known: ["a": id, "b": id], present: [])
    #expect(assignment.ids == [id, ShowID(key: "b")])
    #expect(assignment.introduced == ["b": ShowID(key: "b")])
  }

  @Test(arguments: [(50, 8821, false), (51, 8821, true), (10, 100, false), (11, 100, true), (0, 0, false)])
  func `An answer that lacks over fifty shows or a tenth is refused`(_ missing: Int, _ present: Int, _ refused: Bool) {
    #expect(ChangeGuard.refuses(missing: missing, present: present) == refused)
  }
}
