/// Which requests may begin now, so that the descriptors suffice and nobody waits behind what is in no hurry.
///
///     add ──▶ │ interactive: origin, origin, … │ ──▶ next ──▶ under way ──▶ finish
///             │ background:  origin, origin, … │
///
/// Origins take turns; within an origin the order is that of adding.
struct Admission<Item> {
  /// One request that waits or is under way.
  struct Place: Equatable {
    /// Scheme, host and port: whom the connections lead to.
    let origin: String
    let priority: HTTPPriority
  }

  private let limits: AdmissionLimits
  private var interactive = WaitingLine<Item>()
  private var background = WaitingLine<Item>()
  private var underWay: [String: Int] = [:]
  private var total = 0
  private var multiplexing: Set<String> = []

  init(_ limits: AdmissionLimits = AdmissionLimits()) {
    self.limits = limits
  }

  /// Whether anything waits.
  var isEmpty: Bool {
    interactive.origins.isEmpty && background.origins.isEmpty
  }

  /// Lets `item` wait, before the others of its origin where it has already waited once.
  mutating func add(_ item: Item, for place: Place, isFirst: Bool = false) {
    switch place.priority {
    case .interactive: interactive.add(item, place.origin, isFirst: isFirst)
    case .background: background.add(item, place.origin, isFirst: isFirst)
    }
  }

  /// The next that may begin while `descriptors` are in use; it then is under way.
  mutating func next(descriptors: Int) -> Item? {
    let free = limits.descriptors - descriptors
    guard total < limits.requests, free >= AdmissionLimits.descriptorsToConnect else { return nil }
    if let item = take(from: \.interactive) { return item }
    guard total < limits.requests - limits.reserve,
      free >= AdmissionLimits.descriptorsToConnect + limits.reservedDescriptors
    else { return nil }
    return take(from: \.background)
  }

  /// Gives the place of one that was under way to the others.
  mutating func finish(_ origin: String) {
    total -= 1
    let rest = (underWay[origin] ?? 1) - 1
    underWay[origin] = rest > 0 ? rest : nil
  }

  /// Learns whether `origin` takes several requests on one connection.
  mutating func note(_ origin: String, multiplexes: Bool) {
    if multiplexes { multiplexing.insert(origin) } else { multiplexing.remove(origin) }
  }

  /// Whether `origin` is known to take several requests on one connection.
  func multiplexes(_ origin: String) -> Bool {
    multiplexing.contains(origin)
  }

  /// Takes out everything that waits and satisfies the condition.
  mutating func removeAll(where isUnwanted: (Item) -> Bool) -> [Item] {
    interactive.removeAll(where: isUnwanted) + background.removeAll(where: isUnwanted)
  }

  private mutating func take(from line: WritableKeyPath<Self, WaitingLine<Item>>) -> Item? {
    guard let index = self[keyPath: line].origins.firstIndex(where: hasRoom) else { return nil }
    let (origin, item) = self[keyPath: line].take(at: index)
    underWay[origin, default: 0] += 1
    total += 1
    return item
  }

  private func hasRoom(_ origin: String) -> Bool {
    underWay[origin, default: 0] < (multiplexes(origin) ? limits.requestsPerMultiplexing : limits.requestsPerOrigin)
  }
}
