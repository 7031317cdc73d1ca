import FaultServer
import Mirrors

/// A crowd of mirrors: what each of them does, and why they are asked.
///
///     silence,honest,trickle                     three mirrors, the second of them honest
///     background:portal,honest|silence,honest    two mirrors and two who tell the version, nobody waiting
///
/// Its description is all of it, so that a case repeats itself without a seed.
struct MirrorCase: Sendable, CustomStringConvertible {
  /// What the mirrors do, in their order; nil is an honest one.
  var mirrors: [Misbehaviour?]
  /// What those do who tell the version; nobody where the addresses hold none.
  var sources: [Misbehaviour?] = []
  /// Why they are asked.
  var purpose = Purpose.typed

  init(_ mirrors: [Misbehaviour?], sources: [Misbehaviour?] = [], for purpose: Purpose = .typed) {
    self.mirrors = mirrors
    self.sources = sources
    self.purpose = purpose
  }

  /// Reads a description. Nil where it is none.
  init?(_ text: String) {
    let isBackground = text.hasPrefix(Self.background)
    let lists = text.dropFirst(isBackground ? Self.background.count : 0).split(separator: "|").map(Self.cast)
    guard let mirrors = lists.first ?? nil, lists.count <= 2 else { return nil }
    self.init(mirrors, for: isBackground ? .background : .typed)
    guard lists.count == 2 else { return }
    guard let sources = lists[1] else { return nil }
    self.sources = sources
  }

  var description: String {
    let lists = ([mirrors] + (sources.isEmpty ? [] : [sources])).map { list in
      list.map { $0?.rawValue ?? Self.honest }.joined(separator: ",")
    }
    return (purpose == .background ? Self.background : "") + lists.joined(separator: "|")
  }

  /// How many of the mirrors do this.
  func count(_ misbehaviour: Misbehaviour) -> Int { mirrors.count { $0 == misbehaviour } }

  private static let background = "background:"
  private static let honest = "honest"

  private static func cast(_ text: Substring) -> [Misbehaviour?]? {
    let names = text.split(separator: ",").map(String.init)
    let cast = names.map { Misbehaviour(rawValue: $0) }
    return zip(names, cast).allSatisfy { $0 == honest || $1 != nil } ? cast : nil
  }
}
