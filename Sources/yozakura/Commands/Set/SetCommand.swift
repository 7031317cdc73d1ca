internal import Anime
internal import App
internal import ArgumentParser
internal import Library

/// `set ID… [--status S] [--progress N] [--score X] …`
struct SetCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Say where shows stand in your watchlist.",
    discussion: """
      Several things and several shows at once are one change: one `undo` takes them back. What follows from a change \
      is done with it and printed, unless watchlist.automatic is false.
      """)
  static let lists = ["shows"]

  @Argument(help: .showID, completion: .shows)
  var ids: [String]
  @OptionGroup var standing: StandingOptions
  @OptionGroup var words: WordOptions
  @OptionGroup var airing: AiringOptions
  @OptionGroup var skip: SkipOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard standing.isEmpty, words.isEmpty, airing.isEmpty, skip.isEmpty else { return }
    throw ValidationError("Say what to set: `yozakura set --help` lists what there is.")
  }

  func answer(_ session: Session) throws -> Answer {
    let known = try session.library.snapshot()
    var shows: [ShowID] = []
    for id in ids {
      let show = try session.show(id, in: known)
      if !shows.contains(show) { shows.append(show) }
    }
    let said = try standing.changes(in: session.scoreScale, today: session.today) + words.changes
    let edited = try session.library.edit(shows) { entry, show in
      let changes = said + words.changes(of: entry) + airing.changes(of: entry) + skip.changes(of: entry)
      guard session.loaded.values.watchlistFollowsThrough else { return changes }
      return entry.withConsequences(of: changes, today: session.today, episodeCount: show.episodeCount)
    }
    return try answer(session, edited, said: Set((said + words.fields + airing.fields + skip.fields).map(\.field)))
  }

  private func answer(_ session: Session, _ edited: [Edited], said: Set<Change.Field>) throws -> Answer {
    let snapshot = try session.library.snapshot()
    let shows = edited.map { snapshot.json($0.show) }
    return Answer(
      fields: { (shows.count == 1 ? [("show", shows[0])] : []) + [("shows", .array(shows))] },
      say: { page in
        ShowRows(session: session, snapshot: snapshot).say(edited.map(\.show), to: &page)
        for edit in edited {
          let followed = edit.changes.filter { !said.contains($0.field) }
          guard !followed.isEmpty else { continue }
          let words = followed.map { session.strings.change($0, session.scoreScale) }.joined(separator: ", ")
          page.line(Page.Piece("\(edit.show)  ", .faint), Page.Piece("+ \(words)", .faint))
        }
      })
  }
}
