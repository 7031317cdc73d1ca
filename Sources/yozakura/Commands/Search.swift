internal import Anime
internal import ArgumentParser
internal import Library

/// `search QUERY…`
struct Search: Command {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find shows by their titles.",
    discussion: """
      Every word has to be in a title, in any script: kana, kanji, simplified or traditional Chinese, Latin. \
      Exact titles come first, then those that begin so, then those that hold the words; ties by newest.
      """)
  static let lists = ["results"]

  @Argument(help: "Words of a title.")
  var query: [String]
  @OptionGroup var limits: LimitOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard query.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else {
      throw ValidationError("Name a word to search for.")
    }
  }

  func answer(_ session: Session) throws -> Answer {
    let snapshot = try session.snapshot(reading)
    let query = query.joined(separator: " ")
    let found = snapshot.catalogue.search(query, limit: limits.limit)
    return Answer(
      fields: { [("results", .array(found.map(snapshot.json(at:))))] },
      failure: found.isEmpty ? .notFound("No title holds “\(query)”.") : nil,
      hint: found.isEmpty ? session.starterHint(snapshot) : nil,
      say: { ShowRows(session: session, snapshot: snapshot).say(found, to: &$0) })
  }
}
