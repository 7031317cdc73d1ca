/// What a repair did, or would do.
public struct RepairReport: Sendable {
  /// What is whole again, and by what.
  public internal(set) var healed: [Healing] = []
  /// What nothing here can heal.
  public internal(set) var lost: [Damage] = []
  /// Where the damaged files are kept.
  public internal(set) var quarantined: [String] = []

  /// Adds what a later repair of the same capsule did; what it still lost is what is lost.
  public mutating func add(_ later: RepairReport) {
    healed += later.healed
    lost = later.lost
    quarantined += later.quarantined
  }

  /// A damage, and what healed it.
  public struct Healing: Hashable, Sendable {
    /// The damage.
    public var damage: Damage
    /// What healed it.
    public var cure: Cure
  }

  /// Where what was lost still stood.
  public enum Cure: Hashable, Sendable {
    /// In the second copy.
    case copy
    /// Among what a collection has set aside.
    case quarantine
    /// At a mirror.
    case mirror(String)
    /// Nowhere; nobody needs it, and it is out of the way.
    case nobodyNeedsIt
  }
}

/// A file of a provider's, received once more in order to heal what was cut out of it.
public struct RefetchedFile: Sendable {
  /// What it was received for.
  public var receipt: Receipt
  /// The bytes, decompressed.
  public var bytes: [UInt8]
  /// Where pieces end.
  public var cuts: [Int]
  /// The mirror that gave it.
  public var mirror: String

  /// A file; it heals something only where its SHA-256 is the receipt's.
  public init(receipt: Receipt, bytes: [UInt8], cuts: [Int], mirror: String) {
    self.receipt = receipt
    self.bytes = bytes
    self.cuts = cuts
    self.mirror = mirror
  }
}

/// A receipt whose file, received once more, would heal some objects.
public struct RefetchCandidate: Sendable {
  /// The receipt.
  public var receipt: Receipt
  /// The provider.
  public var provider: String
  /// The objects that it would heal.
  public var objects: Set<ObjectID>
}
