internal import Anime
internal import Providers

extension DanmakuFetchFailure {
  /// Why a server gave no comments.
  var sentence: String {
    switch self {
    case .transport(let error): error.sentence
    case .redirected(let host): "a redirect to \(host), which a signed request does not follow"
    case .refused(let sentence): "it refuses" + (sentence.map { ": “\($0)”" } ?? "")
    case .notUnderstood: "the answer is not what the protocol promises"
    case .noEpisode: "it has not this episode"
    case .ambiguous(let titles):
      "it knows \(titles.count) shows by this title, none of exactly its name: \(titles.prefix(5).joined(separator: ", "))"
    case .noID(let site): "the show has no id at \(site), which the address wants"
    case .notDanmaku(let error): "no comments came: \(error.clause)"
    case .noFile(let pattern): "there is no file \(Sanitiser.clean(pattern))"
    case .severalFiles(let names):
      """
      \(names.count) files fit, and the pattern does not tell which is the episode's: \
      \(names.prefix(5).map { Sanitiser.clean($0) }.joined(separator: ", "))
      """
    case .unreadable(let reason): reason
    }
  }
}
