/// What is simulated: mirrors and what befalls them, clients and how they look, and for how long.
public struct Scenario: Hashable, Sendable {
  /// What it shows, in a sentence.
  public var title = ""
  /// How long it is watched.
  public var span = Duration.seconds(30 * 86_400)
  /// How many worlds are drawn, from as many seeds.
  public var runs = 1
  /// How often a new release comes out; the first is there from the beginning.
  public var releases = Lifetime.exponential(mean: .seconds(7 * 86_400))
  /// The length of a release's file.
  public var bytes = 1_800_000
  /// Who asks.
  public var clients = Clients()
  /// Whose fate is shared.
  public var groups: [Group] = []
  /// Who is asked.
  public var mirrors: [Mirror] = []
  /// What befalls whom at a known moment.
  public var outages: [Outage] = []

  /// A scenario without a mirror.
  public init() {}

  /// Those who ask.
  public struct Clients: Hashable, Sendable {
    /// How many there are.
    public var count = 1
    /// How many of them are simulated; each stands for as many as it takes.
    public var sample = 1
    /// Between two syncs while all is well.
    public var interval = Duration.seconds(6 * 3600)
    /// How long somebody sits before it.
    public var attended = Lifetime.exponential(mean: .seconds(1800))
    /// How long nobody does.
    public var away = Lifetime.exponential(mean: .seconds(6 * 3600))
    /// What befalls one client's own network.
    public var troubles: [Trouble<LocalFault.Cause>] = []

    /// One client, looked at for half an hour four times a day.
    public init() {}

    /// For how many clients each that is simulated stands.
    var weight: Double { Double(count) / Double(sample) }
  }

  /// Mirrors that fall together.
  public struct Group: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// What befalls all its members at once.
    public var troubles: [Trouble<Behaviour>]

    /// A group with these facts.
    public init(_ name: String, troubles: [Trouble<Behaviour>] = []) {
      self.name = name
      self.troubles = troubles
    }
  }

  /// One who is asked.
  public struct Mirror: Hashable, Sendable {
    /// Its name, of letters, digits and `-`.
    public var name: String
    /// Whose fate it shares; nil where nobody's.
    public var group: String?
    /// Whether it tells the newest version.
    public var tells = true
    /// Whether it serves the file.
    public var serves = true
    /// Whether its address of the file holds the version.
    public var isVersioned = true
    /// The usual time to a connection, and again to the first byte.
    public var latency = Duration.milliseconds(60)
    /// Bytes a second.
    public var speed = 2_000_000.0
    /// The requests a minute that it bears; one more is asked to pause. Nil where it bears all.
    public var capacity: Double?
    /// The pause that it asks for when it is busy.
    public var pause = Duration.seconds(60)
    /// What befalls it.
    public var troubles: [Trouble<Behaviour>] = []

    /// A mirror that nothing befalls.
    public init(_ name: String, group: String? = nil) {
      self.name = name
      self.group = group
    }

    /// Whether a name can be a host's.
    public static func isName(_ text: String) -> Bool {
      let isLetter = { (letter: Character) in
        letter.isASCII && (letter.isLowercase || letter.isNumber || letter == "-" || letter == ".")
      }
      return (1...40).contains(text.count) && text.allSatisfy(isLetter) && text.first != "." && text.first != "-"
    }
  }

  /// Something that befalls somebody at a known moment.
  public struct Outage: Hashable, Sendable {
    /// When it begins.
    public var start: Duration
    /// How long it lasts.
    public var length: Duration
    /// The mirror or the group; nil for all mirrors.
    public var target: String?
    /// What they do then.
    public var behaviour: Behaviour

    /// An outage with these facts.
    public init(_ target: String?, _ behaviour: Behaviour, from start: Duration, for length: Duration) {
      self.target = target
      self.behaviour = behaviour
      self.start = start
      self.length = length
    }

    /// When it is over.
    var end: Duration { start + length }
  }
}
