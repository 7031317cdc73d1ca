internal import Anime
internal import ArgumentParser

/// What `set` can say in the user's own words: a note and tags.
struct WordOptions: ParsableArguments {
  @Option(help: .init("Your own words; empty takes them off.", valueName: "text"))
  var note: String?
  @Option(help: .init("Add a tag; may be said several times.", valueName: "tag"))
  var tag: [String] = []
  @Option(help: .init("Take a tag off; may be said several times.", valueName: "tag"))
  var untag: [String] = []
  @Option(help: .init("These tags and no others, separated by commas; empty takes all off.", valueName: "tags"))
  var tags: String?

  /// Whether nothing of all that is said.
  var isEmpty: Bool { note == nil && fields.isEmpty }

  func validate() throws {
    if let note, note.unicodeScalars.count > Sanitiser.maximumLength {
      throw ValidationError("--note holds at most \(Sanitiser.maximumLength) characters.")
    }
    if tags != nil, !tag.isEmpty || !untag.isEmpty {
      throw ValidationError("--tags says all tags: --tag and --untag have no place beside it.")
    }
    for tag in tag + untag where tag.contains(",") {
      throw ValidationError("“\(tag)”: a tag holds no comma; say --tag several times.")
    }
  }

  /// What is said whatever is kept.
  var changes: [Change] {
    [note.map { .note(Sanitiser.clean($0)) }, tags.map { .tags(Tags.clean([$0])) }].compactMap(\.self)
  }

  /// What is said about the tags that an entry has.
  func changes(of entry: ListEntry) -> [Change] {
    tag.isEmpty && untag.isEmpty ? [] : [entry.tagging(adding: tag, removing: untag)]
  }

  /// The field of tags, where something is said about it.
  var fields: [Change] {
    tags == nil && tag.isEmpty && untag.isEmpty ? [] : [.tags([])]
  }
}
