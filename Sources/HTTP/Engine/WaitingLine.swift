/// What waits, by origin: origins take turns, and each serves in the order of coming.
///
///     origins   a  b        take: a1, b1, a2, a3
///     items     a1 b1
///               a2
///               a3
struct WaitingLine<Item> {
  /// Those for whom something waits; the next turn is the first one's.
  private(set) var origins: [String] = []
  private var items: [String: ArraySlice<Item>] = [:]

  /// Appends `item` to those of `origin`, or puts it before them.
  mutating func add(_ item: Item, _ origin: String, isFirst: Bool) {
    if items[origin] == nil { origins.append(origin) }
    if isFirst {
      items[origin, default: []].insert(item, at: items[origin]?.startIndex ?? 0)
    } else {
      items[origin, default: []].append(item)
    }
  }

  /// Takes the first of the origin at `index`, whose turn comes last from now on.
  mutating func take(at index: Int) -> (origin: String, item: Item) {
    let origin = origins.remove(at: index)
    guard let item = items[origin]?.popFirst() else { preconditionFailure("nobody waits for \(origin)") }
    if items[origin]?.isEmpty == true { items[origin] = nil } else { origins.append(origin) }
    return (origin, item)
  }

  /// Takes out everything that satisfies the condition, which is asked once for each: it may change its mind.
  mutating func removeAll(where isUnwanted: (Item) -> Bool) -> [Item] {
    var removed: [Item] = []
    for origin in origins {
      var rest: [Item] = []
      for item in items[origin] ?? [] {
        if isUnwanted(item) { removed.append(item) } else { rest.append(item) }
      }
      items[origin] = rest.isEmpty ? nil : rest[...]
    }
    origins.removeAll { items[$0] == nil }
    return removed
  }
}
