internal import Anime
internal import App
internal import ArgumentParser
internal import Library
internal import Mirrors
internal import Providers

/// `sync [PROVIDER…]`
struct Sync: Command {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Fetch what changed from the mirrors into the capsule.",
    discussion: """
      The best mirror is asked first, others beside it when it is slow, and every kind of bad answer leads to the next \
      one. With everything down it ends within six seconds. Status 3 says that nothing new could be had from at least \
      one provider; what is here keeps answering.
      """)
  static let lists = ["providers"]

  @Argument(help: "Names of providers; all enabled ones where none is named.", completion: .providers)
  var names: [String] = []
  @Flag(help: "Wait until something can be had, and try again on schedule.")
  var wait = false
  @Flag(help: "Ask other mirrors for the version that is here, and tell who gives the same.")
  var compare = false
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let wanted = try session.configured(names).filter { $0.isEnabled || !names.isEmpty }
    let library = try session.library
    let results = try global.offline ? wanted.map(Self.offline) : fetch(wanted, session)
    // Where the sync brought nothing, other mirrors would not answer either.
    let answered = zip(wanted, results).filter { !$1.isBad }.map(\.0)
    let opinions = try compare ? opinions(on: answered, session) : []
    let snapshot = library.snapshot()
    return Answer(
      fields: { [("providers", .array(results.map { $0.json(snapshot, opinions) }))] },
      failure: failure(results, snapshot, session) ?? Self.dispute(opinions),
      hint: wanted.isEmpty ? "No provider is enabled." : nil,
      say: { page in
        for result in results { result.say(to: &page, session.strings) }
        for opinion in opinions { opinion.say(to: &page, session.strings) }
      })
  }

  private func opinions(on wanted: [ProviderConfiguration], _ session: Session) throws -> [SecondOpinion] {
    let synchroniser = try session.synchroniser
    return try Interruptible.run {
      var opinions: [SecondOpinion] = []
      for provider in wanted { if let opinion = try await synchroniser.compare(provider) { opinions.append(opinion) } }
      return opinions
    }
  }

  private static func dispute(_ opinions: [SecondOpinion]) -> Failure? {
    let disputed = opinions.filter { $0.verdict == .disputed || $0.verdict == .refuted }
    guard let first = disputed.first else { return nil }
    let names = disputed.map { "\($0.provider) \($0.version)" }.joined(separator: ", ")
    return Failure(
      .disputed,
      "The mirrors do not agree on \(names): \(first.differing.joined(separator: ", ")) gives other bytes than "
        + "\(first.agreeing.joined(separator: ", ")). What was here first stays applied, and the other is kept: "
        + "`yozakura capsule accept --dry-run` shows how they differ.")
  }

  private static func offline(_ provider: ProviderConfiguration) -> SyncResult {
    SyncResult(
      provider: provider.name, mirrorCount: provider.mirrors.count,
      state: .failed(Failure(.unreachable, "--offline was asked for")), failures: [])
  }

  private func fetch(_ wanted: [ProviderConfiguration], _ session: Session) throws -> [SyncResult] {
    let rounds = SyncRounds(
      synchroniser: try session.synchroniser,
      meter: SyncMeter(isQuiet: global.json || global.quiet))
    let waits = wait
    defer { rounds.meter.clear() }
    return try Interruptible.run { try await waits ? rounds.untilAnswered(wanted) : rounds.once(wanted, for: .typed) }
  }

  /// Says why at least one provider gave nothing, and how old what is here is.
  private func failure(_ results: [SyncResult], _ snapshot: Snapshot, _ session: Session) -> Failure? {
    let bad = results.filter(\.isBad)
    guard let first = bad.first else { return nil }
    if case .failed(let failure?) = first.state, failure.code != .unreachable { return failure }
    let names = bad.map(\.provider).joined(separator: ", ")
    let causes = bad.flatMap(\.causes)
    let isSetAside = if case .setAside = first.state { true } else { false }
    let more = causes.count > 1 ? " (and \(causes.count - 1) more)" : ""
    let cause = "\(causes.first ?? "no mirror was asked")\(more)"
    let next = isSetAside || global.offline ? "" : " \(nextChance(bad, session))"
    var failure = Failure(
      isSetAside ? .setAside : .unreachable,
      "Nothing new from \(names): \(cause).\(next) \(Self.age(of: snapshot, session.now))", status: .nothingNew)
    if causes.count > 1 { failure.details = causes }
    return failure
  }

  /// What is wrong on this side, where that is it, and when to try again.
  private func nextChance(_ bad: [SyncResult], _ session: Session) -> String {
    let health = session.health.health
    let now = health.now
    let (fault, moment) = health.withBook { book in
      (book.localFault, bad.map { book.nextChance(for: $0.provider, at: now) }.min() ?? now)
    }
    let side = fault.map { "\($0.cause.sentence) " } ?? ""
    let seconds = max(1, Int(((moment - now) / .seconds(1)).rounded(.up)))
    let span = seconds < 120 ? "\(seconds) s" : Age.text(.seconds(Int64(seconds)))
    return "\(side)The next try makes sense in \(span); --wait waits for it."
  }

  private static func age(of snapshot: Snapshot, _ now: Instant) -> String {
    guard let newest = snapshot.providers.map(\.fetched).max() else {
      return "What is here is the starter catalogue of \(StarterFacts.date)."
    }
    return "What is here was fetched \(Age.text(now - newest)) ago, \(newest.iso8601)."
  }
}

