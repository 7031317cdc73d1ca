/// Which of the places where shows are on are wanted.
public struct PlaceFilter: Hashable, Sendable {
  /// Television or streams; nil for both.
  public var kind: Airing.Kind?
  /// The keys of the sites; empty for all.
  public var sites: Set<String>
  /// Where it must work, as an ISO 3166 code; nil for anywhere.
  public var region: String?

  /// Every place.
  public static let all = PlaceFilter()

  /// The places that are all of this.
  public init(kind: Airing.Kind? = nil, sites: some Sequence<String> = [], region: String? = nil) {
    self.kind = kind
    self.sites = Set(sites.map { $0.lowercased() })
    self.region = region?.uppercased()
  }

  /// Whether the place of `airing` is wanted.
  public func includes(_ airing: Airing, in catalogue: Catalogue) -> Bool {
    self == .all || includes(airing.kind, site: airing.site, of: catalogue.summary(at: airing.position))
  }

  /// Whether television, or the site with this key, is wanted for `show`.
  func includes(_ kind: Airing.Kind, site: String?, of show: ShowSummary) -> Bool {
    guard self.kind.map({ $0 == kind }) ?? true else { return false }
    guard sites.isEmpty || site.map({ sites.contains($0.lowercased()) }) ?? false else { return false }
    guard let region else { return true }
    let regions = show.regions(of: site)
    return regions.isEmpty || regions.contains(region)
  }
}

extension ShowSummary {
  /// Where it can be seen on television, or on the site with this key, as ISO 3166 codes; empty where nobody said.
  ///
  /// A broadcast is one of the country whose language the show is in.
  public func regions(of site: String?) -> [String] {
    guard let site else { return nativeLanguage.countries }
    guard let link = sites.first(where: { $0.site == site }) else { return [] }
    return catalogue.site(site)?.regions(of: link) ?? link.regions
  }
}

extension Language {
  /// The countries whose television speaks it; empty for English, in which shows are made in many.
  fileprivate var countries: [String] {
    switch self {
    case .japanese: ["JP"]
    case .simplifiedChinese: ["CN"]
    case .traditionalChinese: ["TW"]
    case .english: []
    }
  }
}
