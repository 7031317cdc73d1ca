internal import App
internal import ArgumentParser
internal import Danmaku
internal import TUI

/// `danmaku stats FILE [--why …] [--heat] [--svg FILE]`
struct DanmakuStats: Command {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Print what a file of comments holds.")
  static let schema = "danmaku-stats"

  @Argument(help: "A file of comments, of any form that is read here; - is standard input.", completion: .file())
  var file: String
  @OptionGroup var reasons: DanmakuReasons.Options
  @Flag(help: "Print how full the stage is over the time of the file, and the times of the peaks.")
  var heat = false
  @ArgumentParser.Option(
    help: ArgumentHelp("Write that to a file, as an SVG; - is standard output.", valueName: "picture"),
    completion: .file())
  var svg: String?
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard printsPicture, global.json || heat || reasons.why else { return }
    throw ValidationError("--svg wants a file beside --json, --heat and --why: a picture takes standard output.")
  }

  func answer(_ session: Session) throws -> Answer {
    let file = try DanmakuFile(named: self.file)
    let statistics = DanmakuStatistics(file)
    let why = reasons.why ? try DanmakuReasons(file.comments, reasons, session) : nil
    let report = heat || svg != nil ? heatReport(of: file, session.loaded.values) : nil
    let picture = svg == nil ? nil : report?.svg(title: title)
    if let svg, let picture, !printsPicture { try TextFile.replace(svg, with: picture, makingFolder: false) }
    return Answer(
      fields: {
        [("file", .string(self.file))] + statistics.fields + (why?.fields ?? [])
          + (report.map { [("heat", $0.json)] } ?? [])
      }, hint: report?.emptiness,
      say: { page in
        if let picture, printsPicture { return page.verbatim(picture) }
        if heat { report?.say(to: &page) } else { statistics.say(to: &page) }
        why?.say(to: &page)
      })
  }

  /// How full the stage is that `configuration` describes.
  private func heatReport(of file: DanmakuFile, _ configuration: Configuration) -> HeatReport {
    HeatReport(
      file, life: Int(configuration.danmakuDuration * 1000),
      ambiguity: configuration.ambiguousWidth == 2 ? .wide : .narrow)
  }

  private var printsPicture: Bool { svg == "-" }

  /// What a picture is called: the file without its folders.
  private var title: String {
    file == "-" ? "standard input" : file.split(separator: "/").last.map(String.init) ?? file
  }
}

extension DanmakuStatistics {
  fileprivate var fields: [JSON.Field] {
    [
      ("comments", .number(total)),
      ("read", .number(read)),
      ("skipped", skipped.json),
      ("modes", .object(Comment.Mode.allCases.map { ("\($0)", .number(modes[$0] ?? 0)) })),
      ("notShown", .number(notShown.values.reduce(0, +))),
      ("colors", .array(colors.prefix(10).map { Self.count("color", .string($0.value.hexadecimal), $0.count) })),
      ("sizes", .array(sizes.prefix(10).map { Self.count("size", .number($0.value), $0.count) })),
      ("firstMilliseconds", .number(orNull: span?.lowerBound)),
      ("lastMilliseconds", .number(orNull: span?.upperBound)),
      ("peak", peak.map { Self.count("second", .number($0.value), $0.count) } ?? .null),
      (
        "repeated", .array(repeatedTexts.prefix(10).map { Self.count("text", .string($0.value), $0.count) })
      ),
      ("repeats", .number(repeats)),
      ("senders", .number(senderCount)),
    ]
  }

  private static func count(_ name: String, _ value: JSON, _ count: Int) -> JSON {
    .object([(name, value), ("count", .number(count))])
  }

  fileprivate func say(to page: inout Page) {
    var rows: [(String, String)] = [("comments", "\(total)")]
    rows += SkipReason.allCases.compactMap { reason in
      skipped[reason].map { ("not read, \(reason.sentence)", "\($0)") }
    }
    rows += Comment.Mode.allCases.compactMap { mode in
      modes[mode].map { count in
        let unseen = notShown[mode].map { $0 == count ? ", not shown" : ", \($0) of them not shown" }
        return ("\(mode)", "\(count)\(unseen ?? "")")
      }
    }
    if let span { rows.append(("time", "\(MediaTime.text(span.lowerBound)) to \(MediaTime.text(span.upperBound))")) }
    if let peak { rows.append(("peak", "\(peak.count) at \(MediaTime.text(peak.value * 1000))")) }
    rows.append(("senders", "\(senderCount)"))
    rows.append(("colours", colors.prefix(6).map { "\($0.value.hexadecimal) \($0.count)" }.joined(separator: "  ")))
    rows += repeatedTexts.prefix(6).map { ("\($0.count) times", $0.value) }
    page.table(rows.map { [Page.Piece($0.0, .faint), Page.Piece($0.1)] }, flexible: 1)
  }
}

extension CommentColor {
  /// `#ffffff`
  var hexadecimal: String {
    let digits = String(rgb, radix: 16)
    return "#" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}