/// How long ago something was, as people say it.
enum Age {
  static func text(_ span: Instant.Span) -> String {
    let minutes = max(0, span.milliseconds / 60_000)
    switch minutes {
    case 0: return "less than a minute"
    case 1: return "1 minute"
    case ..<120: return "\(minutes) minutes"
    case ..<2880: return "\(minutes / 60) hours"
    default: return "\(minutes / 1440) days"
    }
  }
}

extension SyncResult {
  /// The result as JSON has it.
  fileprivate func json(_ snapshot: Snapshot, _ opinions: [SecondOpinion]) -> JSON {
    let present = snapshot.providers.first { $0.name == provider }
    var fields: [JSON.Field] = [("name", .string(provider)), ("state", .string(word))]
    if case .updated(let added, let changed, let removed, _, _) = state {
      fields += [("added", .number(added)), ("changed", .number(changed)), ("removed", .number(removed))]
    }
    fields += [
      ("version", .string(orNull: present?.version)),
      ("mirror", .string(orNull: present?.mirror)),
      ("fetched", .string(orNull: present?.fetched.iso8601)),
      ("cause", .string(orNull: cause)),
      (
        "failures",
        .array(failures.map { .object([("mirror", .string($0.mirror)), ("cause", .string($0.reason.sentence))]) })
      ),
    ]
    if let opinion = opinions.first(where: { $0.provider == provider }) {
      fields.append(("comparison", opinion.json))
    }
    return .object(fields)
  }

  /// The result for people.
  fileprivate func say(to page: inout Page, _ strings: Strings) {
    let name = Page.Piece("\(provider)  ", .strong)
    switch state {
    case .updated(let added, let changed, let removed, let mirror, let version):
      let source = [version, Address.host(mirror)].compactMap(\.self).joined(separator: " · ")
      page.line(
        Page.Piece("● ", .good), name, Page.Piece(strings.updated(added, changed, removed)),
        Page.Piece("  \(source)", .faint))
    case .unchanged(let version):
      page.line(Page.Piece("● ", .good), name, Page.Piece(strings.upToDate), Page.Piece("  \(version ?? "")", .faint))
    case .setAside(let missing, let present, let mirror, _):
      page.line(
        Page.Piece("○ ", .new), name, Page.Piece(strings.setAside(missing, present)),
        Page.Piece("  \(Address.host(mirror))", .faint))
    case .failed:
      page.line(Page.Piece("○ ", .bad), name, Page.Piece(strings.failed))
    }
  }
}

extension SecondOpinion {
  /// The opinion as JSON has it.
  fileprivate var json: JSON {
    func list(_ hosts: [String]) -> JSON { .array(hosts.map { .string($0) }) }
    return .object([
      ("verdict", .string(verdict.rawValue)), ("version", .string(version)), ("agreeing", list(agreeing)),
      ("differing", list(differing)), ("silent", list(silent)),
    ])
  }

  /// The opinion for people.
  fileprivate func say(to page: inout Page, _ strings: Strings) {
    let isGood = verdict == .agreed || verdict == .corrected
    page.line(
      Page.Piece(isGood ? "● " : "▲ ", isGood ? .good : .new), Page.Piece("\(provider)  ", .strong),
      Page.Piece(strings.compared(MirrorComparison(self))))
  }
}
