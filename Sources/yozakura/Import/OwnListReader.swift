internal import Anime

/// Reads what `export --format json` writes, and any JSON of ours that lists shows.
enum OwnListReader {
  /// The list in `tree`; nil where it is none of ours.
  static func read(_ tree: JSONTree) -> ListFile? {
    guard let schema = tree["schema"].text, schema.hasPrefix("yozakura."), case .array = tree["shows"] else {
      return nil
    }
    let entries = tree["shows"].elements.compactMap(entry)
    return ListFile(format: .json, entries: entries, skipped: tree["shows"].elements.count - entries.count)
  }

  private static func entry(_ show: JSONTree) -> ImportedEntry? {
    let id = show["id"].text.flatMap(ShowID.init)
    let aliases = (show["ids"].fields ?? [:]).compactMap { site, id in
      id.text.map { Alias(site: Sanitiser.clean(site), id: Sanitiser.clean($0)) }
    }
    guard id != nil || !aliases.isEmpty else { return nil }
    let titles = Language.allCases.compactMap { show["titles"][$0.rawValue].elements.first?.text }
    return ImportedEntry(
      id: id, aliases: aliases.sorted { $0.site < $1.site }, title: Sanitiser.clean(titles.first ?? ""),
      changes: changes(show), facts: ShowFacts(show).foreign)
  }

  private static func changes(_ show: JSONTree) -> [Change] {
    var draft = EntryDraft()
    draft.add(show["followed"].flag.map { .followed($0) })
    draft.add(word(show["status"]).map { .status($0) })
    draft.add(show["progress"].integer, in: ListEntry.progressRange) { .progress($0) }
    draft.add(show["rewatches"].integer, in: ListEntry.rewatchRange) { .rewatches($0) }
    draft.add(show["score"].integer, in: ListEntry.scoreRange) { .score($0) }
    draft.add(day: show["started"].text) { .started($0) }
    draft.add(day: show["finished"].text) { .finished($0) }
    draft.add(show["note"].text.map { .note(Sanitiser.clean($0)) })
    draft.add(list(show["tags"]).map { .tags(Tags.clean($0.compactMap(\.text))) })
    draft.add(word(show["priority"]).map { .priority($0) })
    draft.add(list(show["delays"]).map { .delays(Delay.sorted($0.compactMap(delay))) })
    draft.add(show["episodeOffset"].integer, in: ListEntry.episodeOffsetRange) { .episodeOffset($0) }
    draft.add(show["pinned"].flag.map { .pinned($0) })
    draft.add(show["offsets"].fields.map { .offsets($0.compactMapValues(\.integer)) })
    draft.add(show["foreign"].fields.map { .foreign(ForeignFields.clean($0.compactMapValues(\.text))) })
    draft.add(played(show["played"]))
    draft.add(show["skips"].fields.map { .skips(ListEntry.plausible(skips: skips($0))) })
    return draft.changes
  }

  /// Where an episode was left. For how long it was played counts nowhere: an import tells nothing of when.
  private static func played(_ tree: JSONTree) -> Change? {
    guard let episode = tree["episode"].integer, let position = tree["at"].integer else { return nil }
    let played = Played(
      episode: episode, position: position, duration: tree["of"].integer, seconds: tree["seconds"].integer ?? 0)
    return played.isPlausible ? .played(played) : nil
  }

  private static func skips(_ fields: [String: JSONTree]) -> [SkippedPart: Range<Int>] {
    fields.reduce(into: [:]) { skips, field in
      let bounds = field.value.elements.compactMap(\.integer)
      guard let part = SkippedPart(rawValue: field.key), bounds.count == 2, bounds[0] < bounds[1] else { return }
      skips[part] = bounds[0]..<bounds[1]
    }
  }

  private static func word<Word: RawRepresentable>(_ tree: JSONTree) -> Word? where Word.RawValue == String {
    tree.text.flatMap(Word.init)
  }

  private static func list(_ tree: JSONTree) -> [JSONTree]? {
    if case .array(let elements) = tree { elements } else { nil }
  }

  private static func delay(_ tree: JSONTree) -> Delay? {
    guard let day = tree["of"].text.flatMap(CivilDate.init(iso8601:)), ListEntry.yearRange.contains(day.year) else {
      return nil
    }
    guard let by = tree["by"].integer else { return tree["by"].isNull ? Delay(of: day, by: nil) : nil }
    return Delay.range.contains(by) ? Delay(of: day, by: by) : nil
  }
}
