internal import FeedProperties
internal import Markup

extension FuzzTarget {
  /// What begins ends, once and in its order, and places only go forward.
  @Sendable static func checkMarkup(_ bytes: [UInt8]) throws(BrokenPromise) {
    guard var reader = try? MarkupReader(bytes) else { return }
    var open: [MarkupName] = []
    var last = MarkupPlace(offset: 0, line: 1)
    while let event = try? reader.next() {
      switch event {
      case .start(let element): open.append(element.name)
      case .end(let name): try promise("\(name) ends where it is the last", open.popLast() == name)
      case .text(let text): try promise("texts stand in elements: \(text)", !open.isEmpty)
      }
      let place = reader.place()
      try promise("\(place) is behind \(last)", place.offset >= last.offset && place.line >= last.line)
      last = place
    }
  }

  /// What is read of a feed is what `FeedProperty` asks for.
  @Sendable static func checkFeed(_ bytes: [UInt8]) throws(BrokenPromise) {
    if let flaw = FeedProperty.flaw(of: bytes) { throw BrokenPromise(description: "the feed is \(flaw)") }
  }
}
