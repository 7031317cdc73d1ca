public import Anime

/// An anime on somebody's list, as MyAnimeList exports it.
///
/// The words of the export are kept as they are, so that an export of what was imported says the same; what they mean
/// is read from them.
public struct MALEntry: Hashable, Sendable {
  /// What was said, in the order of the fields.
  private var said = [String?](repeating: nil, count: MALField.order.count)
  /// What was said in fields that MyAnimeList does not have, by their names.
  public var others: [String: String]

  /// An anime that MyAnimeList knows by `id`.
  public init(id: Int, title: String = "") {
    others = [:]
    self[.id] = String(id)
    self[.title] = title
  }

  init(texts: [MALField: String], others: [String: String]) {
    self.others = others
    for (field, text) in texts { self[field] = text }
  }

  /// What was said, by field; one that was not said has no text.
  public var texts: [MALField: String] {
    zip(MALField.order, said).reduce(into: [:]) { texts, pair in texts[pair.0] = pair.1 }
  }

  /// The text of `field`; where it was not said, what an export says then.
  public subscript(field: MALField) -> String {
    get { said[field.place] ?? field.unset }
    set { said[field.place] = newValue }
  }

  /// The number of `field`, without its fraction; nil where it is none.
  public func number(_ field: MALField) -> Int? {
    let text = self[field]
    return Int(text) ?? Double(text).flatMap { Int(exactly: $0.rounded(.towardZero)) }
  }
}

// MARK: - What it means

extension MALEntry {
  /// MyAnimeList's number of the anime; nil where it has none, as after a deletion.
  public var id: Int? { number(.id).flatMap { $0 > 0 ? $0 : nil } }

  /// Nil where the word is none that is known.
  public var status: MALStatus? { MALStatus(self[.status]) }

  /// 1 to 10; nil where it was not rated.
  public var score: Int? { number(.score).flatMap { 1...10 ~= $0 ? $0 : nil } }

  /// The day on which it was begun; nil where that was not said, or only a month or a year.
  public var started: CivilDate? { CivilDate(iso8601: self[.started]) }

  /// The day on which it was finished; nil where that was not said, or only a month or a year.
  public var finished: CivilDate? { CivilDate(iso8601: self[.finished]) }

  /// Whether it is being watched again; other programs write words.
  public var isRewatching: Bool { ["1", "yes", "true"].contains(self[.isRewatching].lowercased()) }

  /// The tags, in their order.
  public var tags: [String] {
    self[.tags].split(separator: ",").map { Sanitiser.clean(String($0)) }.filter { !$0.isEmpty }
  }
}
