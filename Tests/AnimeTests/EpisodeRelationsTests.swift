import Anime
import Foundation
import TestSupport
import Testing

struct EpisodeRelationsTests {
  func relations(_ lines: String...) -> EpisodeRelations {
    EpisodeRelations.read("::rules\n" + lines.joined(separator: "\n")).relations
  }

  func number(_ relations: EpisodeRelations, _ episode: Int, _ site: String, _ id: String) -> String? {
    let found = relations.destination(of: episode, in: [Alias(site: site, id: id)])
    return found.map { "\($0.shows.map(\.description).joined(separator: " ")) \($0.episode)" }
  }

  @Test func `An episode goes to the show and the number that the rule says`() {
    let fate = relations("- 10087|6028|10087:14-25 -> 11741|7658|11741:1-12!")
    #expect(number(fate, 14, "mal", "10087") == "mal:11741 kitsu:7658 anilist:11741 1")
    #expect(number(fate, 25, "kitsu", "6028") == "mal:11741 kitsu:7658 anilist:11741 12")
    #expect(number(fate, 13, "mal", "10087") == nil)
    #expect(number(fate, 26, "mal", "10087") == nil)
    #expect(number(fate, 14, "anidb", "10087") == nil)
  }

  @Test func `An exclamation mark leaves what is already counted so alone`() {
    #expect(number(relations("- 1|?|?:14-25 -> 2|?|?:1-12!"), 3, "mal", "2") == "mal:2 3")
    #expect(number(relations("- 1|?|?:14-25 -> 2|?|?:1-12"), 3, "mal", "2") == nil)
  }

  @Test func `An id that is not known stands for no show`() {
    #expect(number(relations("- ?|?|170068:19-? -> ?|?|206425:1-?!"), 400, "anilist", "170068") == "anilist:206425 382")
    #expect(number(relations("- ?|?|170068:19-? -> ?|?|206425:1-?!"), 400, "mal", "?") == nil)
  }

  @Test func `A tilde is the id before the arrow`() {
    #expect(number(relations("- 1|2|?:13 -> ~|~|?:0"), 13, "kitsu", "2") == "mal:1 kitsu:2 0")
  }

  @Test func `Parts of one episode all go to it`() {
    #expect(number(relations("- 1|?|?:11-12 -> 2|?|?:1"), 12, "mal", "1") == "mal:2 1")
  }

  @Test func `What is no rule is left out, and reported with its line`() {
    let read = EpisodeRelations.read(
      "# words\n\n::meta\n- version: 1\n::rules\r\n- 1|2:3 -> 4\n- 1|?|?:1 -> 2|?|?:2\r\n")
    #expect(read.problems.map(\.line) == [6])
    #expect(read.problems.map(\.text) == ["- 1|2:3 -> 4"])
    #expect(number(read.relations, 1, "mal", "1") == "mal:2 2")
  }

  @Test(arguments: [
    "- 1|2|3:1-2", "1|2|3:1 -> 1|2|3:2", "- ~|2|3:1 -> 1|2|3:2", "- 1|2|3: -> 1|2|3:2", "- 1|2|3:2-1 -> 1|2|3:2",
    "- 1|2|3:1 -> 1|2|3:-2", "- 1|2|3:99999999999999999999 -> 1|2|3:1", "- 1|2|3:1 => 1|2|3:1", "- a|2|3:1 -> 1|2|3:1",
    "- 1|2|3:١ -> 1|2|3:1", "-", "- |||||:1 -> 1|2|3:1",
  ])
  func `Nonsense is no rule`(_ line: String) {
    let read = EpisodeRelations.read("::rules\n\(line)")
    #expect(read.relations.isEmpty)
    #expect(read.problems.count == 1)
  }

  @Test(
    .enabled(
      if: TestData.path("catalog/anime-relations/anime-relations.txt") != nil, Comment(rawValue: TestData.absence)))
  func `Every rule of the public file is understood`() throws {
    let path = try #require(TestData.path("catalog/anime-relations/anime-relations.txt"))
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let (relations, problems) = EpisodeRelations.read(text)
    #expect(problems.isEmpty)
    #expect(number(relations, 14, "mal", "10087") == "mal:11741 kitsu:7658 anilist:11741 1")
    let sources = text.split(separator: "\n").filter { $0.hasPrefix("- ") && $0.contains(" -> ") }
    for line in sources {
      let ids = line.dropFirst(2).prefix { $0 != ":" }.split(separator: "|")
      let first = line.drop { $0 != ":" }.dropFirst().prefix { $0.isNumber }
      let (site, id) = ids[0] != "?" ? ("mal", ids[0]) : ids[1] != "?" ? ("kitsu", ids[1]) : ("anilist", ids[2])
      #expect(number(relations, try #require(Int(first)), site, String(id)) != nil, "\(line)")
    }
  }
}
