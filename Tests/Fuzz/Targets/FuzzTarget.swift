/// A parser that reads what strangers wrote, and what it promises whatever that is.
///
/// The fuzzer looks for an input that breaks the promise; the tests hold it for every input that is kept in
/// `Corpus/` under the target's name.
struct FuzzTarget: Sendable {
  /// Its name on the command line and in the corpus.
  let name: String
  /// Hands `bytes` to the parser; throws where it breaks its promise.
  let check: @Sendable (_ bytes: [UInt8]) throws(BrokenPromise) -> Void

  /// Every target. One for each parser: what a file looks like at first would else keep most inputs from most parsers.
  static let all: [FuzzTarget] =
    files + [
      FuzzTarget(name: "outputs", check: checkOutputs),
      FuzzTarget(name: "positioned-comment", check: checkPositionedComment),
      FuzzTarget(name: "text-cleaner", check: checkTextCleaner),
      FuzzTarget(name: "text-pattern", check: checkTextPattern),
      FuzzTarget(name: "block-list", check: checkBlockList),
      FuzzTarget(name: "sanitiser", check: checkSanitiser),
      FuzzTarget(name: "lanes", check: checkLanes),
      FuzzTarget(name: "growth", check: checkGrowth),
      FuzzTarget(name: "input-decoder", check: checkInputDecoder),
      FuzzTarget(name: "toml", check: checkTOML),
      FuzzTarget(name: "release-name", check: checkReleaseName),
      FuzzTarget(name: "filter", check: checkFilter),
      FuzzTarget(name: "markup", check: checkMarkup),
      FuzzTarget(name: "feed", check: checkFeed),
    ]

  /// The target called `name`; nil where none is.
  static func named(_ name: some StringProtocol) -> FuzzTarget? { all.first { $0.name == name } }
}
