/// What went wrong with a request, as far as the choice of mirrors cares.
public struct Fault: Hashable, Sendable {
  /// The kinds of faults: one table for the policy, the log and the manual.
  public enum Code: String, CaseIterable, Sendable {
    /// No such host.
    case nameUnknown
    /// The name servers are silent.
    case nameTimeout
    /// Nothing listens there.
    case refused
    /// There is no way to the host.
    case unreachable
    /// No connection in time.
    case connectTimeout
    /// The certificate is not valid at what this machine takes for now.
    case clock
    /// The certificate is wrong, or there was no secure connection.
    case certificate
    /// The connection broke.
    case reset
    /// Nothing came for too long.
    case stalled
    /// Bytes came slower than the floor.
    case tooSlow
    /// The body ended early.
    case truncated
    /// The service asks for a pause.
    case busy
    /// The service says no.
    case refusing
    /// The file is not there.
    case missing
    /// Any other status that is no answer.
    case serverError
    /// An answer that is not what was asked for.
    case invalid
    /// A web page where data should be.
    case page
    /// Bytes that are proven wrong.
    case lying
    /// More than is taken.
    case tooBig
  }

  /// The kind.
  public var code: Code
  /// The HTTP status, where there was one.
  public var status: Int?
  /// How long the service asks to be left alone.
  public var retryAfter: Duration?
  /// The service's own words.
  public var sentence: String?

  /// A fault of a kind.
  public init(_ code: Code, status: Int? = nil, retryAfter: Duration? = nil, sentence: String? = nil) {
    self.code = code
    self.status = status
    self.retryAfter = retryAfter
    self.sentence = sentence
  }

  /// Whether it says that the mirror is ill. A missing file says that it is behind; a pause or a refusal that
  /// it is well and unwilling; a lie is more than an illness.
  var isIllness: Bool {
    switch code {
    case .missing, .busy, .refusing, .lying: false
    default: true
    }
  }
}
