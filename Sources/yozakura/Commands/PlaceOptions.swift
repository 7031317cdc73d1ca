internal import Anime
internal import ArgumentParser
internal import Library

/// Which places are wanted, where a command tells when shows are on.
struct PlaceOptions: ParsableArguments {
  @Flag(help: "Only television.")
  var tv = false

  @Flag(help: "Only streams.")
  var stream = false

  @Option(help: .init("Only this site, bilibili or netflix; may be given several times.", valueName: "key"))
  var site: [String] = []

  @Option(help: .init("Only what can be seen there, as far as is known: JP, US.", valueName: "country"))
  var region: String?

  func validate() throws {
    if tv, stream { throw ValidationError("--tv and --stream leave nothing together; without both, both are shown.") }
    if tv, !site.isEmpty { throw ValidationError("--tv and --site leave nothing together.") }
    guard let region else { return }
    guard region.utf8.count == 2, region.allSatisfy({ $0.isASCII && $0.isLetter }) else {
      throw ValidationError("--region wants the two letters of a country: JP, US.")
    }
  }

  /// Whether nothing is said of places.
  var areAll: Bool { !tv && !stream && site.isEmpty && region == nil }

  /// The places, the sites among them known to `snapshot`.
  func places(in snapshot: Snapshot) throws(Failure) -> PlaceFilter {
    let known = snapshot.catalogue.sites.filter { $0.kind == .onair }.map(\.key)
    for key in site where !known.contains(key.lowercased()) {
      let hint = known.nearest(to: key.lowercased()).map { " Did you mean `\($0)`?" } ?? ""
      throw .notFound("No site here is called `\(key)`.\(hint)")
    }
    return PlaceFilter(kind: tv ? .tv : stream ? .stream : nil, sites: site, region: region)
  }
}
