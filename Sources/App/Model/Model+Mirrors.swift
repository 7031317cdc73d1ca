import Anime

extension Model {
  /// Whether the Mirrors screen is on top.
  var isOnMirrors: Bool { layers.isEmpty && place == .mirrors }

  /// What is done with the mirrors, and only where they are on screen.
  mutating func performOnMirrors(_ action: Action) -> [Effect] {
    guard isOnMirrors else {
      alarm(world.strings.notHere(action.rawValue))
      return []
    }
    if action == .refresh { return [.loadMirrors] }
    guard let mirror = mirrors.list.selected else { return [] }
    guard !isOffline else {
      alarm(about: .offline)
      return []
    }
    switch action {
    case .tryNow:
      say(world.strings.mirrors.trying(mirror.host))
      return [.tryMirror(provider: mirror.provider, address: mirror.address)]
    case .compare:
      say(world.strings.mirrors.comparing(mirror.provider))
      return [.compareMirrors(provider: mirror.provider)]
    default: return []
    }
  }

  /// Asks for the selected mirror first from now on, or no longer. A pin is shown once it is kept.
  mutating func pinMirror() -> [Effect] {
    guard let mirror = mirrors.list.selected, mirror.role == .mirror else { return [] }
    return [.pinMirror(provider: mirror.provider, address: mirror.isPinned ? nil : mirror.address)]
  }

  /// What came of trying one mirror.
  mutating func tell(of host: String, _ cause: NetworkCause?) {
    let strings = world.strings
    guard let cause else { return say(strings.mirrors.answered(host)) }
    alarm(strings.mirrors.tried(host, strings.network.cause(cause)), quote: strings.quote(of: cause))
  }

  /// What came of comparing the mirrors of a provider.
  mutating func tell(_ comparison: MirrorComparison) {
    let text = world.strings.mirrors.compared(comparison)
    if comparison.differing.isEmpty, !comparison.agreeing.isEmpty { say(text) } else { alarm(text) }
  }
}
