import Anime
import TUI

extension ShowCard {
  /// What stands beside the names of the streams, each below its like.
  ///
  ///     Netflix     Fri 23:30  in 6d  JP US
  ///     ABEMA                         JP
  ///
  /// Where not all of it fits, how long it is until then gives way on all lines, then what is left of long names, and in
  /// the end where that is.
  struct StreamCells {
    private let card: ShowCard
    private let airings: [Airing]
    /// How wide the names are, with the blanks behind them.
    private let nameWidth: Int
    /// How wide each part is; 0 where no stream has it, or it gives way.
    private let widths: [Int]

    /// So many cells of a name tell which it is.
    private static let shortName = 12
    /// So many cells of the places tell that there are some, and the first.
    private static let firstPlaces = 5

    init(_ card: ShowCard, _ streams: [(SiteLink, Site?)], width: Int) {
      self.card = card
      airings = card.nextAirings
      let parts = streams.map { [airings] in Self.parts(of: $0, $1, card, airings) }
      var widths = (0..<3).map { part in card.world.widest(parts.compactMap { $0[part]?.text }) }
      var name = card.world.widest(streams.map { Self.name(of: $0, $1, card) })
      /// By how many cells the lines are too long; of many places the first ones do.
      func excess() -> Int {
        let parts = [widths[0], widths[1], min(widths[2], Self.firstPlaces)]
        return parts.reduce(name) { $1 > 0 ? $0 + $1 + 2 : $0 } - width
      }
      if widths[2] > 0, excess() > 0 { widths[1] = 0 }
      if excess() > 0 { name = max(min(name, Self.shortName), name - excess()) }
      if excess() > 0 { widths[2] = 0 }
      (self.widths, nameWidth) = (widths, name + 2)
    }

    private static func name(of link: SiteLink, _ site: Site?, _ card: ShowCard) -> String {
      site.map(card.strings.title(of:)) ?? link.site
    }

    /// The line of a stream.
    func line(_ link: SiteLink, _ site: Site?) -> Line {
      let world = card.world
      let blank = card.theme[.text]
      let name = Self.name(of: link, site, card).truncated(to: nameWidth - 2, ambiguity: world.ambiguity)
      var line = Line(name, style: card.theme[.link])
      var end = nameWidth
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
        // Nothing that has ended is on every week.
        Span(card.world.days(from: $0, card.hasEnded ? nil : link.broadcast), style: card.theme[.time])
      }
      let countdown = airings.first { $0.site == link.site }.map {
        Span(card.world.relative($0.at), style: card.theme[$0.isMoved ? .new : .textDim])
      }
      let regions = (site?.regions(of: link) ?? link.regions).joined(separator: " ")
      return [when, countdown, regions.isEmpty ? nil : Span(regions, style: card.theme[.textFaint])]
    }
  }
}
