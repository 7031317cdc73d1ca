internal import Danmaku

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
      try subtitles.write(to: sink)
    } else {
      try form.output?.write(comments, ruling: ruling, to: sink)
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
