import Danmaku
import TUI

/// What somebody is about to block, starting from one comment, and which comments that holds for.
struct StageBlock: Sendable {
  /// How a comment can be blocked.
  enum Way: CaseIterable, Sendable {
    /// What holds all that the comment says.
    case text
    /// What its sender wrote.
    case sender
    /// What holds the words that somebody types.
    case words
    /// What matches the pattern that somebody types.
    case pattern

    /// Whether somebody types what is blocked.
    var isTyped: Bool { self == .words || self == .pattern }
  }

  /// What the comment says.
  let text: String
  /// The ways that there are: a sender can only be blocked where the file tells one.
  let ways: [Way]
  /// The selected way.
  private(set) var way = Way.text
  /// What was typed, as words or as a pattern.
  private(set) var field = TextField()
  /// What would be blocked.
  private(set) var proposal = Proposal.nothing
  /// The positions of the comments that the proposal holds for, whether or not another rule hides them.
  private(set) var matches: [Int] = []

  private let sender: Comment.Sender?

  /// What would be blocked.
  enum Proposal: Hashable, Sendable {
    /// Nothing was typed.
    case nothing
    /// What was typed is no pattern.
    case malformed(TextPatternError)
    /// This rule.
    case rule(BlockRule)
  }

  /// Starts from the comment at `position`.
  init(_ position: Int, in content: StageContent) {
    text = content.text(at: position)
    sender = content.file.comments.sender(at: position)
    ways = sender == nil ? Way.allCases.filter { $0 != .sender } : Way.allCases
    propose(in: content)
  }
}

extension StageBlock {
  /// Selects the way in this row; false where there is none.
  mutating func select(row: Int, in content: StageContent) -> Bool {
    guard ways.indices.contains(row) else { return false }
    way = ways[row]
    propose(in: content)
    return true
  }

  /// Gives a key to what is selected; false where it means nothing there.
  mutating func type(_ key: Key, in content: StageContent) -> Bool {
    switch key {
    case .down, .control("n"), .tab: move(by: 1)
    case .up, .control("p"), .backTab: move(by: -1)
    default:
      let before = field
      guard field.handle(key) else { return false }
      // Whoever just begins to type means words.
      if field.text != before.text, !way.isTyped { way = .words }
      guard way.isTyped else {
        field = before
        return false
      }
    }
    propose(in: content)
    return true
  }

  /// Types pasted text.
  mutating func paste(_ text: String, in content: StageContent) {
    if !way.isTyped { way = .words }
    field.insert(text)
    propose(in: content)
  }

  private mutating func move(by step: Int) {
    guard let row = ways.firstIndex(of: way) else { return }
    way = ways[(row + step + ways.count) % ways.count]
  }

  /// Finds anew what would be blocked.
  private mutating func propose(in content: StageContent) {
    let new = wanted
    guard new != proposal else { return }
    proposal = new
    matches = []
    guard case .rule(let rule) = new else { return }
    var rules = RuleSet.none
    rules.block(rule)
    let ruling = rules.ruling(of: content.file.comments)
    matches = content.listed.filter { ruling.reason(at: $0) != nil }
  }

  private var wanted: Proposal {
    switch way {
    case .text: return .rule(.text(text))
    case .sender: return sender.map { .rule(.sender($0)) } ?? .nothing
    case .words, .pattern:
      guard field.text.contains(where: { !$0.isWhitespace }) else { return .nothing }
      guard way == .pattern else { return .rule(.text(field.text)) }
      do throws(TextPatternError) {
        return .rule(.pattern(try TextPattern(field.text)))
      } catch {
        return .malformed(error)
      }
    }
  }
}
