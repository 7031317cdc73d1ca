internal import Anime
internal import App
internal import ArgumentParser
internal import Capsule
internal import Library

/// `new`
struct New: Command {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Print what came of the shows that you follow, each episode once.",
    discussion: """
      What was printed is remembered under the consumer's name once it is written: who is ended in between is told again, \
      and nothing is lost. A consumer begins with its first `new`.
      """)
  static let lists = ["arrivals"]

  @ArgumentParser.Option(
    name: .customLong("for"), help: .init("Who asks: each consumer is told everything once.", valueName: "name"))
  var consumer = ConsumerFile.standard
  @ArgumentParser.Option(
    help: .init(
      "Let the consumer begin as long ago (12h, 3d, 2w), or with a day or an instant; what it was told stays told.",
      valueName: "when"))
  var since: String?
  @OptionGroup var choices: NewChoices
  @Flag(help: "Do not remember what is printed.")
  var peek = false
  @Flag(help: "Forget what the consumer was told; it begins now, or with --since.")
  var reset = false
  @Flag(help: "Notify of it too: the desktop, the terminal, or notify.command of config.toml.")
  var notify = false
  @OptionGroup var limits: LimitOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard ConsumerFile.isName(consumer) else {
      throw ValidationError("--for wants a name of letters, digits, - and _, of 64 at most.")
    }
    guard !peek || !reset && !notify else {
      throw ValidationError("--peek changes nothing; it goes with neither --reset nor --notify.")
    }
  }

  func answer(_ session: Session) throws -> Answer {
    let file = ConsumerFile(folder: session.folders.state, name: consumer)
    let lock = peek ? nil : try file.lock()
    var found = try reset ? .init(memory: ConsumerMemory(begun: session.now), isNew: true) : file.read(now: session.now)
    if let since { found.memory.begin(by: try moment(since, session)) }
    let snapshot = try session.library.snapshot()
    let choice = try choices.choice(in: snapshot)
    let announcer = Announcer(
      snapshot.catalogue, choice: choice, relations: session.relations, now: session.now, uptime: WallClock.uptime)
    let feeds = FeedArrivals(
      library: try session.library, corrections: session.corrections, snapshot: snapshot, now: session.now)
    let releases = choice.wantsReleases ? try feeds.since(found.memory.begun) : []
    let all = announcer.news(for: &found.memory, following: snapshot.entries.values, feeds: releases)
    let news = Array(all.prefix(limits.limit ?? .max))
    found.memory.tell(news)

    let arrivals = news.map(\.arrival)
    let rows = ArrivalRows(session: session, snapshot: snapshot)
    var answer = Answer(
      fields: { [("consumer", .string(consumer)), ("arrivals", .array(arrivals.map(snapshot.json)))] },
      hint: hint(found, arrivals, snapshot, session), say: { rows.say(arrivals, to: &$0) })
    if let lock {
      answer.finish = { [found] in try finish(found, arrivals, rows, file, lock) }
    }
    return answer
  }

  private func moment(_ text: String, _ session: Session) throws(Failure) -> Instant {
    guard let moment = SinceMoment.read(text, now: session.now, zone: session.zone) else {
      throw .usage(
        "“\(text)” is no time ago such as 3d, no day of the calendar, and no instant such as 2026-08-01T13:00Z.")
    }
    return moment
  }

  private func hint(
    _ found: ConsumerFile.Found, _ arrivals: [Arrival], _ snapshot: Snapshot, _ session: Session
  ) -> String? {
    var hints: [String] = []
    if let path = found.setAside { hints.append(session.strings.consumerDamaged(path, found.memory.begun.iso8601)) }
    if !snapshot.entries.values.contains(where: \.isFollowed) {
      hints.append(session.strings.nothingFollowed)
    } else if found.isNew, since == nil {
      hints.append(session.strings.consumerBegins)
    } else if arrivals.isEmpty {
      hints.append(session.strings.nothingNew)
    }
    return hints.isEmpty ? nil : hints.joined(separator: "\n")
  }

  /// Notifies of what was printed, and remembers that it was.
  private func finish(
    _ found: ConsumerFile.Found, _ arrivals: [Arrival], _ rows: ArrivalRows, _ file: ConsumerFile, _ lock: HeldLock
  ) throws {
    defer { lock.release() }
    var memory = found.memory
    let trouble = notify ? Notifications(rows).send(arrivals, &memory) : nil
    try file.write(memory, settingAside: found.setAside)
    if let trouble { throw Failure(.failed, trouble) }
  }
}

/// Which arrivals `new` prints.
struct NewChoices: ParsableArguments {
  @Flag(help: "Each airing, on television and on each site, not only where an episode is on first.")
  var each = false
  @OptionGroup var places: PlaceOptions
  @Flag(help: "Only the episode right after the ones that you have watched; one without a number waits.")
  var next = false
  @Flag(help: "No episodes, but each show whose last episode was on.")
  var complete = false

  func validate() throws {
    guard !complete || !each && !next && places.areAll else {
      throw ValidationError(
        "--complete tells of whole seasons; it goes with none of --each, --tv, --stream, --site, --region, --next.")
    }
  }

  /// The same for who finds what is new in `snapshot`.
  func choice(in snapshot: Snapshot) throws(Failure) -> AnnouncementChoice {
    AnnouncementChoice(
      scope: complete ? .complete : each ? .each : .first, places: try places.places(in: snapshot), isNextOnly: next)
  }
}
