internal import Anime
internal import App
internal import Capsule

extension Damage {
  /// What is wrong, in a sentence.
  var sentence: String {
    switch self {
    case .format: "the file `format` is gone"
    case .headSlot(let slot): "HEAD.\(slot) cannot be read; the other slot can"
    case .head(let standIn):
      "neither slot of HEAD can be read; " + (standIn.map { "commit \($0.sequence) stands in" } ?? "there is no commit")
    case .commitCopy(let id, let copy): "the \(copy.rawValue) copy of commit \(id.sequence) is gone or damaged"
    case .commit(let id): "commit \(id.sequence) is whole in neither copy: what the catalogue was then is lost"
    case .object(let id, let state, let need):
      "object \(id.description.prefix(12))… is \(state.rawValue)\(need.sentence)"
    case .objectCopy(let id, let copy):
      "the \(copy.rawValue) copy of object \(id.description.prefix(12))… is gone or damaged"
    case .content(let id, let provider):
      "what \(provider) sent for commit \(id.sequence) cannot be put together from its objects"
    case .logCopy(let device):
      "one file of the log of device \(device) is gone, damaged or behind; nothing in it is lost"
    case .deviceName(let copy): "the \(copy.rawValue) copy of this device's name is gone or damaged"
    case .operations(let device, let numbers):
      "changes \(numbers.lowerBound) to \(numbers.upperBound) of device \(device) are in neither file of its log"
    case .chain(let device, let number): "the log of device \(device) was altered before change \(number)"
    }
  }

  /// The word for it in JSON output.
  var word: String {
    switch self {
    case .format: "format"
    case .headSlot, .head: "head"
    case .commitCopy, .commit: "commit"
    case .object, .objectCopy: "object"
    case .content: "content"
    case .logCopy, .operations, .chain: "log"
    case .deviceName: "device"
    }
  }

  /// The damage as JSON has it.
  var json: JSON {
    .object([("what", .string(word)), ("healable", .bool(hasTwin)), ("sentence", .string(sentence))])
  }

  /// The damage as a line for people.
  func say(to page: inout Page) {
    page.line(Page.Piece(hasTwin ? "▲ " : "✗ ", hasTwin ? .new : .bad), Page.Piece(sentence))
  }
}

extension Damage.Need {
  fileprivate var sentence: String {
    switch self {
    case .catalogue(let provider, let newest, let commits):
      "; \(commits) commit\(commits == 1 ? "" : "s") of \(provider), the newest of them \(newest.sequence), \(commits == 1 ? "needs" : "need") it"
    case .record(let id): "; commit \(id.sequence) needs it, and no provider has it"
    case .file(let name): "; \(Sanitiser.clean(name)) needs it, and no provider has it"
    case .none: "; nothing needs it"
    }
  }
}

/// Bytes as people read them.
enum ByteCount {
  /// `1.2 GiB`
  static func text(_ count: Int) -> String {
    var rest = Double(count)
    for unit in ["B", "KiB", "MiB", "GiB"] {
      if rest < 1000 || unit == "GiB" {
        return unit == "B" || rest >= 100 ? "\(Int(rest)) \(unit)" : "\(Double(Int(rest * 10)) / 10) \(unit)"
      }
      rest /= 1024
    }
    return "\(count) B"
  }
}

/// Numbers of things as people read them.
enum Count {
  /// `1 change`, `2 changes`.
  static func of(_ count: Int, _ thing: String) -> String {
    "\(count) \(thing)\(count == 1 ? "" : "s")"
  }

  /// `1,384`
  static func grouped(_ count: Int) -> String { Strings.grouped(count) }
}
