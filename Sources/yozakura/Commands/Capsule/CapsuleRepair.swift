internal import App
internal import ArgumentParser
internal import Capsule
internal import HTTP
internal import Library
internal import Providers

/// `capsule repair [--dry-run]`
struct CapsuleRepair: Command {
  static let configuration = CommandConfiguration(
    commandName: "repair", abstract: "Heal what is damaged.",
    discussion: """
      Commits and your log are healed from their second copies. An object of the catalogue is fetched once more by the \
      address and version in its commit, and taken only if its SHA-256 is the same. Damaged files are kept in \
      quarantine. Status 1 says that something could not be healed.
      """)
  static let schema = "capsule-repair"
  static let lists = ["healed", "lost"]

  @Flag(name: .customLong("dry-run"), help: "Say what would be done; change nothing and ask nobody.")
  var isDryRun = false
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let library = try session.library
    var found = try library.capsule.verify(.everyByte)
    var report = try library.repair(found.damage, with: [], isDryRun: isDryRun)
    var refetcher = Refetcher(session: session)
    // A manifest that is whole again names pieces of which nothing was known before: until nothing more is found.
    var rounds = 0
    var hasMore = !isDryRun && !found.isClean
    while hasMore, rounds < 4 {
      rounds += 1
      found = try library.capsule.verify(.everyByte)
      guard !found.isClean, !global.offline else { break }
      let more = try library.repair(found.damage, with: try refetcher.files(healing: found.damage), isDryRun: false)
      report.add(more)
      hasMore = !more.healed.isEmpty
    }
    if !isDryRun { session.verificationMemory.remember(found, at: session.now) }
    return answer(report, refetcher)
  }

  private func answer(_ report: RepairReport, _ refetcher: Refetcher) -> Answer {
    Answer(
      fields: {
        [
          ("dryRun", .bool(isDryRun)), ("healed", .array(report.healed.map(\.json))),
          ("lost", .array(report.lost.map(\.json))),
          ("quarantined", .array(report.quarantined.map { .string($0) })),
        ]
      },
      failure: report.lost.isEmpty ? nil : failure(report, refetcher),
      hint: report.quarantined.isEmpty ? nil : "What was damaged is kept in the capsule's folder `quarantine`.",
      say: { page in
        for healing in report.healed {
          page.line(
            Page.Piece("● ", .good), Page.Piece(healing.damage.sentence),
            Page.Piece(" → \(isDryRun ? "can be healed" : "healed") \(healing.cure.words)", .faint))
        }
        for damage in report.lost { damage.say(to: &page) }
        if report.healed.isEmpty, report.lost.isEmpty {
          page.line(Page.Piece("● ", .good), Page.Piece("nothing is damaged"))
        }
      })
  }

  private func failure(_ report: RepairReport, _ refetcher: Refetcher) -> Failure {
    let count = report.lost.count
    let what = "\(count) damaged thing\(count == 1 ? "" : "s")"
    var failure =
      isDryRun
      ? Failure(.damaged, "\(what) cannot be healed from here; without --dry-run the mirrors are asked.")
      : Failure(.damaged, "\(what) could not be healed. What they said is not shown; everything else is.")
    failure.details = refetcher.causes
    if refetcher.hasReceived {
      // An object is named by its packed bytes, and another library may pack the same file otherwise.
      failure.details.append("What came is what was received then; perhaps this zstd library packs it otherwise.")
    }
    return failure
  }
}

extension RepairReport.Healing {
  fileprivate var json: JSON {
    .object([
      ("what", .string(damage.word)), ("sentence", .string(damage.sentence)), ("from", .string(cure.word)),
    ])
  }
}

extension RepairReport.Cure {
  /// The word for it in JSON output.
  fileprivate var word: String {
    switch self {
    case .copy: "copy"
    case .quarantine: "quarantine"
    case .mirror(let address): address
    case .nobodyNeedsIt: "nothing"
    }
  }

  fileprivate var words: String {
    switch self {
    case .copy: "from the other copy"
    case .quarantine: "from what a collection had set aside"
    case .mirror(let address): "from \(Address.host(address))"
    case .nobodyNeedsIt: "by setting it aside"
    }
  }
}

/// Fetches files of providers once more, each by its own address and version.
private struct Refetcher {
  let session: Session
  /// Why addresses did not help.
  private(set) var causes: [String] = []
  private var tried: Set<String> = []
  /// What came, by its SHA-256: a manifest that it healed may name pieces that it heals too.
  private var received: [Digest: RefetchedFile] = [:]

  /// Whether a file came that is the one of then.
  var hasReceived: Bool { !received.isEmpty }

  init(session: Session) {
    self.session = session
  }

  /// The files that heal `damage`, as far as a mirror still has them.
  mutating func files(healing damage: [Damage]) throws -> [RefetchedFile] {
    let library = try session.library
    let providers = (try? session.providers.read()) ?? []
    var missing: Set<ObjectID> = []
    let candidates = try library.capsule.refetchCandidates(for: damage)
    for candidate in candidates { missing.formUnion(candidate.objects) }
    var files: [RefetchedFile] = []
    for candidate in candidates where !missing.isDisjoint(with: candidate.objects) {
      let known = providers.first { $0.name == candidate.provider }
      let addresses = [candidate.receipt.url] + (known?.addresses(of: candidate.receipt.version) ?? [])
      guard let file = try fetch(addresses, for: candidate.receipt, library) else { continue }
      files.append(file)
      missing.subtract(candidate.objects)
    }
    return files
  }

  private mutating func fetch(
    _ addresses: [String], for receipt: Receipt, _ library: ShowLibrary
  ) throws -> RefetchedFile? {
    if let known = received[receipt.sha256] { return library.refetched(known.bytes, for: receipt, from: known.mirror) }
    for address in addresses where tried.insert("\(address) \(receipt.sha256)").inserted {
      do {
        let client = session.client
        let response = try Interruptible.run {
          try await client.get(HTTPRequest(address, limits: FetchTiming().file))
        }
        if let file = library.refetched(response.body, for: receipt, from: address) {
          received[receipt.sha256] = file
          return file
        }
        causes.append("\(Address.host(address)): what came is not what was received then")
      } catch let error as HTTPError {
        causes.append("\(Address.host(address)): \(error.sentence)")
      }
    }
    return nil
  }
}
