import Anime

/// The phrases about the network in one language: why something failed, and what can be done.
struct NetworkStrings: Sendable {
  /// What went wrong, without what the service itself said.
  let cause: @Sendable (NetworkCause) -> String
  /// What the user can do about it; nil where there is nothing but to wait.
  let advice: @Sendable (NetworkCause) -> String?
  /// The words of a stranger, so that nobody takes them for ours.
  let quoted: @Sendable (String) -> String

  // The status cell.
  /// That nothing can be fetched, or that what was fetched did not help, and for how long.
  let failing: @Sendable (_ isOutage: Bool, _ age: String?) -> String
  let capsuleOf: @Sendable (_ time: String) -> String
  let nextTry: @Sendable (_ wait: String) -> String
  let retry: String
  let seconds: @Sendable (Int) -> String
  let perSecond: @Sendable (_ bytes: String) -> String
}

extension Strings {
  /// Why nothing could be fetched, in words; what a service said stands in quotation marks, behind its name.
  public func message(for cause: NetworkCause, host: String? = nil) -> String {
    guard let quote = quote(of: cause, host: host) else { return network.cause(cause) }
    return "\(network.cause(cause)): \(quote)"
  }

  /// What the user can do about it, in one line; nil where there is nothing but to wait.
  public func advice(for cause: NetworkCause) -> String? {
    network.advice(cause)
  }

  /// That nothing was fetched, and why, without what the service said.
  func nothingFetched(_ cause: NetworkCause) -> String {
    failure(.network(cause), { _ in "" }, network.cause)
  }

  /// How long it is until `moment`: `40s`, `12m`.
  func countdown(to moment: Instant, now: Instant) -> String {
    let seconds = Int(max(0, (moment - now).milliseconds) / 1000)
    return seconds < 60 ? network.seconds(seconds) : duration(seconds / 60)
  }

  /// What the service said, quoted: `cdn.example.org: “The API is disabled.”`; nil where it said nothing.
  func quote(of cause: NetworkCause, host: String? = nil) -> String? {
    cause.sentence.map { (host.map { "\($0): " } ?? "") + quoted($0) }
  }

  /// `text` in quotation marks that nothing in it can close.
  func quoted(_ text: String) -> String {
    let marks: Set<Character> = ["“", "”", "„", "「", "」", "『", "』"]
    return network.quoted(String(text.map { marks.contains($0) ? "'" : $0 }))
  }
}
