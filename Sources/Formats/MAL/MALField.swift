/// What MyAnimeList's export says of an anime, in the order in which it says it.
public enum MALField: String, CaseIterable, Hashable, Sendable {
  case id = "series_animedb_id"
  case title = "series_title"
  case type = "series_type"
  case episodes = "series_episodes"
  case myID = "my_id"
  case watched = "my_watched_episodes"
  case started = "my_start_date"
  case finished = "my_finish_date"
  case rated = "my_rated"
  case score = "my_score"
  case storage = "my_storage"
  case storageValue = "my_storage_value"
  case status = "my_status"
  case comments = "my_comments"
  case timesWatched = "my_times_watched"
  case rewatchValue = "my_rewatch_value"
  case priority = "my_priority"
  case tags = "my_tags"
  case isRewatching = "my_rewatching"
  case rewatchingEpisode = "my_rewatching_ep"
  case discuss = "my_discuss"
  case sns = "my_sns"
  case updatesOnImport = "update_on_import"

  /// What an export says where there is nothing to say.
  public var unset: String {
    switch self {
    case .id, .title, .rated, .storage, .comments, .rewatchValue, .tags: ""
    case .type: "Unknown"
    case .episodes, .myID, .watched, .score, .timesWatched, .isRewatching, .rewatchingEpisode, .discuss: "0"
    case .started, .finished: "0000-00-00"
    case .storageValue: "0.00"
    case .status: "Plan to Watch"
    case .priority: "Low"
    case .sns: "default"
    // Whoever imports the list wants what it says.
    case .updatesOnImport: "1"
    }
  }

  /// All fields, in the order in which they are said.
  static let order = allCases

  /// Its place in that order.
  var place: Int { Self.order.firstIndex(of: self) ?? 0 }

  /// Whether its text stands in a section, as people type it.
  var isSection: Bool {
    switch self {
    case .title, .comments, .tags: true
    default: false
    }
  }
}
