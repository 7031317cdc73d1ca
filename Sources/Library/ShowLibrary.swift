import Anime
public import Capsule
import Locking

/// The shows, what the user keeps about them, and where both came from: the queryable view of the capsule.
///
///     let library = try ShowLibrary.open(options)
///     if case .one(let show) = library.resolve("bangumi:400602") {
///       try library.edit(show, [.followed(true)])   // on the disk when it returns
///     }
///
/// The capsule alone is the truth. What is asked for by key lies in an index, what is shown in
/// a packed catalogue; both are made anew where they are not of the capsule's present state.
public final class ShowLibrary: Sendable {
  /// The store that this is a view of.
  public let capsule: TimeCapsule

  let deriver: Deriver
  /// What is shown: replaced, never changed, so that reading it waits for nobody's work.
  private let shown: Lock<Snapshot>
  /// What the one who works has in hand.
  private let work: Lock<Derived>
  private let met: Findings
  /// What of the library was lost and was made anew when it was opened; nil where nothing was.
  public let healed: LibraryLoss?

  private init(_ deriver: Deriver, _ derived: Derived, _ met: Findings) {
    capsule = deriver.capsule
    self.deriver = deriver
    shown = Lock(derived.snapshot)
    work = Lock(derived)
    self.met = met
    healed = derived.healed
  }

  /// Opens the library in these folders; without a capsule it holds the starter catalogue.
  public static func open(_ options: LibraryOptions) throws(LibraryError) -> ShowLibrary {
    let met = Findings()
    let deriver = try Deriver(options) { met.add($0) }
    return ShowLibrary(deriver, try deriver.derive(from: nil), met)
  }

  /// What the library knows now.
  public func snapshot() -> Snapshot {
    shown.withLock { $0 }
  }

  /// Finds the show that `reference` means.
  public func resolve(_ reference: String) -> Resolution {
    snapshot().resolve(reference)
  }

  /// Damage in the capsule that was met and got past since the library was opened.
  public var findings: [CapsuleFinding] { met.all }
}

// MARK: - Other processes

extension ShowLibrary {
  /// Takes in what other processes have done since; says whether there was anything.
  @discardableResult
  public func reload() throws(LibraryError) -> Bool {
    try working { (derived) throws(LibraryError) in
      guard try deriver.present() != derived.state else { return false }
      derived = try deriver.derive(from: derived)
      return true
    }
  }

  /// Ticks within a second after anybody, in this process or another, has changed the capsule.
  ///
  /// What changed is taken in by `reload()`.
  public var changes: AsyncStream<Void> {
    let token = work.withLock { $0.state.token }
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let watch = CapsuleWatch(capsule, since: token) { continuation.yield() }
    continuation.onTermination = { _ in watch.stop() }
    return stream
  }

  /// Runs `body` alone in this process, and shows what it leaves.
  private func working<Result: Sendable>(
    _ body: (inout Derived) throws(LibraryError) -> Result
  ) throws(LibraryError) -> Result {
    try work.withLock { (derived) throws(LibraryError) in
      defer {
        let snapshot = derived.snapshot
        shown.withLock { $0 = snapshot }
      }
      return try body(&derived)
    }
  }

  /// Runs `body` alone among all processes, with the capsule's present state in hand.
  func writing<Result: Sendable>(
    _ body: (inout Derived, _ isAlone: Bool) throws(LibraryError) -> Result
  ) throws(LibraryError) -> Result {
    try working { (derived) throws(LibraryError) in
      try deriver.index.alone { (isAlone) throws(LibraryError) in
        try deriver.refresh(&derived, isAlone: isAlone)
        return try body(&derived, isAlone)
      }
    }
  }
}

/// What the capsule reports.
private final class Findings: Sendable {
  private let findings = Lock<[CapsuleFinding]>([])

  var all: [CapsuleFinding] { findings.withLock { $0 } }

  func add(_ finding: CapsuleFinding) {
    findings.withLock { if !$0.contains(finding) { $0.append(finding) } }
  }
}
