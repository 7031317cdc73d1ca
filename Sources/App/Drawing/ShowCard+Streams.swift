import Anime
import TUI

extension ShowCard {
  /// What stands beside the names of the streams, each below its like.
  ///
  ///     Netflix     Fri 23:30  in 6d  JP US
  ///     ABEMA                         JP
  ///
  /// Where not all of it fits, how long it is until then gives way to where that is, on all lines.
  struct StreamCells {
    private let card: ShowCard
    private let airings: [Airing]
    /// How wide each part is; 0 where no stream has it, or it gives way.
    private let widths: [Int]

    init(_ card: ShowCard, _ streams: [(SiteLink, Site?)], width: Int) {
      self.card = card
      airings = card.nextAirings
      let parts = streams.map { [airings] in Self.parts(of: $0, $1, card, airings) }
      var widths = (0..<3).map { part in card.world.widest(parts.compactMap { $0[part]?.text }) }
      let whole = widths.filter { $0 > 0 }.reduce(card.labelWidth) { $0 + $1 + 2 } - 2
      if widths[2] > 0, whole > width { widths[1] = 0 }
      self.widths = widths
    }

    /// The line of a stream.
    func line(_ link: SiteLink, _ site: Site?) -> Line {
      let world = card.world
      let blank = card.theme[.text]
      let title = (site.map(card.strings.title(of:)) ?? link.site)
        .truncated(to: card.labelWidth - 1, ambiguity: world.ambiguity)
      var line = Line(title, style: card.theme[.link])
      var end = card.labelWidth
      for (part, width) in zip(Self.parts(of: link, site, card, airings), widths) where width > 0 {
        if let part {
          line.append(String(repeating: " ", count: end - line.width(ambiguity: world.ambiguity)), style: blank)
          line.append(part.text, style: part.style)
        }
        end += width + 2
      }
      return line
    }

    /// When it is on, how long it is until then, and where that is; nil for what is not known.
    private static func parts(of link: SiteLink, _ site: Site?, _ card: ShowCard, _ airings: [Airing]) -> [Span?] {
      let when = (link.broadcast?.start ?? link.begin).map {
        Span(card.world.days(from: $0, link.broadcast), style: card.theme[.time])
      }
      let countdown = airings.first { $0.site == link.site }.map {
        Span(card.world.relative($0.at), style: card.theme[$0.isMoved ? .new : .textDim])
      }
      let regions = (site?.regions(of: link) ?? link.regions).joined(separator: " ")
      return [when, countdown, regions.isEmpty ? nil : Span(regions, style: card.theme[.textFaint])]
    }
  }
}
