/// One line of the mirror log: how a request ended, or how a sync did.
///
/// It holds what a report is made from, and nothing that a later run would have to ask a server for.
public struct MirrorRecord: Hashable, Sendable {
  /// What ended.
  public enum Event: Hashable, Sendable {
    /// A request to one origin.
    case request(Request)
    /// The sync of a provider.
    case sync(Sync)
  }

  /// When it ended, since the Unix epoch.
  public var at: Duration
  /// The provider's name; "" where the request was made for none.
  public var provider: String
  /// Whom the request asked, or who gave the file of the sync; nil where nobody did.
  public var origin: Origin?
  /// What ended.
  public var event: Event
  /// The version that was told or given.
  public var version: Version?
  /// What was wrong on this side at that time; nobody is blamed for it.
  public var localCause: LocalFault.Cause?
  /// Why there was no usable answer, in words.
  public var cause: String?

  /// A record.
  public init(
    at: Duration, provider: String, origin: Origin?, event: Event, version: Version? = nil,
    localCause: LocalFault.Cause? = nil, cause: String? = nil
  ) {
    self.at = at
    self.provider = provider
    self.origin = origin
    self.event = event
    self.version = version
    self.localCause = localCause
    self.cause = cause
  }
}

extension MirrorRecord {
  /// How a request ended, without the service's own words.
  public struct Request: Hashable, Sendable {
    /// The ways to end.
    public enum Outcome: Hashable, Sendable {
      /// A usable answer.
      case good
      /// None.
      case failed(Fault.Code)
      /// Nobody waited for it any longer: another was faster.
      case abandoned
    }

    /// What was asked for.
    public var traffic: Traffic
    /// How it ended.
    public var outcome: Outcome
    /// Which try of its sync it was, counted from 1; 0 where it belongs to none.
    public var attempt: Int
    /// What it took.
    public var measure: Measure

    /// A request.
    public init(_ traffic: Traffic, _ outcome: Outcome, attempt: Int = 0, measure: Measure = Measure()) {
      self.traffic = traffic
      self.outcome = outcome
      self.attempt = attempt
      self.measure = measure
    }
  }

  /// How a sync ended.
  public struct Sync: Hashable, Sendable {
    /// The ways to end; the words are those of `sync --json`.
    public enum Outcome: String, CaseIterable, Sendable {
      /// Something new came.
      case updated
      /// What is here is the newest.
      case unchanged
      /// What came lacked too much and was not applied.
      case setAside
      /// Nothing came.
      case failed
    }

    /// How it ended.
    public var outcome: Outcome
    /// What it took.
    public var took: Duration
    /// How long ago what is here now was known to be the newest; nil where it never was.
    public var age: Duration?

    /// A sync.
    public init(_ outcome: Outcome, took: Duration, age: Duration?) {
      self.outcome = outcome
      self.took = took
      self.age = age
    }
  }
}
