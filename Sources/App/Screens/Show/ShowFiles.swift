import Anime
import Danmaku
import TUI

/// The user's own files of a show, as lines: `7  ✓  1920×1080  23:40  734 MB  [Group] Frieren - 07.mkv`.
struct ShowFiles {
  let episodes: [LocalEpisode]
  /// How many episodes were watched.
  let progress: Int

  /// A heading, and a line for each file, `width` cells wide; nothing where there is none.
  func lines(width: Int, _ world: Surroundings) -> [ShowCard.LinkLine] {
    guard !episodes.isEmpty else { return [] }
    let heading = Line(world.strings.localFiles.heading, style: world.theme[.heading])
    // Below the numbers of the episodes with comments, which are negative too.
    let first = -1_000_000
    return [ShowCard.LinkLine(id: first, line: heading, isHeading: true)]
      + episodes.enumerated().map { index, episode in
        ShowCard.LinkLine(
          id: first - 1 - index,
          line: line(of: episode, width: width, world).truncated(to: width, ambiguity: world.ambiguity), file: episode)
      } + [ShowCard.LinkLine(id: first + 1, line: Line())]
  }

  private func line(of episode: LocalEpisode, width: Int, _ world: Surroundings) -> Line {
    let number = aligned(number(of: episode, world), in: episodes.map { self.number(of: $0, world) }, world)
    let mark = column(mark(of: episode, world), of: episodes.map { self.mark(of: $0, world) }, world)
    let facts =
      column(episode.pictureText, of: episodes.map(\.pictureText), world)
      + column(Self.duration(of: episode), of: episodes.map(Self.duration), world)
      + aligned(Self.size(of: episode), in: episodes.map(Self.size), world) + "  "
    let room = width - world.widest([number + "  " + mark + facts])
    return Line([
      Span(number + "  ", style: world.theme[.textStrong]), Span(mark, style: world.theme[.markDone]),
      Span(facts, style: world.theme[.textDim]),
      Span(name(of: episode, columns: room, world), style: world.theme[.textFaint]),
    ])
  }

  /// The name of its file in `columns` cells. Where it is longer, the group at its begin goes first, since that is the
  /// same in each file of a season, and then its middle.
  private func name(of episode: LocalEpisode, columns: Int, _ world: Surroundings) -> String {
    let name = episode.file.name
    guard world.widest([name]) > columns else { return name }
    let rest = Self.afterGroup(name).map { world.ambiguity.ellipsis + $0 }
    return (rest ?? name).truncatedInMiddle(to: columns, ambiguity: world.ambiguity)
  }

  /// What follows the `[Group]` that `name` begins with; nil where it begins with none, or nothing is left of it.
  private static func afterGroup(_ name: String) -> String? {
    guard let first = name.first, "[【".contains(first) else { return nil }
    guard let end = name.firstIndex(where: { "]】".contains($0) }) else { return nil }
    let rest = name[name.index(after: end)...].drop { $0 == " " || $0 == "_" }
    return rest.first.map { $0 == "." } ?? true ? nil : String(rest)
  }

  /// That it was watched; nil where not.
  private func mark(of episode: LocalEpisode, _ world: Surroundings) -> String? {
    let isWatched = episode.numbers.map { $0.upperBound <= progress } ?? false
    return isWatched ? world.marks.status(.completed) : nil
  }

  private func number(of episode: LocalEpisode, _ world: Surroundings) -> String {
    episode.numberText.isEmpty ? world.marks.nothing : episode.numberText
  }

  private static func size(of episode: LocalEpisode) -> String { Strings.bytes(Int(episode.file.size)) }

  private static func duration(of episode: LocalEpisode) -> String? { episode.facts?.duration.map(MediaTime.text) }

  /// `text` in a column that is as wide as the widest of `all`; nothing where none of them tells anything.
  private func column(_ text: String?, of all: [String?], _ world: Surroundings) -> String {
    let widest = world.widest(all.compactMap(\.self))
    guard widest > 0 else { return "" }
    return (text ?? "").padded(to: widest, ambiguity: world.ambiguity) + "  "
  }

  /// `text` at the right of a column that is as wide as the widest of `all`.
  private func aligned(_ text: String, in all: [String], _ world: Surroundings) -> String {
    String(repeating: " ", count: max(0, world.widest(all) - world.widest([text]))) + text
  }
}
