import Anime
import Providers

/// Reading the names of releases and finding their shows, as a feed asks for it.
struct ReleaseBenchmarks {
  /// An index of a catalogue as large as the real one, and a thousand names.
  func figures() -> [Figure] {
    guard let decoded = try? BangumiData.decode(SyntheticCatalogue().json) else { return [.failed("identify")] }
    let shows = decoded.shows.enumerated().map { place, row in
      row.show(id: ShowID(bits: UInt64(place)), provider: "bench")
    }
    let catalogue = Catalogue(shows: shows, sites: [])
    var index = ReleaseIndex(catalogue, positions: [])
    let built = time { index = ReleaseIndex(catalogue) }
    let names = Self.names(of: shows)
    var releases: [ReleaseName] = []
    let read = time { releases = names.map { ReleaseName(reading: $0) } }
    var found = 0
    let matched = time { found = releases.count { !index.matches($0).isEmpty } }
    guard found * 2 > names.count else { return [.failed("identify: \(found) of \(names.count) names")] }
    let thousands = Double(names.count) / 1000
    return [
      Figure(name: "identify: index of \(shows.count) shows", ours: built, unit: "ms", limit: 1000),
      Figure(name: "identify: read a thousand names", ours: read / thousands, unit: "ms", limit: 500),
      Figure(name: "identify: match a thousand names", ours: matched / thousands, unit: "ms", limit: 1000),
    ]
  }

  /// Names as groups write them, of titles that are in the catalogue and of such as are only like one.
  private static func names(of shows: [Show]) -> [String] {
    shows.enumerated().filter { $0.offset % 4 == 0 }.map { place, show in
      let title = show.titles.all.last ?? ""
      let written = place % 8 == 0 ? title : String(title.dropLast(2)) + " x"
      return "[Group] \(written) S\(1 + place % 3) - \(1 + place % 24)v2 [BDRip 1080p HEVC-10bit FLAC][A1B2C3D4].mkv"
    }
  }

  /// How long `body` takes, in milliseconds.
  private func time(_ body: () -> Void) -> Double {
    let elapsed = ContinuousClock().measure(body)
    return elapsed / .milliseconds(1)
  }
}
