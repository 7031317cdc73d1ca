internal import Anime
internal import App
internal import ArgumentParser
internal import Danmaku

/// Which comments a conversion writes, and in which characters; by default all as they are.
struct ChoiceOptions: ParsableArguments {
  @ArgumentParser.Option(
    help: .init("Write what this set of rules shows; else all, whatever config.toml names.", valueName: "name"))
  var rules: String?
  @ArgumentParser.Option(
    help: .init("Write at most so many at once, thinned out evenly.", valueName: "count"))
  var density: Int?
  @ArgumentParser.Option(
    help: .init("Count what is said again within so many seconds at the first who says it.", valueName: "seconds"))
  var merge: Double?
  @ArgumentParser.Option(help: "Write Chinese as-is, simplified or traditional.")
  var script = Script.asIs

  func validate() throws {
    if let density, density < 0 { throw ValidationError("--density wants a whole number from 0.") }
    if let merge, !(0...86_400 ~= merge) { throw ValidationError("--merge wants seconds from 0 to 86400.") }
  }

  /// The rules that these options are; the ones among `sets` that are named, with what else was asked for.
  func ruleSet(_ sets: RuleFiles) throws -> RuleSet {
    var set = try rules.map { try sets.read($0).rules } ?? .none
    if let density { set.density = density }
    if let merge { set.mergeWindow = Int((merge * 1000).rounded()) }
    return set
  }

  /// `comments` in the characters that were asked for.
  func converted(_ comments: Comments) -> Comments {
    comments.written(in: script.han)
  }
}

/// In which Chinese characters comments are written.
enum Script: String, CaseIterable, ExpressibleByArgument {
  case asIs = "as-is"
  case simplified, traditional

  /// What replaces the characters.
  var han: HanScript {
    switch self {
    case .asIs: .asIs
    case .simplified: .simplified
    case .traditional: .traditional
    }
  }
}
