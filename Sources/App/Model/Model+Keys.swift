import Anime
import TUI

extension Model {
  /// A key: for the prompt, for the search field, or part of a sequence of the keymap.
  mutating func press(_ key: Key) -> [Effect] {
    if prompt != nil { return pressInPrompt(key) }
    if case .editor(let editor) = layers.last { return press(key, in: editor) }
    if isTyping {
      type(key)
      return []
    }
    if notice?.kind == .alarm { notice = nil }
    if key == .escape, !pending.isEmpty {
      pending = []
      return []
    }
    switch world.keymap.match(pending + [key], in: context) {
    case .action(let action):
      pending = []
      return perform(action)
    case .pending:
      pending.append(key)
    case .unbound:
      // A sequence that means nothing is forgotten whole: half of it never acts as a key.
      pending = []
    }
    return []
  }

  /// Pasted text goes into what is being typed, and nowhere else.
  mutating func paste(_ text: String) -> [Effect] {
    if var field = prompt?.field {
      field.insert(text)
      prompt?.field = field
    } else if case .editor(var editor) = layers.last {
      editor.paste(text)
      layers[layers.count - 1] = .editor(editor)
    } else if isTyping {
      if case .stage(var stage) = layers.last {
        stage.paste(text)
        layers[layers.count - 1] = .stage(stage)
      } else if place == .watchlist {
        watchlist.paste(text, world)
      } else {
        catalogue.paste(text, world)
      }
    }
    return []
  }

  /// Whether keys go into the search field of the screen on top.
  var isTyping: Bool {
    if case .stage(let stage) = layers.last { return stage.isTyping }
    guard layers.isEmpty else { return false }
    return place == .catalogue && catalogue.isTyping || place == .watchlist && watchlist.field.isTyping
  }

  /// Whether somebody is asked what to block.
  var isBlocking: Bool {
    if case .stage(let stage) = layers.last { return stage.isBlocking }
    return false
  }

  /// Gives a key to the search field of the screen on top.
  private mutating func type(_ key: Key) {
    if case .stage(var stage) = layers.last {
      stage.type(key, world)
      layers[layers.count - 1] = .stage(stage)
    } else if place == .watchlist {
      _ = watchlist.type(key, world)
    } else {
      _ = catalogue.type(key, world)
    }
  }

  /// The mouse: a click selects, a double one opens, the wheel moves.
  mutating func point(_ event: MouseEvent) -> [Effect] {
    if case .editor = layers.last { return pointIntoPanel(event) }
    switch event.kind {
    case .scrollDown: return scroll(.selectNext)
    case .scrollUp: return scroll(.selectPrevious)
    case .press, .doublePress: break
    }
    prompt = nil
    if let tab = Bar(self).tabs.first(where: { $0.area.contains(event.position) }) {
      return go(to: tab.place)
    }
    let isHit = onTop { screen, world in screen.select(at: event.position, world) }
    return isHit && event.kind == .doublePress ? perform(.open) : []
  }

  /// A click beside the panel does nothing, so that nothing that is typed is lost.
  private mutating func pointIntoPanel(_ event: MouseEvent) -> [Effect] {
    guard event.kind == .press || event.kind == .doublePress else { return [] }
    _ = onTop { screen, world in screen.select(at: event.position, world) }
    return []
  }

  private mutating func scroll(_ action: Action) -> [Effect] {
    for _ in 0..<3 { _ = onTop { screen, world in screen.handle(action, world) } }
    return []
  }

  private mutating func pressInPrompt(_ key: Key) -> [Effect] {
    switch (prompt, key) {
    case (nil, _): return []
    case (_, .escape), (_, .control("c")):
      prompt = nil
    case (.status(let shows, let index), _):
      return choose(shows, index, key)
    case (.confirm(let question), _):
      return answer(question, key)
    case (.command(let line), .enter):
      prompt = nil
      return run(line.field.text)
    case (.command(var line), .tab), (.command(var line), .backTab):
      line.complete(by: key == .tab ? 1 : -1, candidates: completions)
      prompt = .command(line)
    case (.command(var line), .up), (.command(var line), .down):
      line.recall(older: key == .up, history: commandHistory)
      prompt = .command(line)
    case (.command(let line), .backspace) where line.field.text.isEmpty:
      prompt = nil
    case (.score(let shows, let field), .enter):
      return keep(score: field.text, shows)
    case (.note(let shows, let field), .enter):
      return keep(note: field.text, shows)
    case (.score(let shows, let field), .character) where field.text == scoreText(of: shows):
      // A new score replaces the old one; whoever wants to change a digit moves there first or deletes it.
      var field = field
      field.set("")
      guard field.handle(key) else { return [] }
      prompt = .score(shows, field)
    default:
      guard var field = prompt?.field, field.handle(key) else { return [] }
      prompt?.field = field
    }
    return []
  }
}
