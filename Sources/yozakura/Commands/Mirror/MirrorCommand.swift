internal import ArgumentParser
internal import Library
internal import Mirrors
internal import Providers

/// `mirror`
struct MirrorCommand: CommandFamily {
  static let configuration = CommandConfiguration(
    commandName: "mirror", abstract: "See how the mirrors do, and choose among them.",
    subcommands: [MirrorList.self, MirrorCheck.self, MirrorPin.self, MirrorUnpin.self])

  @OptionGroup var global: GlobalOptions
}

/// `mirror list [PROVIDER…]`
struct MirrorList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print how each mirror did so far.",
    discussion: """
      Nobody is asked: it is what syncs have learnt. The grade goes from A, fast, current and there, to F; each reason \
      why it is no better is told.
      """)
  static let schema = "mirror-list"
  static let lists = ["mirrors"]

  @Argument(help: "Names of providers; all where none is named.", completion: .providers)
  var names: [String] = []
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let overview = try session.mirrors(of: session.configured(names))
    return Answer(
      fields: { overview.fields },
      say: { page in MirrorRows(session: session, overview: overview).say(to: &page) })
  }
}

/// `mirror check [PROVIDER…]`
struct MirrorCheck: Command {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Ask each mirror once, and print how it does.",
    discussion: """
      A source is asked for the newest version, a mirror for the first byte of its file. Who asked to be left alone, \
      is. Status 3 says that a provider has no mirror that answers.
      """)
  static let schema = "mirror-check"
  static let lists = ["mirrors"]

  @Argument(help: "Names of providers; all enabled ones where none is named.", completion: .providers)
  var names: [String] = []
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    guard !global.offline else {
      throw Failure(.unreachable, "--offline was asked for; `mirror list` tells what is known.", status: .nothingNew)
    }
    let wanted = try session.configured(names).filter { $0.isEnabled || !names.isEmpty }
    let probes = try probe(wanted, session)
    let overview = try session.mirrors(of: wanted)
    return Answer(
      fields: { overview.fields }, failure: Self.failure(wanted, probes),
      say: { page in MirrorRows(session: session, overview: overview).say(to: &page) })
  }

  private func probe(_ wanted: [ProviderConfiguration], _ session: Session) throws -> [String: [MirrorProbe]] {
    let states = try session.library.snapshot().providers
    let (client, health) = (session.client, session.health)
    defer { health.save() }
    return try Interruptible.run {
      await withTaskGroup(of: (String, [MirrorProbe]).self) { group in
        for provider in wanted {
          let version = states.first { $0.name == provider.name }?.version
          group.addTask {
            (provider.name, await probeMirrors(of: provider, present: version, client: client, health: health.health))
          }
        }
        return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
      }
    }
  }

  private static func failure(_ wanted: [ProviderConfiguration], _ probes: [String: [MirrorProbe]]) -> Failure? {
    let silent = wanted.map(\.name).filter { name in
      !(probes[name] ?? []).contains { probe in
        if case .success = probe.result { probe.traffic == .content } else { false }
      }
    }
    guard !silent.isEmpty else { return nil }
    var failure = Failure(
      .unreachable, "No mirror of \(silent.joined(separator: ", ")) answers; what is here keeps answering.",
      status: .nothingNew)
    failure.details = silent.flatMap { probes[$0] ?? [] }.compactMap { probe in
      guard case .failure(let reason) = probe.result else { return nil }
      return "\(Address.host(probe.address)): \(reason.sentence)"
    }
    return failure
  }
}

/// One mirror, as the command line names it.
struct MirrorName: ParsableArguments {
  @Argument(help: .init("Its address, or its host.", valueName: "mirror"))
  var mirror: String

  @Option(help: "Whose mirror it is, where several have it.", completion: .providers)
  var provider: String?
}

/// `mirror pin URL`
struct MirrorPin: Command {
  static let configuration = CommandConfiguration(
    commandName: "pin", abstract: "Ask a mirror first, whatever is known of the others.",
    discussion: "The others are still asked where it fails or is slow. A provider has one pinned mirror.")
  static let schema = "mirror-pin"
  static let lists = ["mirrors"]

  @OptionGroup var named: MirrorName
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    try session.changeMirror(named.mirror, of: named.provider) { $0.pinned = $1 }
  }
}

/// `mirror unpin URL`
struct MirrorUnpin: Command {
  static let configuration = CommandConfiguration(
    commandName: "unpin", abstract: "Let the measurements choose again.")
  static let schema = "mirror-unpin"
  static let lists = ["mirrors"]

  @OptionGroup var named: MirrorName
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    try session.changeMirror(named.mirror, of: named.provider) { provider, address in
      if provider.pinned == address { provider.pinned = nil }
    }
  }
}
