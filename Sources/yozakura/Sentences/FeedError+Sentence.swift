internal import Formats
internal import Markup

extension FeedError {
  /// Why an answer is no feed.
  var sentence: String {
    switch self {
    case .empty: "the answer is empty"
    case .tooLarge(let bytes, let limit): "the answer has \(bytes) bytes, more than the \(limit) that a feed may have"
    case .webPage: "the answer is a web page, and no feed"
    case .notFeed(root: ""): "the answer is no feed"
    case .notFeed(let root): "the answer is no feed, but begins with <\(root)>"
    case .unreadable(let problem): problem.sentence
    }
  }
}

extension FeedProblem {
  /// Why a feed cannot be read any further.
  var sentence: String {
    switch self {
    case .markup(let error): error.sentence
    case .json(let offset): "the feed is not JSON at byte \(offset)"
    case .torn(let place): "the feed breaks off at \(place)"
    }
  }
}

extension MarkupError {
  /// Why a document cannot be read any further.
  var sentence: String {
    switch self {
    case .tooLarge(let bytes, let limit): "it has \(bytes) bytes, more than the \(limit) that are read"
    case .unknownEncoding(let name): "its encoding is “\(name)”, which is not read; UTF-8 is"
    case .beyond(.depth, let place): "its elements lie too deep in each other at \(place)"
    case .beyond(.attributes, let place): "an element has too many attributes at \(place)"
    case .beyond(.namespaces, let place): "it declares too many namespaces at \(place)"
    case .beyond(.length, let place): "a text or name is too long at \(place)"
    }
  }
}
