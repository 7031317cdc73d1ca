internal import Danmaku
internal import Library

/// What became of the comments of one source, to be told.
struct StoredLine {
  let received: ReceivedDanmaku
  let result: DanmakuStored

  /// How many there are of the source now.
  private var count: Int {
    switch result {
    case .stored, .unchanged: received.comments.count
    case .empty(let present): present ?? 0
    case .shrunken(let present), .imported(let present): present
    }
  }

  /// As JSON has it.
  var json: JSON {
    .object([
      ("episode", .number(received.key.episode)), ("source", .string(received.key.source.description)),
      ("received", .number(received.comments.count)), ("comments", .number(count)), ("result", .string(word)),
    ])
  }

  /// The word of JSON for it.
  var word: String {
    switch result {
    case .stored: "stored"
    case .unchanged: "unchanged"
    case .empty: "empty"
    case .shrunken: "shrunken"
    case .imported: "imported"
    }
  }

  /// As a line for people.
  func say(to page: inout Page) {
    let place = "episode \(received.key.episode), \(received.key.source): "
    let isGood = if case .stored = result { true } else { result == .unchanged }
    page.line(Page.Piece(place, .faint), Page.Piece(sentence, isGood ? .plain : .bad))
  }

  /// What is to be said of it.
  var sentence: String {
    let fresh = Count.grouped(received.comments.count)
    switch result {
    case .stored(nil): return "\(fresh) kept"
    case .stored(let former?): return "\(fresh) kept in place of \(Count.grouped(former))"
    case .unchanged: return "\(fresh), the same as are kept"
    case .empty(nil): return "there are none"
    case .empty(let present?): return "there are none; the \(Count.grouped(present)) that are kept stay"
    case .shrunken(let present):
      return "only \(fresh) came, less than half of the \(Count.grouped(present)) that are kept, which stay"
    case .imported(let present):
      return """
        \(fresh) came, but the \(Count.grouped(present)) that are kept as \(received.key.source) you imported, and they \
        stay; give the server another name in config.toml to keep both
        """
    }
  }
}
