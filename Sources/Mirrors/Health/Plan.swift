/// Why a request is made.
public enum Purpose: Hashable, Sendable {
  /// Somebody typed it and waits: each mirror may be asked once, whatever its breaker says.
  case typed
  /// By itself, on schedule: within the budgets, and now and then to learn about an idle mirror.
  case background
}

/// One who may be asked.
public struct Candidate: Hashable, Sendable {
  /// Whose it is.
  public var origin: Origin
  /// Whether the user wants it first.
  public var isPinned: Bool

  /// A candidate.
  public init(_ origin: Origin, isPinned: Bool = false) {
    self.origin = origin
    self.isPinned = isPinned
  }
}

/// Whom to ask, in which order, and who is left alone.
public struct Plan: Hashable, Sendable {
  /// Why somebody is not asked.
  public enum Reason: Hashable, Sendable {
    /// Its breaker is open until then.
    case resting(until: Duration)
    /// It asked to be left alone until then.
    case busy(until: Duration)
    /// It refuses, in its own words, and is believed until then.
    case refusing(until: Duration, sentence: String?)
    /// It lied and is not believed until then.
    case distrusted(until: Duration)
    /// The retry budget is spent.
    case budget
  }

  /// One who is not asked.
  public struct Exclusion: Hashable, Sendable {
    /// The candidate's place.
    public var candidate: Int
    /// Why.
    public var reason: Reason
  }

  /// Who may be asked, the best first.
  public var order: [Int]
  /// Who is left alone.
  public var excluded: [Exclusion] = []
  /// How long one is waited for before the next is asked beside it.
  public var hedge: Duration
  /// Whether so few are well that health decides nothing.
  public var isPanic = false

  /// A plan that asks all `count` candidates as they stand.
  public init(all count: Int, hedge: Duration = HealthTiming().hedge) {
    order = Array(0..<count)
    self.hedge = hedge
  }

  init(order: [Int], hedge: Duration) {
    self.order = order
    self.hedge = hedge
  }

  /// When the first of those who are left alone may be asked again; nil where there is no such moment.
  public var earliestReturn: Duration? {
    excluded.compactMap(\.reason.until).min()
  }
}

extension Plan.Reason {
  /// When it ends; nil where no moment is known.
  public var until: Duration? {
    switch self {
    case .resting(let until), .busy(let until), .refusing(let until, _), .distrusted(let until): until
    case .budget: nil
    }
  }
}
