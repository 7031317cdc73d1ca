internal import Anime
internal import ArgumentParser

/// What `set` can say of the parts of a show's episodes that are skipped where they are played.
struct SkipOptions: ParsableArguments {
  @Option(
    help: .init("Skip the opening from one moment to another, 1:30-3:00, or none.", valueName: "span"),
    transform: SkippedTimes.init)
  var opening: SkippedTimes?
  @Option(
    help: .init("Skip the ending from one moment to another, 21:50-23:20, or none.", valueName: "span"),
    transform: SkippedTimes.init)
  var ending: SkippedTimes?

  /// Whether nothing of all that is said.
  var isEmpty: Bool { opening == nil && ending == nil }

  /// What is said about what an entry has.
  func changes(of entry: ListEntry) -> [Change] {
    guard !isEmpty else { return [] }
    var skips = entry.skips
    if let opening { skips[.opening] = opening.span }
    if let ending { skips[.ending] = ending.span }
    return [.skips(skips)]
  }

  /// The field about which something is said.
  var fields: [Change] { changes(of: ListEntry(show: ShowID(bits: 0))) }

  /// A part of the media, or that there is none.
  struct SkippedTimes: Sendable {
    /// From which to which moment, in milliseconds; nil where nothing is skipped any more.
    var span: Range<Int>?

    init(_ text: String) throws {
      guard text != "none" else { return }
      let times = text.split(separator: "-", omittingEmptySubsequences: false).map { MediaMoment($0)?.milliseconds }
      guard times.count == 2, let begin = times[0], let end = times[1], begin < end else {
        throw ValidationError("“\(text)” is no span such as 1:30-3:00, nor none.")
      }
      span = begin..<end
    }
  }
}
