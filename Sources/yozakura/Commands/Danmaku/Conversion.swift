internal import Danmaku
internal import Locking

/// Comments on their way into another form.
struct Conversion {
  /// Into which.
  let form: ConvertedForm
  /// How many comments are written.
  let written: Int
  /// How many are not, by the reason.
  let hidden: [HiddenReason: Int]

  private let comments: Comments
  private let ruling: Ruling?
  private let subtitles: ASSFile?

  /// Decides which of `comments` are written, and where they are on the picture if there is one.
  init(_ comments: Comments, to form: ConvertedForm, _ rules: RuleSet, _ picture: ASSOptions) {
    self.form = form
    self.comments = comments
    let ruling = rules == .none ? nil : rules.ruling(of: comments, on: picture.laneRules)
    self.ruling = ruling
    subtitles = form == .ass ? ASSFile(comments, ruling: ruling, options: picture) : nil
    hidden = Self.reasons(comments, ruling, subtitles, form.output)
    written = comments.count - hidden.values.reduce(0, +)
  }

  /// Hands the file on in blocks.
  func write(to sink: TextFile.Sink) rethrows {
    if let subtitles {
      try write(subtitles, to: sink)
    } else {
      try form.output?.write(comments, ruling: ruling, to: sink)
    }
  }

  /// As many lines as two threads write while the disk takes those before, and as memory holds of a file of any length.
  private static let linesAtOnce = 1 << 15

  /// Writes the lines on all processors: for a hundred thousand comments that is a fifth of the whole time.
  private func write(_ subtitles: ASSFile, to sink: TextFile.Sink) rethrows {
    try subtitles.writeHeader(to: sink)
    for start in stride(from: 0, to: subtitles.lineCount, by: Self.linesAtOnce) {
      let lines = start..<min(subtitles.lineCount, start + Self.linesAtOnce)
      for part in Threads.map(lines.split(into: Threads.processorCount), subtitles.lines) {
        try part.withUnsafeBytes(sink)
      }
    }
  }

  private static func reasons(
    _ comments: Comments, _ ruling: Ruling?, _ subtitles: ASSFile?, _ output: (any DanmakuOutput)?
  ) -> [HiddenReason: Int] {
    guard let subtitles else {
      return HiddenReason.tally(comments.indices) { position in
        ruling?.reason(at: position) ?? (output?.holds(comments, at: position) == false ? .unsupported : nil)
      }
    }
    return HiddenReason.tally(comments.indices) { subtitles.placement(at: $0).reason }
  }
}

extension ConvertedForm {
  /// For how many milliseconds a comment is shown in the form, so that one from before the film may still be seen; 0
  /// where the form knows no such times.
  func life(of comments: Comments, at position: Int, on picture: ASSOptions) -> Int {
    switch self {
    case .ass: picture.life(of: comments, at: position)
    case .jsonl: comments.longestLife(at: position)
    case .xml, .dandanplay: 0
    }
  }

  /// What writes the form; nil for subtitles, which need a layout first.
  var output: (any DanmakuOutput)? {
    switch self {
    case .ass: nil
    case .xml: BilibiliXMLOutput()
    case .dandanplay: DandanplayOutput()
    case .jsonl: JSONLinesOutput()
    }
  }
}

extension Range<Int> {
  /// So many ranges of about one length that hold together what this one does; fewer where it is short.
  fileprivate func split(into parts: Int) -> [Range<Int>] {
    let length = Swift.max(1, (count + parts - 1) / parts)
    return stride(from: lowerBound, to: upperBound, by: length).map { $0..<Swift.min(upperBound, $0 + length) }
  }
}

extension ASSFile {
  /// The bytes of `range` of the lines.
  fileprivate func lines(_ range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    writeLines(range) { bytes.append(contentsOf: $0) }
    return bytes
  }
}
