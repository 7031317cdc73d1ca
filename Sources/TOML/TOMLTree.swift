/// The tables of a file while it is read: what is in them, and what may still come.
final class TOMLTree {
  /// How a table came about, which decides who may add to it.
  enum Origin {
    /// It stands in the name of another one's header: its own may follow.
    case implied
    /// Its header was read.
    case header
    /// Keys with dots made it, and others may add to it.
    case dotted
    /// It stands in braces, and is whole.
    case inline
  }

  /// What a name stands for.
  enum Node {
    case value(TOMLValue)
    case table(TOMLTree)
    /// The tables of one double header; the last one is open.
    case tables([TOMLTree])
  }

  private(set) var nodes: [String: Node] = [:]
  private var origin: Origin

  init(_ origin: Origin) { self.origin = origin }

  /// The values, none of which changes any more.
  var values: [String: TOMLValue] {
    nodes.mapValues { node in
      switch node {
      case .value(let value): value
      case .table(let table): .table(table.values)
      case .tables(let tables): .array(tables.map { .table($0.values) })
      }
    }
  }

  /// The table that the header `[path]` opens; nil where that cannot be.
  func open(_ path: [String], isArray: Bool) -> TOMLTree? {
    guard let last = path.last, let parent = descend(path.dropLast(), making: .implied) else { return nil }
    switch parent.nodes[last] {
    case nil:
      let table = TOMLTree(.header)
      parent.nodes[last] = isArray ? .tables([table]) : .table(table)
      return table
    case .table(let table):
      guard !isArray, table.origin == .implied else { return nil }
      table.origin = .header
      return table
    case .tables(let tables):
      guard isArray else { return nil }
      let table = TOMLTree(.header)
      parent.nodes[last] = .tables(tables + [table])
      return table
    case .value: return nil
    }
  }

  /// Puts `value` behind `path`; false where something stands there.
  func set(_ path: [String], _ value: TOMLValue) -> Bool {
    guard let last = path.last, let parent = descend(path.dropLast(), making: .dotted), parent.nodes[last] == nil else {
      return false
    }
    parent.nodes[last] = .value(value)
    return true
  }

  /// The table at `path`, made on the way where there is none.
  ///
  /// A header goes through every table that is not whole, a key with dots only through those that have no header.
  private func descend(_ path: ArraySlice<String>, making origin: Origin) -> TOMLTree? {
    var table = self
    for name in path {
      switch table.nodes[name] {
      case nil:
        let new = TOMLTree(origin)
        table.nodes[name] = .table(new)
        table = new
      case .table(let next):
        guard origin == .implied ? next.origin != .inline : next.origin == .dotted || next.origin == .implied else {
          return nil
        }
        table = next
      case .tables(let tables):
        guard origin == .implied, let last = tables.last else { return nil }
        table = last
      case .value: return nil
      }
    }
    return table
  }
}
