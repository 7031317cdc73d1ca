/// A place from which the comments of an episode can be fetched, as the user configured it.
public struct DanmakuServer: Hashable, Sendable {
  /// The word for its comments, which are kept under it.
  public var name: String
  /// What it is.
  public var kind: Kind

  /// A server called `name`.
  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// What sort of place it is.
  public enum Kind: Hashable, Sendable {
    /// A server that speaks dandanplay's protocol, version 2, at this base address.
    case dandanplay(base: String, credentials: DandanplayCredentials?)
    /// One address for each episode, of a file of any form that is read here.
    case url(AddressTemplate)
    /// One file for each episode, on this machine; its last part may hold `*` and `?`.
    case directory(AddressTemplate)

    /// Whether it is on this machine, so that no network is needed.
    public var isLocal: Bool {
      if case .directory = self { true } else { false }
    }
  }
}

/// What a dandanplay server knows its client by. It is the user's own: none is part of this program.
public struct DandanplayCredentials: Hashable, Sendable, CustomStringConvertible {
  /// The id of the application.
  public var id: String
  /// Its secret, which signs requests and never leaves this machine.
  public var secret: String

  /// The credentials of the application `id`.
  public init(id: String, secret: String) {
    self.id = id
    self.secret = secret
  }

  /// Always the same words, so that no log tells the secret.
  public var description: String { "credentials" }
}

/// The episode whose comments are wanted.
public struct WantedEpisode: Hashable, Sendable {
  /// The show's titles, those first by which servers know it best.
  public var titles: [String]
  /// The show's ids, by site.
  public var ids: [String: String]
  /// The episode's number, in the order of airing.
  public var number: Int
  /// The file of it that the user has, by which some servers know it; nil where none is named.
  public var video: VideoIdentity?

  /// The episode `number` of the show that is known so.
  public init(titles: [String], ids: [String: String], number: Int, video: VideoIdentity? = nil) {
    self.titles = titles
    self.ids = ids
    self.number = number
    self.video = video
  }
}
