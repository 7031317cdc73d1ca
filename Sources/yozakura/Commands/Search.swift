internal import Anime
internal import ArgumentParser
internal import Library

/// `search [QUERY…] [--filter FILTER]`
struct Search: Command {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find shows by their titles.",
    discussion: """
      Every word has to be in a title, in any script: kana, kanji, simplified or traditional Chinese, Latin. \
      Exact titles come first, then those that begin so, then those that hold the words, then those whose kana are \
      spelled so in Latin letters; ties by newest. With --filter alone it looks through the whole catalogue.
      """)
  static let lists = ["results"]

  @Argument(help: "Words of a title.")
  var query: [String] = []
  @Option(help: .filter, completion: .filter)
  var filter: String?
  @OptionGroup var limits: LimitOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard filter != nil || query.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else {
      throw ValidationError("Name a word to search for.")
    }
  }

  func answer(_ session: Session) throws -> Answer {
    let snapshot = try session.snapshot(reading)
    let found = try found(session, in: snapshot)
    return Answer(
      fields: { [("results", .array(found.map(snapshot.json(at:))))] },
      failure: found.isEmpty ? .notFound(nothing) : nil,
      hint: found.isEmpty ? session.starterHint(snapshot) : nil,
      say: { ShowRows(session: session, snapshot: snapshot).say(found, to: &$0) })
  }

  private func found(_ session: Session, in snapshot: Snapshot) throws -> [Int] {
    let words = query.joined(separator: " ")
    guard let filter else { return snapshot.catalogue.search(words, limit: limits.limit) }
    let wanted = Filter.all(of: [.term(.words(words)), try session.filter(filter)])
    let found = snapshot.catalogue.positions(
      passing: wanted, in: session.scene(of: snapshot), entries: snapshot.entries)
    return Array(found.prefix(limits.limit ?? .max))
  }

  /// That nothing was found.
  private var nothing: String {
    let words = query.joined(separator: " ")
    guard let filter else { return "No title holds “\(words)”." }
    return words.isEmpty ? "No show passes “\(filter)”." : "No show whose title holds “\(words)” passes “\(filter)”."
  }
}
