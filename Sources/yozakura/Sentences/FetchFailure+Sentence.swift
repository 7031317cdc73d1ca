internal import Anime
internal import HTTP
internal import Mirrors
internal import Providers

extension FetchFailure {
  /// Why an address was of no use.
  var sentence: String {
    switch self {
    case .transport(let error): error.sentence
    case .rejected(let rejection): rejection.sentence
    case .notFeed(let error): error.sentence
    case .noVersionInAnswer: "the answer tells no version"
    case .versionOutsidePin(let version): "version \(version) is none that this program can read"
    case .versionUnknown: "not asked, because no source told the version"
    case .tooLate: "nothing came in time"
    case .leftAlone(let reason): reason.sentence
    }
  }
}

extension Plan.Reason {
  /// Why it was left alone.
  var sentence: String {
    switch self {
    case .resting(let until): "not asked before \(Self.time(until)), because it kept failing"
    case .busy(let until): "it asks to be left alone until \(Self.time(until))"
    case .refusing(let until, let sentence):
      "it refuses" + (sentence.map { ": “\($0)”" } ?? "") + "; asked again after \(Self.time(until))"
    case .distrusted(let until): "not believed before \(Self.time(until)), because what it sent was proven wrong"
    case .budget: "not asked, to spare it"
    }
  }

  private static func time(_ moment: Duration) -> String {
    Instant(milliseconds: Int64(moment / .milliseconds(1))).iso8601
  }
}

extension HTTPError {
  /// What went wrong.
  var sentence: String {
    switch self {
    case .badAddress(let address): "“\(address)” is no http or https address"
    case .hostUnknown(let host): "there is no host \(host)"
    case .nameTimeout(let host): "no name server answered for \(host)"
    case .refused: "connection refused"
    case .unreachable: "no way to the host"
    case .connectTimeout: "no connection in time"
    case .reset(let received): "the connection broke after \(received) bytes"
    case .tls(_, let reason): "no secure connection: \(reason)"
    case .stalled(let rate): "too slow: \(rate) bytes a second"
    case .truncated(let expected?, let actual): "the answer ended after \(actual) of \(expected) bytes"
    case .truncated(nil, let actual): "the answer broke off after \(actual) bytes"
    case .tooLong(let expected): "the answer is longer than the \(expected) bytes that were announced"
    case .tooLarge(let limit): "the answer is larger than \(limit) bytes"
    case .bomb(let limit): "the answer unpacks to more than \(limit) bytes"
    case .tooManyHeaders(let limit): "more than \(limit) bytes of headers"
    case .tooManyRedirects(let limit): "more than \(limit) redirects"
    case .forbiddenRedirect(let address): "a redirect to \(address), which is not followed"
    case .forbiddenAddress(let address): "a redirect into your own network, to \(address), which is not followed"
    case .badEncoding(let encoding): "an encoding that cannot be read: \(encoding)"
    case .malformed(let reason): "no HTTP: \(reason)"
    case .status(let status, let sentence, _): "HTTP \(status)" + (sentence.map { ", “\($0)”" } ?? "")
    case .sinkRefused: "what came could not be stored"
    case .cancelled: "cancelled"
    case .libraryMissing(let reason): "libcurl cannot be loaded: \(reason)"
    }
  }
}

extension Rejection {
  /// Why an answer is no catalogue.
  var sentence: String {
    switch self {
    case .empty: "the answer is empty"
    case .html: "the answer is a web page"
    case .invalidUTF8(let offset): "the answer is not UTF-8 at byte \(offset)"
    case .invalidJSON(let offset): "the answer is not JSON at byte \(offset)"
    case .oldSchema: "the answer is of the old form 0.1, which names no type of show"
    case .missing(let key): "the answer has no `\(key)`"
    case .noShows(let skipped): "no show in the answer can be read (\(skipped) passed over)"
    case .guarded(let missing, let present): "the answer lacks \(missing) of \(present) shows"
    }
  }
}
