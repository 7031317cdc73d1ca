import Anime

/// How the sources of an episode fit each other, as far as what they say tells.
public struct SourceAlignment: Hashable, Sendable {
  /// The episode, with the offsets that the user has kept so far.
  public var episode: KeptEpisode
  /// The source that the others are compared with, which stays where it is.
  public var reference: String
  /// The others, in the order of their names.
  public var others: [Other]

  /// A source that is not the reference.
  public struct Other: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// How it fits; nil where too little of what both say agrees.
    public var fit: Fit?

    /// The source called `name`.
    public init(name: String, fit: Fit?) {
      self.name = name
      self.fit = fit
    }
  }

  /// Where a source fits.
  public struct Fit: Hashable, Sendable {
    /// By how many milliseconds it must come later than the reference.
    public var distance: Int
    /// Of how many texts that are rare in both.
    public var shared: Int
    /// How many percent of these agree.
    public var percent: Int

    /// A fit of `percent` percent of `shared` texts.
    public init(distance: Int, shared: Int, percent: Int) {
      self.distance = distance
      self.shared = shared
      self.percent = percent
    }
  }

  /// How `others` fit `reference` in `episode`.
  public init(episode: KeptEpisode, reference: String, others: [Other]) {
    self.episode = episode
    self.reference = reference
    self.others = others
  }

  /// The others for which there is a fit.
  var fitting: [(name: String, fit: Fit)] { others.compactMap { other in other.fit.map { (other.name, $0) } } }

  /// The episode with what is found here, where the reference comes `offset` milliseconds later than it is written
  /// down.
  func aligned(at offset: Int) -> KeptEpisode {
    var episode = episode
    episode.entry.apply(episode.entry.moving(reference, by: offset))
    for other in fitting { episode.entry.apply(episode.entry.moving(other.name, by: offset + other.fit.distance)) }
    return episode
  }
}
