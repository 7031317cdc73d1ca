import Anime
import Danmaku

/// One row of the panel of rules.
enum StageRule: Hashable {
  case mode(Comment.Mode)
  case area, subtitles, density, repeats, duplicates, weight, script, speed

  /// All of them, in the order of the panel.
  static let all: [StageRule] =
    StageSettings.switchable.map { .mode($0) } + [
      .area, .subtitles, .density, .repeats, .duplicates, .weight, .script, .speed,
    ]
}

extension StageSettings {
  /// Gives `rule` its next value, or the one before where `step` is -1; after the last comes the first.
  mutating func change(_ rule: StageRule, by step: Int) {
    switch rule {
    case .mode(let mode): rules.modes.formSymmetricDifference([mode])
    case .area: rules.area = Self.value(after: rules.area, in: [25, 50, 75, 100], step)
    case .subtitles: rules.subtitleSafe = Self.value(after: rules.subtitleSafe, in: [0, 10, 15, 20, 25, 30], step)
    case .density: rules.density = Self.value(after: rules.density, in: [20, 40, 60, 100, 200, nil], step)
    case .repeats: rules.mergeWindow = rules.mergeWindow == nil ? RuleSet.stage.mergeWindow : nil
    case .duplicates: rules.hidesDuplicates.toggle()
    case .weight: rules.minimumWeight = Self.value(after: rules.minimumWeight, in: [nil] + (2...11).map { $0 }, step)
    case .script: script = Self.value(after: script, in: [.asIs, .simplified, .traditional], step)
    case .speed: followsSpeed.toggle()
    }
  }

  /// The value `step` places behind `value`; the first one where it is none of them.
  private static func value<Value: Equatable>(after value: Value, in values: [Value], _ step: Int) -> Value {
    guard let place = values.firstIndex(of: value) else { return values[0] }
    return values[(place + step + values.count) % values.count]
  }
}
