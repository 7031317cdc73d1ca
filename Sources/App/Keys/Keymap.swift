internal import Anime
public import TUI

/// Where a binding holds; the raw values are the tables below `[keys]`.
public enum KeyContext: String, CaseIterable, Sendable {
  /// On every screen.
  case everywhere
  /// Wherever there are shows: the lists and the Show screen.
  case browsing
  case tonight, catalogue, schedule, watchlist, capsule, mirrors, show, stage, help

  /// This context and those that it falls back on, the nearest first.
  var chain: [KeyContext] {
    switch self {
    case .everywhere: [.everywhere]
    case .browsing: [.browsing, .everywhere]
    case .tonight, .catalogue, .schedule, .watchlist, .show: [self, .browsing, .everywhere]
    case .capsule, .mirrors, .stage, .help: [self, .everywhere]
    }
  }

  /// The contexts that a screen has.
  public static let screens: [KeyContext] = [
    .tonight, .catalogue, .schedule, .watchlist, .capsule, .mirrors, .show, .stage, .help,
  ]
}

/// Which keys ask for which action: the one table that input, help, manual and the collision check read.
public struct Keymap: Sendable {
  /// One row of the table.
  public struct Binding: Hashable, Sendable {
    /// Where it holds.
    public var context: KeyContext
    /// The keys to press.
    public var sequence: KeySequence
    /// What they ask for.
    public var action: Action
  }

  /// What the keys pressed so far amount to.
  public enum Match: Hashable, Sendable {
    /// They ask for this.
    case action(Action)
    /// They begin these bindings.
    case pending([Binding])
    /// They mean nothing here.
    case unbound
  }

  /// The rows, in the order of the help.
  public private(set) var bindings: [Binding] {
    didSet { resolve() }
  }
  private var resolved: [KeyContext: [Binding]] = [:]

  /// What `keys` amount to in `context`.
  public func match(_ keys: [Key], in context: KeyContext) -> Match {
    let candidates = effective(in: context).filter { $0.sequence.keys.starts(with: keys) }
    if let exact = candidates.first(where: { $0.sequence.keys.count == keys.count }) { return .action(exact.action) }
    return candidates.isEmpty ? .unbound : .pending(candidates)
  }

  /// The bindings that hold in `context`: a nearer context hides what overlaps in a farther one.
  public func effective(in context: KeyContext) -> [Binding] {
    resolved[context] ?? []
  }

  /// Works out what holds where, once: every frame asks for it.
  private mutating func resolve() {
    for context in KeyContext.allCases {
      var found: [Binding] = []
      for place in context.chain {
        let here = bindings.filter { $0.context == place }
        found += here.filter { candidate in !found.contains { $0.sequence.overlaps(candidate.sequence) } }
      }
      resolved[context] = found
    }
  }

  /// The first key for `action` in `context`, as it is shown; nil where nothing is bound.
  public func key(for action: Action, in context: KeyContext) -> String? {
    effective(in: context).first { $0.action == action }?.sequence.description
  }

  /// Two rows of one context of which one hides the other.
  public var collisions: [(Binding, Binding)] {
    var found: [(Binding, Binding)] = []
    for (index, first) in bindings.enumerated() {
      for second in bindings[(index + 1)...]
      where second.context == first.context && second.sequence.overlaps(first.sequence) {
        found.append((first, second))
      }
    }
    return found
  }

  /// The table with the user's own rows put in: what they overlap goes, an empty action only unbinds.
  ///
  ///     [keys]                    holds on every screen
  ///     "x" = "follow"
  ///     [keys.catalogue]          holds on one
  ///     "gl" = "filter-language"
  public mutating func apply(_ table: ConfigurationTable, file: String) -> [ConfigurationWarning] {
    var warnings: [ConfigurationWarning] = []
    var mine: [Binding] = []
    for (name, value) in table.sorted {
      if case .table(let inner) = value {
        guard let context = KeyContext(rawValue: name) else {
          warnings.append(
            .unknownKey("keys.\(name)", nearest: name.nearest(in: KeyContext.allCases.map(\.rawValue)), file))
          continue
        }
        for (keys, action) in inner.sorted { bind(keys, action, in: context, "keys.\(name)") }
      } else {
        bind(name, value, in: .everywhere, "keys")
      }
    }
    return warnings

    func bind(_ keys: String, _ value: ConfigurationValue, in context: KeyContext, _ path: String) {
      guard let sequence = KeySequence(keys) else {
        return warnings.append(.badValue("\(path).\"\(keys)\"", value: keys, expected: "<Enter>, <C-r>, gg", file))
      }
      guard case .string(let name) = value else {
        return warnings.append(.badValue("\(path).\"\(keys)\"", value: value.description, expected: "\"follow\"", file))
      }
      if let other = mine.first(where: { $0.context == context && $0.sequence.overlaps(sequence) }) {
        return warnings.append(
          .collision("\(path).\"\(keys)\"", with: "\(path).\"\(other.sequence)\"", file))
      }
      let action = Action(rawValue: name)
      if action == nil, !name.isEmpty {
        let nearest = name.nearest(in: Action.allCases.map(\.rawValue))
        return warnings.append(.unknownName("\(path).\"\(keys)\"", value: name, nearest: nearest, file))
      }
      // A row for every screen beats the standard rows of single screens too.
      bindings.removeAll { row in
        (row.context == context || context == .everywhere) && !mine.contains(row) && row.sequence.overlaps(sequence)
      }
      guard let action else { return }
      let binding = Binding(context: context, sequence: sequence, action: action)
      bindings.append(binding)
      mine.append(binding)
    }
  }

  /// A table of these rows.
  init(_ rows: [(context: KeyContext, keys: String, action: Action)]) {
    bindings = rows.flatMap { row in
      row.keys.split(separator: " ").map { text in
        guard let sequence = KeySequence(String(text)) else {
          preconditionFailure("the standard keymap has \(text), which is no key")
        }
        return Binding(context: row.context, sequence: sequence, action: row.action)
      }
    }
    resolve()
  }
}
