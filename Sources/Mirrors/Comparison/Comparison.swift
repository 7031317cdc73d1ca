/// A second opinion about a version that was taken: another mirror is asked for the same, and where it gives other bytes
/// a third decides.
///
///     first ═══ a       second ─── a                         agreed
///     first ═══ a       second ─── b      third ─── a        the second lies
///     first ═══ a       second ─── b      third ─── b        the first lied: b is to be applied
///     first ═══ a       second ─── b      third ─── c        disputed, as where there is no third
///
/// The second is of another fate group than the first, the third of another than both where there is one: who shares
/// its fate may share its fault, and two of one group are one witness against the first. One at a time, each at most
/// once. A value, as ``Race`` is.
public struct Comparison<Digest: Hashable & Sendable>: Equatable, Sendable {
  /// What happened.
  public enum Event: Equatable, Sendable {
    /// Begin.
    case begin
    /// A mirror gave bytes with this digest.
    case answered(Int, Digest)
    /// A mirror gave nothing usable.
    case failed(Int)
  }

  /// What is to be done.
  public enum Action: Equatable, Sendable {
    /// Fetch the version from this mirror.
    case ask(Int)
    /// It is over.
    case end(Verdict)
  }

  /// What came of it.
  public enum Verdict: Equatable, Sendable {
    /// Another mirror gave the same.
    case agreed(with: Int)
    /// Others gave other bytes than one, and the first is with the many.
    case otherLies(Int, witness: Int)
    /// Two of different groups gave the same, and the first something else.
    case firstLies(majority: [Int])
    /// No two that are independent are of one opinion.
    case disputed([Int: Digest])
    /// Nobody else answered who could tell.
    case unconfirmed
  }

  private let groups: [String]
  private let first: Int
  private var waiting: [Int]
  /// What each said so far.
  public private(set) var opinions: [Int: Digest]
  private var asked: Int?
  /// What came of it, once it is over.
  public private(set) var verdict: Verdict?

  /// A comparison of what mirror `first` gave with what others give, who are asked in `order`. `groups` tells of each
  /// mirror whose fate it shares.
  public init(groups: [String], order: [Int], first: Int, digest: Digest) {
    self.groups = groups
    self.first = first
    waiting = order.filter { groups[$0] != groups[first] }
    opinions = [first: digest]
  }

  /// Takes in what happened and returns what to do about it.
  public mutating func handle(_ event: Event) -> [Action] {
    guard verdict == nil else { return [] }
    switch event {
    case .begin: break
    case .answered(let mirror, let digest):
      guard asked == mirror else { return [] }
      opinions[mirror] = digest
    case .failed(let mirror):
      guard asked == mirror else { return [] }
    }
    asked = nil
    return settle()
  }

  private mutating func settle() -> [Action] {
    if let verdict = decision {
      self.verdict = verdict
      return [.end(verdict)]
    }
    guard let next = nextToAsk else {
      let verdict: Verdict = opinions.count > 1 ? .disputed(opinions) : .unconfirmed
      self.verdict = verdict
      return [.end(verdict)]
    }
    waiting.removeAll { $0 == next }
    asked = next
    return [.ask(next)]
  }

  /// What the opinions say; nil while a further one may decide.
  private var decision: Verdict? {
    guard let own = opinions[first] else { return nil }
    let others = opinions.filter { $0.key != first }
    let agreeing = others.filter { $0.value == own }.keys.sorted()
    let differing = others.filter { $0.value != own }
    if let witness = agreeing.first {
      return differing.keys.min().map { .otherLies($0, witness: witness) } ?? .agreed(with: witness)
    }
    for (mirror, digest) in differing.sorted(by: { $0.key < $1.key }) {
      let same = differing.filter { $0.value == digest }.keys.sorted()
      if same.first == mirror, Set(same.map { groups[$0] }).count > 1 { return .firstLies(majority: same) }
    }
    return opinions.count >= 3 ? .disputed(opinions) : nil
  }

  /// The first that waits and shares nobody's fate who has spoken; the first at all where there is none.
  private var nextToAsk: Int? {
    let heard = Set(opinions.keys.map { groups[$0] })
    return waiting.first { !heard.contains(groups[$0]) } ?? waiting.first
  }
}

extension Comparison.Verdict {
  /// Who is proven to have sent wrong bytes, where `first` gave what is compared.
  public func liars(first: Int) -> [Int] {
    switch self {
    case .otherLies(let liar, _): [liar]
    case .firstLies: [first]
    case .agreed, .disputed, .unconfirmed: []
    }
  }
}
