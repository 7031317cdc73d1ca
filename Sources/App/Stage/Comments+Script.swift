public import Anime
public import Danmaku

extension Comments {
  /// The same in the characters of `script`.
  public func written(in script: HanScript) -> Comments { script == .asIs ? self : rewritten(script.text) }
}
