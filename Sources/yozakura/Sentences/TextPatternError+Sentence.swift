internal import Danmaku

extension TextPatternError {
  /// What is wrong with a pattern, and where.
  var sentence: String {
    reason == .everything ? "\(reason.sentence)." : "\(reason.sentence), at character \(position + 1)."
  }
}

extension TextPatternError.Reason {
  fileprivate var sentence: String {
    switch self {
    case .lookAround: "looking ahead or behind is not possible in a search that cannot hang"
    case .backReference: "going back to what a group matched is not possible in a search that cannot hang"
    case .escape(let letter): "`\\\(letter)` is not known"
    case .group(let sign): "a group that begins with `(?\(sign)` is not known"
    case .openGroup: "`(` is not closed"
    case .strayParenthesis: "`)` closes nothing"
    case .openClass: "`[` is not closed"
    case .emptyClass: "`[]` means different things elsewhere; write `\\]` for the bracket itself"
    case .range: "the range ends before it begins"
    case .nothingToRepeat: "there is nothing to repeat"
    case .repetition: "the repetition ends before it begins"
    case .tooLarge: "the pattern is too large"
    case .everything: "the pattern fits where there is nothing, and would hide every comment"
    }
  }
}

extension BlockList.Refusal.Reason {
  /// Why an entry of a list was not taken.
  var sentence: String {
    switch self {
    case .switchedOff: "it is switched off there."
    case .unknownKind: "it is no text, pattern or user."
    case .empty: "it says nothing."
    case .pattern(let error): error.sentence
    }
  }
}
