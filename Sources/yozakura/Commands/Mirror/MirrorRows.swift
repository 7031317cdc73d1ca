internal import Anime
internal import App

/// How mirrors do, in rows for people.
struct MirrorRows {
  let session: Session
  let overview: MirrorsOverview

  func say(to page: inout Page) {
    if let fault = overview.localFault {
      page.line(Page.Piece("▲ ", .new), Page.Piece(session.strings.message(for: fault)))
    }
    for provider in overview.providers {
      page.line(
        Page.Piece(provider.name, .strong), Page.Piece(provider.version.map { "  \($0)" } ?? "", .faint),
        Page.Piece(provider.isDisputed ? "  disputed" : "", .new))
      page.table(provider.mirrors.map(row), flexible: 6)
    }
  }

  private func row(_ mirror: MirrorLine) -> [Page.Piece] {
    let (shape, tone) = Self.shape(mirror.state)
    return [
      Page.Piece("  \(shape)", tone), Page.Piece(mirror.grade?.rawValue ?? "–", .strong), Page.Piece(mirror.host),
      Page.Piece(mirror.role == .versionSource ? "version" : mirror.isPinned ? "pinned" : "", .faint),
      Page.Piece(mirror.p50.map { "\($0) ms" } ?? ""),
      Page.Piece(mirror.throughput.map { "\(ByteCount.text($0))/s" } ?? ""),
      Page.Piece(remark(on: mirror), .faint),
    ]
  }

  private func remark(on mirror: MirrorLine) -> String {
    var parts: [String] = []
    if let until = mirror.until, until > overview.now {
      parts.append("left alone for \(Age.text(until - overview.now))")
    }
    if mirror.state != .good, let error = mirror.lastError { parts.append(session.strings.message(for: error)) }
    if mirror.dataAge.isBehind { parts.append("behind: \(mirror.dataAge.version ?? "")") }
    if let last = mirror.lastSuccess { parts.append("good \(Age.text(overview.now - last)) ago") }
    if mirror.lastSuccess == nil, mirror.lastError == nil { parts.append("not asked yet") }
    return parts.joined(separator: " · ")
  }

  /// A mark of its own for each state, which is read without colours too.
  private static func shape(_ state: MirrorState) -> (String, Page.Tone) {
    switch state {
    case .unknown: ("◌", .faint)
    case .good: ("●", .good)
    case .probing: ("◐", .new)
    case .open: ("○", .bad)
    case .busy: ("◔", .new)
    case .refusing: ("⊘", .bad)
    case .distrusted: ("✗", .bad)
    }
  }
}

extension MirrorsOverview {
  /// The fields of an answer.
  var fields: [JSON.Field] {
    [
      ("localFault", .string(orNull: localFault?.code)),
      ("mirrors", .array(providers.flatMap { provider in provider.mirrors.map { $0.json(at: now) } })),
    ]
  }
}

extension MirrorLine {
  /// The mirror as JSON has it.
  fileprivate func json(at now: Instant) -> JSON {
    .object([
      ("provider", .string(provider)), ("url", .string(address)),
      ("role", .string(role == .mirror ? "mirror" : "versionSource")), ("group", .string(orNull: group)),
      ("state", .string("\(state)")), ("until", .string(orNull: until?.iso8601)), ("pinned", .bool(isPinned)),
      ("grade", .string(orNull: grade?.rawValue)), ("reasons", .array(gradeReasons.map { .string($0.word) })),
      ("lastError", lastErrorJSON), ("lastSuccess", .string(orNull: lastSuccess?.iso8601)),
      ("age", .number(orNull: lastSuccess.map { Int(max(0, (now - $0).milliseconds) / 1000) })),
      ("version", .string(orNull: dataAge.version)), ("behind", .bool(dataAge.isBehind)),
      ("requests", .number(attempts)),
      ("successPercent", .number(orNull: successRate.map { Int(($0 * 100).rounded()) })),
      ("firstByteMs", .object([("p50", .number(orNull: p50)), ("p95", .number(orNull: p95))])),
      ("bytesPerSecond", .number(orNull: throughput)),
    ])
  }

  private var lastErrorJSON: JSON {
    guard let lastError else { return .null }
    let sentence = if case .refusing(let sentence) = lastError { sentence } else { String?.none }
    return .object([
      ("code", .string(lastError.code)), ("sentence", .string(orNull: sentence)),
      ("at", .string(orNull: lastErrorAt?.iso8601)),
    ])
  }
}

extension GradeReason {
  /// Its name for scripts.
  fileprivate var word: String {
    switch self {
    case .slow: "slow"
    case .unreliable: "unreliable"
    case .behind: "behind"
    case .lied: "lied"
    case .refusing: "refusing"
    case .busy: "busy"
    case .failing: "failing"
    case .untried: "untried"
    }
  }
}
