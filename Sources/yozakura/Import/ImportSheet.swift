internal import Anime
internal import App
internal import Library

/// What an import does, as a diff for people and as JSON.
struct ImportSheet {
  let session: Session
  let snapshot: Snapshot
  let plan: ImportPlan
  let list: ListFile
  let isApplied: Bool

  /// The fields of the answer behind those of the file.
  var fields: [JSON.Field] {
    [
      ("shows", .array(plan.items.filter { !$0.taken.isEmpty || !$0.refused.isEmpty }.map(json))),
      ("unmatched", .array(plan.items.filter(isUnmatched).map { .object(identity($0) + candidates($0)) })),
      ("unchanged", .number(plan.items.count { $0.taken.isEmpty && $0.refused.isEmpty })),
    ]
  }

  /// Show by show what is taken, `+` what was not there and `~` what was otherwise, and what is not, `=`; at the end
  /// the shows that are not known here.
  func say(to page: inout Page) {
    for item in plan.items where !item.taken.isEmpty || !item.refused.isEmpty { say(item, to: &page) }
    for item in plan.items where isUnmatched(item) {
      let reason = item.candidateCount > 0 ? "may be any of \(item.candidateCount) shows here" : "in no catalogue here"
      page.line(Page.Piece("? ", .bad), Page.Piece(name(of: item), .strong), Page.Piece("  \(reason)", .faint))
    }
    page.line(Page.Piece("● ", .good), Page.Piece(summary))
  }

  private func say(_ item: ImportPlan.Item, to page: inout Page) {
    page.line(Page.Piece(name(of: item), .strong), Page.Piece("  \(item.show.id)", .faint))
    let empty = ListEntry(show: item.before.show)
    for change in item.taken {
      let old = Change(change.field, of: item.before)
      let isNew = old == Change(change.field, of: empty)
      page.line(
        Page.Piece(isNew ? "  + " : "  ~ ", isNew ? .good : .new), Page.Piece(words(change)),
        Page.Piece(isNew ? "" : "  was: \(words(old))", .faint))
    }
    for change in item.refused {
      page.line(
        Page.Piece("  = ", .faint), Page.Piece(words(Change(change.field, of: item.before))),
        Page.Piece("  the file: \(words(change))", .faint))
    }
  }

  private var summary: String {
    let changed = plan.items.count { !$0.taken.isEmpty }
    let unmatched = plan.items.count(where: isUnmatched)
    var text = "\(isApplied ? "took in" : "would take in") \(changed) of \(plan.items.count)"
    if unmatched > 0 { text += ", \(unmatched) of them not known here" }
    if list.skipped > 0 { text += "; \(list.skipped) passed over that name no show" }
    return text
  }

  /// Whether no show of a catalogue here is known to be the one that is meant; the log alone may remember it.
  private func isUnmatched(_ item: ImportPlan.Item) -> Bool {
    guard case .known(let id) = item.match else { return true }
    return !(snapshot.catalogue.show(id)?.isKnown ?? false)
  }

  private func words(_ change: Change) -> String {
    session.strings.change(change, session.scoreScale)
  }

  private func name(of item: ImportPlan.Item) -> String {
    let known = snapshot.catalogue.show(item.show.id)?.titles.display(session.titles)
    return known ?? (item.show.title.isEmpty ? item.show.aliases.first?.description ?? "" : item.show.title)
  }

  private func json(_ item: ImportPlan.Item) -> JSON {
    .object(
      identity(item) + [
        ("changes", .array(item.taken.map { difference(item, $0) })),
        ("refused", .array(item.refused.map { difference(item, $0) })),
      ])
  }

  private func identity(_ item: ImportPlan.Item) -> [JSON.Field] {
    [("id", .string(item.show.id.description)), ("title", .string(name(of: item)))]
  }

  private func candidates(_ item: ImportPlan.Item) -> [JSON.Field] {
    guard case .ambiguous(let ids) = item.match else { return [("candidates", .array([]))] }
    return [("candidates", .array(ids.map { .string($0.description) }))]
  }

  private func difference(_ item: ImportPlan.Item, _ change: Change) -> JSON {
    .object([
      ("field", .string(change.field.rawValue)), ("before", item.before.json(change.field)),
      ("after", item.before.applying([change]).json(change.field)),
    ])
  }
}

extension ImportPlan.Item {
  /// How many shows here may be meant.
  fileprivate var candidateCount: Int {
    if case .ambiguous(let ids) = match { ids.count } else { 0 }
  }
}
