import Anime
import TUI

extension Model {
  /// A key: for the prompt, for the search field, or part of a sequence of the keymap.
  mutating func press(_ key: Key) -> [Effect] {
    if prompt != nil { return pressInPrompt(key) }
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

  private mutating func scroll(_ action: Action) -> [Effect] {
    for _ in 0..<3 { _ = onTop { screen, world in screen.handle(action, world) } }
    return []
  }

  private mutating func pressInPrompt(_ key: Key) -> [Effect] {
    switch (prompt, key) {
    case (nil, _): return []
    case (_, .escape), (_, .control("c")):
      prompt = nil
    case (.status(let show, let index), _):
      return choose(show, index, key)
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
    case (.score(let show, let field), .enter):
      return keep(score: field.text, show)
    case (.note(let show, let field), .enter):
      prompt = nil
      return field.text == world.library[show].note ? [] : edit(show, [.note(Sanitiser.clean(field.text))])
    case (.score(let show, let field), .character) where field.text == scoreText(of: show):
      // A new score replaces the old one; whoever wants to change a digit moves there first or deletes it.
      var field = field
      field.set("")
      guard field.handle(key) else { return [] }
      prompt = .score(show, field)
    default:
      guard var field = prompt?.field, field.handle(key) else { return [] }
      prompt?.field = field
    }
    return []
  }

  /// The score as the prompt first shows it.
  func scoreText(of show: ShowID) -> String {
    world.library[show].score.map(world.configuration.scoreScale.typed) ?? ""
  }

  private mutating func choose(_ show: ShowID, _ index: Int, _ key: Key) -> [Effect] {
    let choices = Prompt.statuses
    switch key {
    case .enter: return keep(status: choices[index], show)
    case .left, .up, .backTab, .character("h"), .character("k"):
      prompt = .status(show, (index + choices.count - 1) % choices.count)
    case .right, .down, .tab, .character("l"), .character("j"), .character("s"):
      prompt = .status(show, (index + 1) % choices.count)
    case .character("0"): return keep(status: nil, show)
    case .character(let digit):
      guard let number = digit.wholeNumberValue, (1..<choices.count).contains(number) else { return [] }
      return keep(status: choices[number - 1], show)
    default: break
    }
    return []
  }

  private mutating func keep(status: WatchStatus?, _ show: ShowID) -> [Effect] {
    prompt = nil
    return world.library[show].status == status ? [] : edit(show, [.status(status)])
  }

  private mutating func keep(score text: String, _ show: ShowID) -> [Effect] {
    let text = text.filter { $0 != " " }
    let score = world.configuration.scoreScale.read(text)
    guard text.isEmpty || score != nil else {
      alarm(world.strings.badScore(world.configuration.scoreScale))
      return []
    }
    prompt = nil
    return score == world.library[show].score ? [] : edit(show, [.score(score)])
  }
}
