public import Danmaku

/// One text, sender or pattern that a viewer does not want to see.
public enum BlockRule: Hashable, Sendable {
  /// No comment holds this text.
  case text(String)
  /// Nothing is shown of this sender.
  case sender(Comment.Sender)
  /// This pattern is found in no comment.
  case pattern(TextPattern)
}

/// What somebody did to what is blocked.
public enum BlockChange: Hashable, Sendable {
  /// It is blocked from now on.
  case block(BlockRule)
  /// It no longer is.
  case unblock(BlockRule)
}

extension RuleSet {
  /// Does what `change` says, as far as it is not done.
  public mutating func apply(_ change: BlockChange) {
    switch change {
    case .block(let rule): block(rule)
    case .unblock(let rule): unblock(rule)
    }
  }

  /// Whether `rule` is one of these.
  func contains(_ rule: BlockRule) -> Bool {
    switch rule {
    case .text(let text): texts.contains(text)
    case .sender(let sender): users.contains(sender)
    case .pattern(let pattern): patterns.contains(pattern)
    }
  }

  /// Adds `rule`, unless it is there.
  mutating func block(_ rule: BlockRule) {
    guard !contains(rule) else { return }
    switch rule {
    case .text(let text): texts.append(text)
    case .sender(let sender): users.insert(sender)
    case .pattern(let pattern): patterns.append(pattern)
    }
  }

  /// Takes `rule` away.
  mutating func unblock(_ rule: BlockRule) {
    switch rule {
    case .text(let text): texts.removeAll { $0 == text }
    case .sender(let sender): users.remove(sender)
    case .pattern(let pattern): patterns.removeAll { $0 == pattern }
    }
  }
}
