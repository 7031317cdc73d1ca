import Anime

/// Which show of ours each row of a provider's file is.
///
/// A row whose key was seen before is the show of that key. Under a new key it is a show
/// that is here and that no other row is by key, where an alias that fits one show on
/// either side says so, or title and begin do: its key was corrected, or another
/// provider (the starter catalogue among them) knew it first. Otherwise the show is new.
struct IdentityAssignment {
  /// The ids, row by row.
  private(set) var ids: [ShowID] = []
  /// The keys that were not known before, and what they mean.
  private(set) var introduced: [String: ShowID] = [:]

  private var taken: Set<ShowID> = []

  /// Sites with one id for each work; those of streaming sites often stand for all its seasons.
  static let identifyingSites: Set<String> = ["bangumi", "mal", "anilist", "anidb"]

  /// Assigns ids to `rows`, where `known` are all keys ever seen and `present` are the shows that are here.
  init(rows: [DecodedShow], known: [String: ShowID], present: [Show]) {
    var assigned: [ShowID?] = rows.map { row in
      guard let id = known[row.key], taken.insert(id).inserted else { return nil }
      return id
    }
    relink(rows, &assigned, known: known, present: present)
    for (index, row) in rows.enumerated() where assigned[index] == nil {
      let id = fresh(row.key)
      assigned[index] = id
      introduced[row.key] = id
    }
    ids = assigned.compactMap(\.self)
  }

  private mutating func relink(
    _ rows: [DecodedShow], _ assigned: inout [ShowID?], known: [String: ShowID], present: [Show]
  ) {
    let isNew = assigned.indices.filter { assigned[$0] == nil && known[rows[$0].key] == nil }
    guard !isNew.isEmpty, present.contains(where: { !taken.contains($0.id) }) else { return }
    let before = Landmarks(present.map { ($0.id, $0.landmarks) })
    let after = Landmarks(rows.enumerated().map { ($0, $1.landmarks) })
    for index in isNew {
      let row = rows[index]
      let matches = row.landmarks.filter { after.unambiguous[$0] != nil }.compactMap { before.unambiguous[$0] }
      guard let id = matches.first(where: { !taken.contains($0) }) else { continue }
      taken.insert(id)
      assigned[index] = id
      introduced[row.key] = id
    }
  }

  /// The id that `key` makes; another one in the one case of a quadrillion in which a show has it already.
  private mutating func fresh(_ key: String) -> ShowID {
    var id = ShowID(key: key)
    var count = 2
    while !taken.insert(id).inserted {
      id = ShowID(key: "\(key)#\(count)")
      count += 1
    }
    return id
  }
}

/// What a show can be recognised by: an alias, or title and begin.
enum Landmark: Hashable {
  case alias(site: String, id: String)
  case start(title: String, begin: Instant)
}

/// Who is recognised by what.
struct Landmarks<Owner: Hashable> {
  /// The landmarks that fit one owner only.
  private(set) var unambiguous: [Landmark: Owner] = [:]

  init(_ owners: [(Owner, [Landmark])]) {
    var ambiguous: Set<Landmark> = []
    for (owner, landmarks) in owners {
      for landmark in landmarks where !ambiguous.contains(landmark) {
        guard let other = unambiguous.updateValue(owner, forKey: landmark), other != owner else { continue }
        unambiguous[landmark] = nil
        ambiguous.insert(landmark)
      }
    }
  }
}

extension DecodedShow {
  var landmarks: [Landmark] { Landmark.all(sites: sites, title: titles.native, begin: begin) }
}

extension Show {
  var landmarks: [Landmark] { Landmark.all(sites: sites, title: titles.native, begin: begin) }
}

extension Landmark {
  /// The landmarks of a show, the surest first.
  static func all(sites: [SiteLink], title: String, begin: Instant) -> [Landmark] {
    aliases(sites) + [.start(title: title, begin: begin)]
  }

  /// The aliases among `sites` that stand for one work each.
  static func aliases(_ sites: [SiteLink]) -> [Landmark] {
    sites.filter { IdentityAssignment.identifyingSites.contains($0.site) && !$0.id.isEmpty }
      .map { .alias(site: $0.site, id: $0.id) }
  }
}
