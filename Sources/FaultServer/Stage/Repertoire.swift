/// Every part that a ``MirrorActor`` can play with one content, by path; learnt once, played by many.
public struct Repertoire: Sendable {
  /// The content that all is about.
  public let content: MirrorContent
  let routes: [String: Answer]

  /// The parts about `content`.
  ///
  /// `pace` is what a slow mirror waits between two pieces, and `bombMegabytes` what its bombs unpack to.
  public init(_ content: MirrorContent, pace: Duration = .milliseconds(200), bombMegabytes: Int = 80) {
    self.content = content
    var routes = [Self.honest: Answer.gzip(content.file), Self.version: .version(content.version)]
    for misbehaviour in Misbehaviour.allCases {
      routes[Self.path(of: misbehaviour)] = misbehaviour.answer(with: content, pace: pace, bomb: bombMegabytes)
    }
    self.routes = routes
  }

  static let honest = "/honest"
  static let version = "/version"

  static func path(of misbehaviour: Misbehaviour) -> String { "/\(misbehaviour.rawValue)" }
}
