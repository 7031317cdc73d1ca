/// How the mirrors did in a time of which there is a log.
///
///     records of a month ──▶ MirrorReport ──▶ tables, JSON
///
/// A value made of records alone: the same records give the same report. Failures that a fault on this side explains
/// count for nobody: those that are marked with one, and those that look like it and were met in the ten seconds
/// before such a mark, in which the fault was not yet known.
public struct MirrorReport: Equatable, Sendable {
  /// A mirror, or a source of versions, of a provider.
  public struct Mirror: Equatable, Sendable {
    /// Whose it is.
    public var provider: String
    /// Who it is.
    public var origin: Origin
    /// How it did.
    public var requests = RequestFigures()
  }

  /// A provider.
  public struct Provider: Equatable, Sendable {
    /// Its name.
    public var name: String
    /// How its mirrors did together.
    public var requests = RequestFigures()
    /// How its syncs did.
    public var syncs = SyncFigures()
  }

  /// By provider, then by origin.
  public private(set) var mirrors: [Mirror] = []
  /// By name.
  public private(set) var providers: [Provider] = []
  /// When the first and the last record were written; nil where there is none.
  public private(set) var span: ClosedRange<Duration>?

  /// The report on `records`, whatever their order.
  public init(_ records: some Sequence<MirrorRecord>) {
    let records = records.sorted { $0.at < $1.at }
    guard let first = records.first, let last = records.last else { return }
    span = first.at...last.at
    var summing = Summing(records)
    for record in records { summing.add(record) }
    mirrors = summing.mirrors.sorted {
      ($0.provider, $0.origin.description) < ($1.provider, $1.origin.description)
    }
    providers = summing.providers.values.sorted { $0.name < $1.name }
  }
}

/// A report while it is made.
private struct Summing {
  private struct Key: Hashable {
    var provider: String
    var origin: Origin
  }

  private(set) var providers: [String: MirrorReport.Provider] = [:]
  private var byKey: [Key: MirrorReport.Mirror] = [:]
  /// When a fault on this side was marked, in order.
  private let faults: [Duration]
  /// The answers since the last sync, by provider, for who gave its answer.
  private var answers: [String: [(at: Duration, request: MirrorRecord.Request)]] = [:]

  var mirrors: [MirrorReport.Mirror] { Array(byKey.values) }

  init(_ records: [MirrorRecord]) {
    faults = records.filter { $0.localCause != nil }.map(\.at)
  }

  mutating func add(_ record: MirrorRecord) {
    switch record.event {
    case .request(let request): add(request, of: record)
    case .sync(let sync): add(sync, of: record)
    }
  }

  private mutating func add(_ request: MirrorRecord.Request, of record: MirrorRecord) {
    guard let origin = record.origin else { return }
    let isExcused = isExcused(request, record)
    let key = Key(provider: record.provider, origin: origin)
    byKey[key, default: .init(provider: record.provider, origin: origin)].requests
      .add(request, at: record.at, isExcused: isExcused)
    guard !record.provider.isEmpty else { return }
    providers[record.provider, default: .init(name: record.provider)].requests
      .add(request, at: record.at, isExcused: isExcused)
    if request.outcome == .good, request.attempt > 0 {
      answers[record.provider, default: []].append((record.at, request))
    }
  }

  private mutating func add(_ sync: MirrorRecord.Sync, of record: MirrorRecord) {
    let own = (answers.removeValue(forKey: record.provider) ?? []).filter { $0.at >= record.at - sync.took }
    // A file is the answer where one came; else the word that nothing is newer.
    let answer = own.last { $0.request.traffic == .content } ?? own.first
    let isFailover = sync.outcome != .failed && (answer?.request.attempt ?? 1) > 1
    providers[record.provider, default: .init(name: record.provider)].syncs
      .add(sync, at: record.at, isExcused: record.localCause != nil, isFailover: isFailover)
  }

  private func isExcused(_ request: MirrorRecord.Request, _ record: MirrorRecord) -> Bool {
    guard case .failed(let code) = request.outcome else { return false }
    if record.localCause != nil { return true }
    guard code.mayBeLocal else { return false }
    // The first mark that is not earlier.
    var (low, high) = (0, faults.count)
    while low < high {
      let middle = (low + high) / 2
      if faults[middle] < record.at { low = middle + 1 } else { high = middle }
    }
    return low < faults.count && faults[low] - record.at <= HealthTiming().faultWindow
  }
}
