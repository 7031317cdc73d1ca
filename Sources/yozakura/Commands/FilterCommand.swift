internal import Anime
internal import ArgumentParser

/// `filter`
struct FilterCommand: CommandFamily {
  static let configuration = CommandConfiguration(
    commandName: "filter", abstract: "Keep filters under names, as lists of their own.",
    discussion: "A saved filter stands behind @ wherever a filter can: `yozakura list '@tonight and unwatched'`.",
    subcommands: [FilterSave.self, FilterList.self, FilterRemove.self])

  @OptionGroup var global: GlobalOptions
}

/// `filter save NAME FILTER…`
struct FilterSave: Command {
  static let configuration = CommandConfiguration(
    commandName: "save", abstract: "Keep a filter under a name, in the place of one that has it.")
  static let schema = "filter-save"
  static let lists = ["filters"]

  @Argument(help: "A letter, then letters, digits, `-` and `_`.", completion: .savedFilters)
  var name: String
  @Argument(help: .init("What it lets pass; see yozakura-filter(7).", valueName: "filter"), completion: .filter)
  var text: [String]
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard SavedFilter.isName(name) else {
      throw ValidationError(
        "“\(name)” is no name for a filter: a letter, then letters, digits, `-` and `_`, at most 64.")
    }
  }

  func answer(_ session: Session) throws -> Answer {
    let text = text.joined(separator: " ")
    let filter = try session.filter(text)
    // It is kept as it is printed, which can be longer than it was typed.
    _ = try session.filter(filter.description)
    for case .saved(let other) in filter.terms {
      throw Failure.usage("A saved filter stands alone: it cannot hold `@\(other)`.")
    }
    return try session.report(
      session.filtersFile.change { saved in
        saved.removeAll { $0.name.lowercased() == name.lowercased() }
        saved.append(SavedFilter(name: name, filter: filter))
      })
  }
}

/// `filter list`
struct FilterList: Command {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Print the saved filters.")
  static let schema = "filter-list"
  static let lists = ["filters"]

  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    try session.report(session.filtersFile.read())
  }
}

/// `filter remove NAME`
struct FilterRemove: Command {
  static let configuration = CommandConfiguration(commandName: "remove", abstract: "Forget a saved filter.")
  static let schema = "filter-remove"
  static let lists = ["filters"]

  @Argument(help: "Its name.", completion: .savedFilters)
  var name: String
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    return try session.report(
      session.filtersFile.change { saved in
        guard let place = saved.firstIndex(where: { $0.name.lowercased() == name.lowercased() }) else {
          throw Failure.notFound("No filter is saved as `\(name)`.\(saved.map(\.name).suggestion(for: name))")
        }
        saved.remove(at: place)
      })
  }
}

extension Session {
  /// The saved filters as an answer.
  fileprivate func report(_ saved: [SavedFilter]) -> Answer {
    Answer(
      fields: {
        let rows = saved.map { saved in
          JSON.object([("name", .string(saved.name)), ("filter", .string(saved.filter.description))])
        }
        return [("filters", .array(rows))]
      },
      say: { page in
        page.table(saved.map { [Page.Piece("@\($0.name)", .strong), Page.Piece($0.filter.description)] }, flexible: 1)
      })
  }
}
