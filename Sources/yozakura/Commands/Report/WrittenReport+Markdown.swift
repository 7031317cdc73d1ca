internal import Anime
internal import Mirrors

extension WrittenReport {
  /// The report as a document that reads well as it stands.
  var markdown: String {
    ([title] + (isEmpty ? [nothing] : [providerTable, mirrorTable, causeTable, definitions]))
      .joined(separator: "\n")
  }

  private var title: String {
    var text = "# Mirrors in \(month)\n"
    if let span = report.span {
      text += "\nMeasured by Yozakura \(ProgramVersion.number) on this machine, from "
      text +=
        "\(Self.instant(span.lowerBound)) to \(Self.instant(span.upperBound)), in passing: nobody was asked for it.\n"
    }
    if damagedLines > 0 { text += "\nLines of the log that cannot be read, left out: \(damagedLines).\n" }
    return text
  }

  private var nothing: String { "Nothing was asked of any mirror in this month.\n" }

  private var providerTable: String {
    "## Providers\n\n"
      + Self.table(
        [
          "provider", "availability", "updated", "unchanged", "set aside", "failed", "our fault", "failovers",
          "bytes", "mean age", "worst age", "outages", "longest",
        ],
        report.providers.map { provider in
          let syncs = provider.syncs
          return [provider.name, Self.percent(syncs.availability)]
            + MirrorRecord.Sync.Outcome.allCases.map { "\(syncs.outcomes[$0] ?? 0)" }
            + ["\(syncs.excused)", "\(syncs.failovers)", ByteCount.text(provider.requests.bytes)]
            + [syncs.meanAge, syncs.worstAge].map { $0.map(Self.span) ?? "–" } + Self.cells(syncs.outages)
        })
  }

  private var mirrorTable: String {
    "## Mirrors\n\n"
      + Self.table(
        [
          "provider", "mirror", "availability", "good", "failed", "our fault", "given up", "p50", "p95", "p99",
          "bytes", "outages", "longest",
        ],
        report.mirrors.map { mirror in
          let requests = mirror.requests
          return [mirror.provider, mirror.origin.description, Self.percent(requests.availability)]
            + [requests.good, requests.failed, requests.excused, requests.abandoned].map(String.init)
            + [0.5, 0.95, 0.99].map { Self.milliseconds(requests.firstByte[$0]).map { "\($0) ms" } ?? "–" }
            + [ByteCount.text(requests.bytes)] + Self.cells(requests.outages)
        })
  }

  private var causeTable: String {
    let rows = report.mirrors.flatMap { mirror in
      mirror.requests.rankedCauses.map {
        [mirror.provider, mirror.origin.description, $0.code.rawValue, "\($0.count)"]
      }
    }
    guard !rows.isEmpty else { return "## Causes\n\nNo request failed that counts.\n" }
    return "## Causes\n\n" + Self.table(["provider", "mirror", "cause", "requests"], rows)
  }

  private var definitions: String {
    """
    ## What the words mean

    - availability: of a mirror, good answers among good and failed ones; of a provider, syncs that somebody answered.
    - our fault: failures that a fault on this side explains, such as no network; they count for nobody.
    - given up: requests that were ended because another mirror was faster; they count for nobody.
    - p50, p95, p99: the time until the first byte that so many of a hundred good answers did not exceed.
    - failovers: syncs in which another than the first that was asked gave the answer.
    - age: how long ago what is here was known to be the newest, over the time between the syncs.
    - outage: from a first failure to the next good answer, as far as it was asked; “open” where none has come yet.

    """
  }

  private static func cells(_ outages: Outages) -> [String] {
    guard let longest = outages.longest else { return ["0", "–"] }
    return ["\(outages.count)", span(longest.length) + (longest.isOver ? "" : ", open")]
  }

  private static func percent(_ share: Double?) -> String {
    guard let share else { return "–" }
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }

  /// `47 s`, `12 min`, `5 h`, `3 d`
  private static func span(_ duration: Duration) -> String {
    let seconds = duration.components.seconds
    return switch seconds {
    case ..<120: "\(seconds) s"
    case ..<7200: "\(seconds / 60) min"
    case ..<172_800: "\(seconds / 3600) h"
    default: "\(seconds / 86_400) d"
    }
  }

  private static func table(_ header: [String], _ rows: [[String]]) -> String {
    ([header, header.map { _ in "---" }] + rows).map { cells in
      "| " + cells.map { Page.cleaned($0).replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }.joined()
  }
}
