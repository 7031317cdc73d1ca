extension ReleaseName {
  /// Reads the name of the file at `path`; where it has no title, as in `Shirobako/01.mkv`, its folder has.
  public init(path: String) {
    let parts = path.split(separator: "/").suffix(2)
    self.init(reading: parts.last.map(String.init) ?? "")
    guard parts.count == 2, let folder = parts.first else { return }
    takeLoneNumber()
    guard title == nil else { return }
    let named = ReleaseName(reading: String(folder))
    title = named.title
    names = named.names
    group = group ?? named.group
    year = year ?? named.year
    if seasons.isEmpty { seasons = named.seasons }
  }

  /// A name that is a number alone is the title of a show, except in a folder, where it is an episode's.
  private mutating func takeLoneNumber() {
    guard episodes.isEmpty, let title, let reading = EpisodeReading(title.lowercased()) else { return }
    episodes = reading.episodes
    version = reading.version ?? version
    kind = .episode
    (self.title, names) = (nil, [])
  }
}
