/// What the name of a file, or the title of a feed's entry, says about the episode in it.
///
///     [Group] Sousou no Frieren S2 - 05v2 (1080p) [A1B2C3D4].mkv
///       title "Sousou no Frieren", seasons [2], episodes [5...5], version 2, group "Group"
///
/// Groups write as they please, so all of this is a reading and may be wrong; what a name does not say is nil or
/// empty, never a guess.
public struct ReleaseName: Hashable, Sendable {
  /// The title as it stands in the name: with every language, and with a word such as `OVA` that belongs to it.
  public var title: String?
  /// The title once in each language, without words for what kind of release it is: what to look for.
  public var names: [String] = []
  /// The seasons that are named, in their order; nearly always one at most.
  public var seasons: [Int] = []
  /// The episodes in it: one, a range, or several of either.
  public var episodes: [ClosedRange<ReleaseEpisode>] = []
  /// The number of the first episode counted from the first season, where both are given: 51 of `01 (51)`.
  public var absoluteEpisode: ReleaseEpisode?
  /// The volumes of discs in it.
  public var volumes: [Int] = []
  /// What sort of release it is.
  public var kind: Kind = .work
  /// The revision, 2 of `05v2`.
  public var version: Int?
  /// Who made it.
  public var group: String?
  /// The year of the show, where there are several of that name.
  public var year: Int?
  /// The words about the file, as they stand in the name.
  public var words = Words()
  /// Eight hexadecimal digits in upper case: the CRC-32 of the file.
  public var checksum: String?
  /// `mkv`, in lower case, where the name is that of a file.
  public var fileExtension: String?

  /// The only season named; nil where none or several are.
  public var season: Int? { seasons.count == 1 ? seasons[0] : nil }

  /// What sort of release it is; the raw values are the words of JSON output.
  public enum Kind: String, CaseIterable, Sendable {
    /// Nothing says what it is: a film, a whole series, or a name that tells the title alone.
    case work
    /// One episode, or a few.
    case episode
    /// A special episode: `SP`, 番外篇.
    case special
    /// An episode sold on discs only: `OVA`, `OAD`.
    case ova
    /// A film: `Movie`, 劇場版.
    case movie
    /// The opening sequence.
    case opening
    /// The ending sequence.
    case ending
    /// A trailer or an advertisement.
    case trailer
    /// A whole season, or the discs of one.
    case batch
  }

  /// What a name says about the file, by subject; as written, in the order of the name.
  public struct Words: Hashable, Sendable {
    /// `1080p`, `1920x1080`.
    public var resolution: String?
    /// Where the picture comes from: `BDRip`, `WEB-DL`.
    public var source: String?
    /// How the picture is coded: `HEVC`, `10bit`.
    public var video: [String] = []
    /// How the sound is coded: `FLAC`, `5.1`.
    public var audio: [String] = []
    /// Subtitles and languages: `简繁内封`, `CHT`, `VOSTFR`.
    public var subtitles: [String] = []
  }
}
