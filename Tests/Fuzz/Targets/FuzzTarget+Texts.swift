internal import Anime
internal import TUI

@testable internal import Danmaku

extension FuzzTarget {
  /// Throws where `text` could move a cursor or turn the direction of what follows it.
  static func checkHarmless(_ text: String, lineBreaks: Bool = true) throws(BrokenPromise) {
    for scalar in text.unicodeScalars where !(lineBreaks && scalar == "\n") {
      let isHarmless =
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: false
        default: true
        }
      try promise("no control in \(text.debugDescription)", isHarmless)
    }
  }

  /// What is cleaned is harmless, short and clean, whether a quick look was enough or not.
  @Sendable static func checkTextCleaner(_ bytes: [UInt8]) throws(BrokenPromise) {
    for isCode in [false, true] {
      var cleaned = bytes
      TextCleaner.clean(&cleaned, from: 0, isCode: isCode)
      try promise("texts are UTF-8: \(cleaned)", String(validating: cleaned, as: UTF8.self) != nil)
      let text = String(decoding: cleaned, as: UTF8.self)
      try checkHarmless(text)
      try promise("texts have a bound", isCode || text.unicodeScalars.count <= TextCleaner.maximumLength)
      for text in [bytes, cleaned] {
        try promise("looks agree on \(bytes)", thoroughlyCleaned(text, isCode: isCode) == cleaned)
      }
    }
  }

  /// What is cleaned is harmless, on one line, short and clean.
  @Sendable static func checkSanitiser(_ bytes: [UInt8]) throws(BrokenPromise) {
    let text = Sanitiser.clean(String(decoding: bytes, as: UTF8.self))
    try checkHarmless(text, lineBreaks: false)
    try promise("texts have a bound", text.unicodeScalars.count <= Sanitiser.maximumLength)
    let again = Sanitiser.clean(text)
    try promise("what is clean stays as it is: \(text.debugDescription)", again.utf8.elementsEqual(text.utf8))
  }

  /// Keys are the same however the bytes are split, and none of them is a control.
  @Sendable static func checkInputDecoder(_ bytes: [UInt8]) throws(BrokenPromise) {
    var whole = InputDecoder()
    let events = whole.decode(bytes)
    var split = InputDecoder()
    let singly = bytes.flatMap { split.decode(CollectionOfOne($0)) }
    try promise("splitting changes nothing: \(events) and \(singly)", events == singly)
    for case .key(.character(let key)) in events {
      try promise(
        "keys are no controls: \(key)", key.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    }
    _ = whole.expire()
    try promise("nothing is pending once waiting was given up", whole.patience == nil)
  }

  /// The place and the opacity of a positioned comment are numbers at every moment of its life.
  @Sendable static func checkPositionedComment(_ bytes: [UInt8]) throws(BrokenPromise) {
    let code = String(decoding: bytes, as: UTF8.self)
    for sent in [nil, 0] as [Int64?] {
      guard let comment = PositionedComment(code: code, sent: sent) else { continue }
      try checkHarmless(comment.text)
      for moment in [0, 1, comment.life / 2, comment.life, Int(Int32.max)] {
        let place = comment.position(at: moment)
        let opacity = comment.opacity(at: moment)
        try promise("places are numbers: \(place) at \(moment)", place.x.isFinite && place.y.isFinite)
        try promise("opacities are 0 to 1: \(opacity) at \(moment)", (0...1).contains(opacity))
      }
    }
  }
}
