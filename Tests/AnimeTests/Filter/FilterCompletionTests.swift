import Anime
import Testing

@Suite struct `Completing a filter` {
  let vocabulary = FilterVocabulary(
    tags: ["cute", "iyashikei", "slice of life"], sites: ["bangumi", "crunchyroll"],
    seasons: [Season(year: 2026, quarter: .autumn)], saved: ["tonight"])

  /// What `text` is with the first candidate put in at the `|`, which stands for the cursor.
  func completed(_ text: String) -> String? {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false)
    let typed = parts.joined()
    let completion = FilterCompletion(typed, cursor: parts[0].count, in: vocabulary)
    guard let first = completion.candidates.first else { return nil }
    let (whole, cursor) = completion.putting(first, into: typed)
    return "\(whole.prefix(cursor))|\(whole.dropFirst(cursor))"
  }

  @Test(arguments: [
    ("sta|", "status:|"), ("air|", "airing|"), ("status:wa|", "status:watching|"), ("STATUS:WA|", "STATUS:watching|"),
    ("status:planned,wa|", "status:planned,watching|"), ("tag:sl|", "tag:\"slice of life\"|"),
    ("tag:\"sl|", "tag:\"slice of life\"|"), ("airing and ta|", "airing and tag:|"), ("on:cr|", "on:crunchyroll|"),
    ("season>=20|", "season>=2026-autumn|"), ("@to|", "@tonight|"), ("(not gon|)", "(not gone|)"),
    ("wa| status:planned", nil), ("status:wa| airing", "status:watching| airing"), ("airing o|", "airing on:|"),
    ("frieren a|", "frieren added:|"), ("priority:|", "priority:low|"), ("id:m|", "id:mal:|"), ("score:8|", nil),
  ])
  func `Puts the likeliest word in the place of what is typed`(_ text: String, _ expected: String?) {
    #expect(completed(text) == expected)
  }

  @Test func `Offers every field, mark and saved filter where nothing is typed`() {
    let completion = FilterCompletion("airing ", cursor: 7, in: vocabulary)
    for word in ["status:", "followed", "@tonight", "and"] { #expect(completion.candidates.contains(word)) }
    #expect(completion.range == 7..<7)
  }
}
