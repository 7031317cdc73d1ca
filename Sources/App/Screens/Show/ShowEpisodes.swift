import Anime
import TUI

/// The episodes of which comments are kept, as lines: ` 7  ▁▂▃▅▇▆▃▂▁▂▅▇▇▅▃▂  1,384  bilibili`.
struct ShowEpisodes {
  let episodes: [EpisodeComments]

  /// A heading, and a line for each episode, `width` cells wide; nothing where no comments are kept.
  func lines(width: Int, _ world: Surroundings) -> [ShowCard.LinkLine] {
    guard !episodes.isEmpty else { return [] }
    let heading = Line(world.strings.keptComments, style: world.theme[.heading])
    let numbers = episodes.map { String($0.episode).count }.max() ?? 1
    let counts = episodes.map { Strings.grouped($0.count).count }.max() ?? 1
    // Negative, for the links below count from 0.
    return [ShowCard.LinkLine(id: -1, line: heading, isHeading: true)]
      + episodes.map { episode in
        let line = line(of: episode, numbers: numbers, counts: counts, width: width, world)
        return ShowCard.LinkLine(
          id: -1 - episode.episode, line: line.truncated(to: width, ambiguity: world.ambiguity),
          episode: episode.episode)
      } + [ShowCard.LinkLine(id: .min, line: Line())]
  }

  private func line(
    of episode: EpisodeComments, numbers: Int, counts: Int, width: Int, _ world: Surroundings
  ) -> Line {
    let columns = min(EpisodeComments.heatParts, max(8, width - numbers - counts - 16))
    let heat = Sparkline(episode.heat, maximum: 1).text(columns: columns, for: world.ambiguity)
    return Line([
      Span(Self.right(String(episode.episode), numbers) + "  ", style: world.theme[.textStrong]),
      Span(heat.padded(to: columns) + "  ", style: world.theme[.new]),
      Span(Self.right(Strings.grouped(episode.count), counts) + "  ", style: world.theme[.text]),
      Span(episode.sources.joined(separator: " "), style: world.theme[.textFaint]),
    ])
  }

  private static func right(_ digits: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - digits.count)) + digits
  }
}
