extension ReleaseName {
  /// Reads the name of the file at `path`; what it does not say its folder does, as in `Shirobako/01.mkv`.
  ///
  /// A folder that only numbers a season is asked for that, and the one around it for the title:
  /// `Shirobako/Season 1/01.mkv`, `Shirobako/Specials/01.mkv`.
  public init(path: String) {
    let parts = path.split(separator: "/")
    self.init(reading: parts.last.map(String.init) ?? "")
    var folders = parts.dropLast()
    guard !folders.isEmpty else { return }
    takeLoneNumber()
    while let folder = folders.popLast(), takePart(named: String(folder)) {}
    guard title == nil, let folder = parts.dropLast().last(where: { !Self.isPart(String($0)) }) else { return }
    take(ReleaseName(reading: String(folder)))
  }

  /// Takes title, group, year and season from the name of its folder.
  private mutating func take(_ folder: ReleaseName) {
    title = folder.title
    names = folder.names
    group = group ?? folder.group
    year = year ?? folder.year
    if seasons.isEmpty { seasons = folder.seasons }
  }

  /// Takes the season or the sort from a folder that names a part of a show; tells whether the folder does.
  private mutating func takePart(named folder: String) -> Bool {
    guard Self.isPart(folder) else { return false }
    if Self.specials.contains(folder.lowercased()) {
      if kind == .episode || kind == .work { kind = .special }
    } else if seasons.isEmpty {
      seasons = ReleaseName(reading: folder).seasons
    }
    return true
  }

  /// Whether a folder called so holds a part of a show and does not name the show.
  private static func isPart(_ folder: String) -> Bool {
    guard !specials.contains(folder.lowercased()) else { return true }
    let name = ReleaseName(reading: folder)
    return name.title == nil && !name.seasons.isEmpty
  }

  private static let specials: Set<String> = [
    "special", "specials", "sp", "sps", "season 0", "season 00", "s00", "特典", "番外",
  ]

  /// A name that is a number alone is the title of a show, except in a folder, where it is an episode's.
  private mutating func takeLoneNumber() {
    guard episodes.isEmpty, let title, let reading = EpisodeReading(title.lowercased()) else { return }
    episodes = reading.episodes
    version = reading.version ?? version
    kind = .episode
    (self.title, names) = (nil, [])
  }
}
