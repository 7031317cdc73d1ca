public import Anime
public import Formats
public import HTTP
public import Mirrors

/// How the fetch of one provider's catalogue ended, and what went wrong on the way.
public struct FetchReport<Accepted: Sendable>: Sendable {
  /// How it ended.
  public let outcome: FetchOutcome<Accepted>
  /// Every address that failed, in the order of failing; also where another one did well in the end.
  public let failures: [MirrorFailure]
}

/// The end of a fetch.
public enum FetchOutcome<Accepted: Sendable>: Sendable {
  /// A newer file, and what `accept` made of it.
  case updated(Accepted, FetchedFile)
  /// Nothing newer. `version` is what the sources tell, nil where none was asked; the file is there where it
  /// had to come for us to see that it is what is present.
  case unchanged(version: String?, FetchedFile?)
  /// The guard refused it, and no mirror has anything better: kept, not applied.
  case setAside(FetchedFile, missing: Int, present: Int)
  /// No mirror gave anything usable.
  case failed
}

/// A whole file as a mirror sent it.
public struct FetchedFile: Hashable, Sendable {
  /// Its bytes, unpacked.
  public let bytes: [UInt8]
  /// The release, where it is known.
  public let version: String?
  /// The template of the mirror that sent it.
  public let mirror: String
  /// The address that was asked.
  public let url: String
  /// The mirror's own mark of this content, for the next conditional request.
  public let etag: String?

  /// A file with these facts.
  public init(bytes: [UInt8], version: String?, mirror: String, url: String, etag: String? = nil) {
    self.bytes = bytes
    self.version = version
    self.mirror = mirror
    self.url = url
    self.etag = etag
  }
}

/// What is there already, so that nothing is fetched twice.
public struct PresentCatalogue: Sendable {
  /// The release, where it is known.
  public var version: String?
  /// Where it came from.
  public var url: String?
  /// That server's mark of the content.
  public var etag: String?
  /// Whether these are the bytes that are there: whoever keeps their hash can tell.
  public var holds: @Sendable ([UInt8]) -> Bool

  /// A catalogue with these facts.
  public init(
    version: String?, url: String? = nil, etag: String? = nil,
    holds: @escaping @Sendable ([UInt8]) -> Bool = { _ in false }
  ) {
    self.version = version
    self.url = url
    self.etag = etag
    self.holds = holds
  }
}

/// One address, and why it is of no use.
public struct MirrorFailure: Hashable, Sendable {
  /// The template of the mirror, or the address of the version source.
  public let mirror: String
  /// Why.
  public let reason: FetchFailure

  /// `mirror` failed for `reason`.
  public init(mirror: String, reason: FetchFailure) {
    self.mirror = mirror
    self.reason = reason
  }
}

/// Why an address is of no use.
public enum FetchFailure: Error, Hashable, Sendable {
  /// No whole answer came.
  case transport(HTTPError)
  /// A whole answer came, and it is no catalogue.
  case rejected(Rejection)
  /// A whole answer came, and it is no feed.
  case notFeed(FeedError)
  /// The answer tells no version.
  case noVersionInAnswer
  /// It tells a version that we cannot read, outside the pin.
  case versionOutsidePin(String)
  /// It was never asked: its address needs a version, and no source told one.
  case versionUnknown
  /// It sent nothing in the time that a person waits.
  case tooLate
  /// It was not asked, on purpose.
  case leftAlone(Plan.Reason)
}

extension FetchFailure: FetchReason {}

/// How far a fetch is, for a person to see.
public struct FetchProgress: Hashable, Sendable {
  /// What is going on.
  public enum Phase: Hashable, Sendable {
    /// Asking which release is the newest.
    case askingVersion
    /// Waiting for the first bytes of a file.
    case connecting
    /// Bytes are coming.
    case receiving
    /// The file is whole and is looked at.
    case checking
  }

  /// The provider's name.
  public var provider: String
  /// What is going on.
  public var phase: Phase
  /// The mirror that leads.
  public var mirror: String?
  /// How much it has sent.
  public var bytes: Int
  /// How much it will send, where it says so.
  public var total: Int?
  /// How fast it is, over the trailing window.
  public var bytesPerSecond: Int

  /// Progress with these facts.
  public init(
    provider: String, phase: Phase, mirror: String? = nil, bytes: Int = 0, total: Int? = nil, bytesPerSecond: Int = 0
  ) {
    self.provider = provider
    self.phase = phase
    self.mirror = mirror
    self.bytes = bytes
    self.total = total
    self.bytesPerSecond = bytesPerSecond
  }
}
