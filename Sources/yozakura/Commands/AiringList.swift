internal import Anime
internal import App
internal import Library

/// What a command that tells when shows are on has to say.
struct AiringList {
  /// The airings, in order of time.
  var airings: [Airing]
  /// The places in the catalogue of shows that begin today at an hour that nobody said; nil where that is not asked.
  var premieres: [Int]?

  /// The first `limit` airings, and all premieres.
  func limited(to limit: Int?) -> AiringList {
    AiringList(airings: Array(airings.prefix(limit ?? .max)), premieres: premieres)
  }
}

extension Session {
  /// What is on in `range`, as the user noted it.
  func airings(in range: Range<Instant>, of snapshot: Snapshot) -> [Airing] {
    snapshot.catalogue.airings(in: range, now: now, notes: notes(snapshot))
  }

  /// The user's shows that begin today and are not among `airings`: films, and what nobody knows an hour of.
  func premieresToday(besides airings: [Airing], of snapshot: Snapshot) -> [Int] {
    let known = Set(airings.map(\.position))
    return snapshot.catalogue.premieres(on: today, in: zone).filter { position in
      let entry = snapshot.entry(for: snapshot.catalogue.id(at: position))
      return entry.isFollowed && !known.contains(position)
    }
  }

  /// `list` as an answer; `say` has other words for people than a line for each airing.
  func answer(_ list: AiringList, of snapshot: Snapshot, say: ((inout Page) -> Void)? = nil) -> Answer {
    let premieres = list.premieres.map { positions in
      [JSON.Field("premieres", .array(positions.map { snapshot.json(at: $0) }))]
    }
    return Answer(
      fields: { [("airings", .array(list.airings.map(snapshot.json)))] + (premieres ?? []) },
      hint: list.airings.isEmpty && list.premieres?.isEmpty ?? true ? strings.nothingAirs : starterHint(snapshot),
      say: say ?? { AiringRows(session: self, snapshot: snapshot).say(list, to: &$0) })
  }
}
