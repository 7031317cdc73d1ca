public import Anime

/// The provider of the first run, compiled in.
public enum Starter {
  /// The facts as a catalogue, under the keys that bangumi-data has for the same shows.
  public static var catalogue: DecodedCatalogue {
    let bangumi = Site(
      key: "bangumi", title: "番组计划", urlTemplate: "https://bangumi.tv/subject/{{id}}", kind: .info)
    return DecodedCatalogue(shows: StarterFacts.all.compactMap(DecodedShow.init), sites: [bangumi])
  }

  /// The moment at which the day of the facts began in Japan.
  public static var date: Instant? {
    Instant(japanese: StarterFacts.date)
  }
}

extension DecodedShow {
  /// The show of which `fact` tells. Nil where its kind or its first day cannot be read.
  init?(_ fact: StarterFact) {
    guard let kind = Show.Kind(rawValue: fact.kind), let begin = Instant(japanese: fact.begin) else { return nil }
    self.init(
      key: "bangumi:\(fact.bangumi):\(Language.japanese.rawValue)",
      titles: Titles(
        native: fact.japanese, nativeLanguage: .japanese,
        translations: [.simplifiedChinese: [fact.simplifiedChinese], .english: [fact.english]]),
      kind: kind, begin: begin, end: fact.end.flatMap { Instant(japanese: $0) },
      broadcast: fact.broadcast.flatMap { Instant(japanese: $0) }.map { Broadcast(start: $0, period: .days(7)) },
      sites: [SiteLink(site: "bangumi", id: fact.bangumi)], episodeCount: fact.episodeCount)
  }
}

extension Instant {
  /// Reads a time of Japan, `2026-07-08T23:00`, or the beginning of a day there, `2026-07-08`.
  fileprivate init?(japanese text: String) {
    self.init(iso8601: text.contains("T") ? "\(text)+09:00" : "\(text)T00:00+09:00")
  }
}
