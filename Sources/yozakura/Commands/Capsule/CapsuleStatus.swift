internal import Anime
internal import App
internal import ArgumentParser
internal import Capsule
internal import Library

/// `capsule status`
struct CapsuleStatus: Command {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Print what the capsule holds, and what would be left if every server vanished.")
  static let schema = "capsule-status"
  static let lists = ["pins", "setAside"]

  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let library = try session.library
    let status = Status(
      folder: session.folders.data, commits: library.commits, figures: try library.capsule.figures(),
      room: library.capsule.room, verified: session.verificationMemory.recall(), snapshot: library.snapshot())
    return Answer(fields: { status.fields }, say: { status.say(to: &$0, session) })
  }
}

/// What there is to say of the capsule.
private struct Status {
  let folder: String
  let commits: [CommitSummary]
  let figures: CapsuleFigures
  let room: (available: Int64, reserve: Int64)?
  let verified: VerificationMemory.Entry?
  let snapshot: Snapshot

  private var pins: [ShowID] { snapshot.entries.values.filter(\.isPinned).map(\.show).sorted() }
  private var setAside: [(String, ProviderState.SetAside)] {
    snapshot.providers.compactMap { provider in provider.setAside.map { (provider.name, $0) } }
  }

  var fields: [JSON.Field] {
    let coverage = snapshot.coverage
    return [
      ("folder", .string(folder)),
      ("head", commits.first.map(\.json) ?? .null),
      ("commits", .number(commits.count)),
      ("thinned", .number(commits.count(where: \.isThinned))),
      ("first", .string(orNull: commits.map(\.time).min()?.iso8601)),
      ("objects", .number(figures.objectCount)),
      ("bytes", .number(figures.objectBytes)),
      ("operations", .number(figures.operationCount)),
      ("devices", .number(figures.deviceCount)),
      (
        "quarantine",
        .object([("files", .number(figures.quarantineCount)), ("bytes", .number(figures.quarantineBytes))])
      ),
      (
        "room",
        room.map { .object([("available", .number(Int($0.available))), ("reserve", .number(Int($0.reserve)))]) }
          ?? .null
      ),
      (
        "verified",
        verified.map {
          .object([("at", .string($0.at.iso8601)), ("readAll", .bool($0.isWhole)), ("damaged", .number($0.damaged))])
        } ?? .null
      ),
      (
        "coverage",
        .object([
          ("listed", .number(coverage.listed)), ("whole", .number(coverage.whole)),
          ("titleOnly", .number(coverage.titleOnly)), ("gone", .number(coverage.gone)),
        ])
      ),
      ("pins", .array(pins.map(snapshot.json))),
      (
        "setAside",
        .array(
          setAside.map { name, answer in
            .object([
              ("provider", .string(name)), ("version", .string(orNull: answer.version)),
              ("fetched", .string(answer.fetched.iso8601)), ("missing", .number(answer.missing)),
            ])
          })
      ),
    ]
  }

  func say(to page: inout Page, _ session: Session) {
    page.table(rows(session).map { [Page.Piece($0.0, .faint), Page.Piece($0.1)] })
    let coverage = snapshot.coverage
    if coverage.listed > 0 {
      page.line()
      page.line(Page.Piece(Self.sentence(coverage)))
    }
    for (name, answer) in setAside {
      page.line(
        Page.Piece("▲ ", .new),
        Page.Piece(
          "set aside: an answer of \(name) that lacks \(answer.missing) shows; `yozakura capsule accept --dry-run` "
            + "tells what it would remove"))
    }
  }

  private func rows(_ session: Session) -> [(String, String)] {
    let thinned = commits.count(where: \.isThinned)
    var rows = [("folder", folder)]
    if let head = commits.first {
      rows.append(
        ("present", "commit \(head.sequence) of \(head.time.iso8601), \(Age.text(session.now - head.time)) ago"))
      let first = commits.map(\.time).min().map { session.zone.civil($0).date.description } ?? ""
      rows.append(
        ("commits", "\(commits.count) since \(first)" + (thinned > 0 ? ", \(thinned) without their content" : "")))
    } else {
      rows.append(("present", "no commit yet; the starter catalogue answers"))
    }
    rows.append(("objects", "\(figures.objectCount), \(ByteCount.text(figures.objectBytes))"))
    rows.append(
      (
        "your list",
        "\(Count.of(figures.operationCount, "change")) of \(Count.of(figures.deviceCount, "device")), each written twice"
      ))
    if figures.quarantineCount > 0 {
      rows.append(("quarantine", "\(figures.quarantineCount) files, \(ByteCount.text(figures.quarantineBytes))"))
    }
    if let room {
      rows.append(
        ("room", "\(ByteCount.text(Int(room.available))) free, \(ByteCount.text(Int(room.reserve))) kept free"))
    }
    let check = verified.map { verified in
      "\(Age.text(session.now - verified.at)) ago, \(verified.isWhole ? "every byte" : "the structure"): "
        + (verified.damaged == 0 ? "whole" : "\(verified.damaged) damaged")
    }
    rows.append(("verified", check ?? "never; `yozakura capsule verify`"))
    if !pins.isEmpty {
      let titles = pins.map { snapshot.catalogue.show($0)?.titles.display(session.titles) ?? $0.description }
      rows.append(("pinned", titles.joined(separator: " · ")))
    }
    return rows
  }

  private static func sentence(_ coverage: Coverage) -> String {
    var text =
      "If every server vanished now, \(coverage.whole) of the \(coverage.listed) shows that you keep would stay whole"
    if coverage.titleOnly > 0 { text += ", \(coverage.titleOnly) by title alone" }
    if coverage.gone > 0 { text += "; \(coverage.gone) of them their provider lists no longer" }
    return text + "."
  }
}
