import Anime
import TUI

/// The last line: what is asked or said, what Enter and other keys do, and what the network does.
struct BottomLine {
  private let model: Model
  private let world: Surroundings

  init(_ model: Model) {
    self.model = model
    world = model.world
  }

  func draw(on frame: inout Frame) {
    let area = world.layout.line
    frame.buffer.fill(area, style: world.theme[.line])
    if let prompt = model.prompt {
      draw(prompt, in: area.inset(horizontal: 1, vertical: 0), frame: &frame)
    } else {
      var line = StatusLine(items: items, kept: kept, style: world.theme[.line])
      line.note = note(columns: area.columns, keys: line.columns(ambiguity: world.ambiguity))
      line.draw(in: area, on: &frame.buffer)
    }
  }

  // MARK: Prompts

  private func draw(_ prompt: Prompt, in area: Rect, frame: inout Frame) {
    if case .status(let shows, let index) = prompt { return drawChoice(shows, index, in: area, on: &frame.buffer) }
    if case .confirm(let question) = prompt { return ask(question, in: area, on: &frame.buffer) }
    guard let field = prompt.field else { return }
    let label = label(of: prompt, columns: max(8, area.columns / 2))
    let width = label.width(ambiguity: world.ambiguity)
    frame.buffer.write(label, column: area.column, row: area.row, in: area)
    let place = area.split(left: width).rest
    frame.cursor = field.draw(in: place, on: &frame.buffer, style: background(.field))
    drawAlarm(behind: field, in: place, on: &frame.buffer)
  }

  private func label(of prompt: Prompt, columns: Int) -> Line {
    switch prompt {
    case .command: Line(":", style: background(.fieldPrompt))
    case .score(let shows, _):
      label(world.strings.scorePrompt(world.configuration.scoreScale), shows, columns: columns)
    case .note(let shows, _): label(world.strings.notePrompt, shows, columns: columns)
    case .status, .confirm: Line()
    }
  }

  /// `Note 葬送のフリーレン  `: the title is cut, never the blanks before what is typed.
  private func label(_ question: String, _ shows: [ShowID], columns: Int) -> Line {
    let blanks = "  "
    let words = Line([
      Span(question + " ", style: background(.fieldPrompt)),
      Span(world.subject(of: shows), style: background(.textDim)),
    ])
    return words.truncated(to: columns - blanks.count, ambiguity: world.ambiguity)
      + Line(blanks, style: world.theme[.line])
  }

  /// What was wrong with what was typed stands at the right of it.
  private func drawAlarm(behind field: TextField, in area: Rect, on buffer: inout Buffer) {
    guard let notice = model.notice, notice.kind == .alarm else { return }
    let used = world.widest([field.text]) + 3
    let room = area.split(left: used).rest
    guard room.columns > 10 else { return }
    buffer.write(notice.line(world), in: room, alignment: .right)
  }

  /// The question, cut before its answers are.
  private func ask(_ question: Prompt.Question, in area: Rect, on buffer: inout Buffer) {
    let answers = "  " + world.strings.yesOrNo
    let (left, right) = area.split(left: min(area.columns, world.widest([text(of: question)])))
    let width = world.widest([answers])
    let rest = right.columns >= width ? right : area.split(left: area.columns - width).rest
    let room = area.split(left: rest.column - area.column).left.intersection(left)
    buffer.write(Line(text(of: question), style: background(.textStrong)), in: room)
    buffer.write(Line(answers, style: background(.fieldPrompt)), in: rest)
  }

  private func text(of question: Prompt.Question) -> String {
    switch question {
    case .accept(let answer): world.strings.acceptPrompt(answer.provider, answer.missing)
    case .restore(let commit): world.strings.restorePrompt(commit.sequence, world.date(commit.time))
    case .align(let alignment): model.question(about: alignment)
    }
  }

  private func drawChoice(_ shows: [ShowID], _ index: Int, in area: Rect, on buffer: inout Buffer) {
    let names = Prompt.statuses.map { $0.map(world.strings.status) ?? world.strings.noStatus }
    let texts = names.enumerated().map { place, name in "\((place + 1) % names.count) \(name)" }
    // On a narrow line the first ones give way, until the one that Enter takes is seen.
    var first = 0
    while first < index, world.widest([texts[first...index].joined(separator: "  ")]) > area.columns { first += 1 }
    let several = shows.count > 1 ? world.subject(of: shows) + "  " : ""
    let prompt = world.strings.statusPrompt + "  " + several
    let hasRoom = world.widest([prompt + texts.joined(separator: "  ")]) <= area.columns
    var line = hasRoom ? Line(prompt, style: background(.fieldPrompt)) : Line()
    for place in first..<texts.count {
      line.append(texts[place], style: place == index ? world.theme[.listSelected] : background(.textDim))
      if place + 1 < texts.count { line.append("  ", style: world.theme[.line]) }
    }
    buffer.write(line, in: area)
  }

  /// `style` on the background of the line.
  private func background(_ name: StyleName) -> Style { world.theme[name, on: .line] }

  // MARK: Keys

  private var items: [Line] {
    if let notice = model.notice { return [line(of: notice)] }
    if case .editor = model.layers.last { return editorItems }
    if case .stage(let layer) = model.layers.last, layer.showsRules { return ruleItems }
    if !model.pending.isEmpty { return pendingItems }
    if model.isTyping { return searchItems }
    return hints.enumerated().compactMap { index, action in
      action == .help ? nil : model.key(for: action).map { item($0, hint(action), isFirst: index == 0) }
    }
  }

  /// The key for the help, which tells all the others: it stays where they go.
  private var kept: Line {
    if case .editor = model.layers.last { return Line() }
    guard model.notice == nil, model.pending.isEmpty, !model.isTyping, hints.contains(.help) else { return Line() }
    guard let key = model.key(for: .help) else { return Line() }
    // Where the line is short, the word would cost what Enter does.
    return world.size.columns < 60 ? Line(key, style: world.theme[.lineKey]) : item(key, hint(.help), isFirst: false)
  }

  /// What is said, cut before how to take it back is.
  private func line(of notice: Notice) -> Line {
    guard let key = notice.undo.flatMap(model.key) else { return notice.line(world) }
    let hint = Line(world.marks.separator + world.entryStrings.undoHint(key), style: world.theme[.line])
    let room = world.layout.line.columns - 2 - hint.width(ambiguity: world.ambiguity)
    return notice.line(world).truncated(to: room, ambiguity: world.ambiguity) + hint
  }

  /// What the screen offers; in the past nothing that changes, and the way back.
  private var hints: [Action] {
    guard world.past != nil else { return model.screen.hints }
    let hints = model.screen.hints.filter { !$0.isChange }
    return hints.prefix(1) + [.present] + hints.dropFirst()
  }

  private func hint(_ action: Action) -> String {
    if model.layers.isEmpty, model.place == .capsule, action == .open { return world.strings.lookBack }
    if model.isOnMirrors, action == .pin { return world.strings.mirrors.pin }
    if case .show(let screen) = model.layers.last, action == .open {
      if screen.file != nil { return world.strings.hint(.play) }
      return world.strings.hint(screen.episode == nil ? .openLink : .playComments)
    }
    return world.strings.hint(action)
  }

  private var pendingItems: [Line] {
    let typed = model.pending.map(KeySequence.text).joined()
    guard case .pending(let bindings) = world.keymap.match(model.pending, in: model.context) else { return [] }
    return [Line(typed + "…", style: world.theme[.lineKey])]
      + bindings.map { item($0.sequence.description, world.strings.hint($0.action), isFirst: false) }
  }

  private var searchItems: [Line] {
    let enter = model.isBlocking ? StageStrings.of(world.strings.language).block.confirm : world.strings.toList
    return [
      item("Enter", enter, isFirst: true), item("Esc", world.strings.cancel, isFirst: false),
      item(world.marks.upDown, world.strings.select, isFirst: false),
    ]
  }

  private var editorItems: [Line] {
    let strings = world.entryStrings
    return [
      item("Enter", strings.save, isFirst: true), item("Esc", world.strings.cancel, isFirst: false),
      item(world.marks.upDown, strings.nextField, isFirst: false),
      item(world.marks.leftRight, strings.choose, isFirst: false),
    ]
  }

  /// What keys do in the panel of rules.
  private var ruleItems: [Line] {
    let close = model.key(for: .toggleRules).map { item($0, world.strings.hint(.close), isFirst: false) }
    return [
      item(world.marks.upDown, world.strings.select, isFirst: true),
      item(world.marks.leftRight, StageStrings.of(world.strings.language).rules.change, isFirst: false),
    ] + [close].compactMap(\.self)
  }

  private func item(_ key: String, _ text: String, isFirst: Bool) -> Line {
    Line([
      Span(key, style: world.theme[.lineKey]),
      Span(" " + text, style: world.theme[isFirst ? .lineFirst : .line]),
    ])
  }

  // MARK: Network

  /// What the network does; where something else is to be said, only in the room beside it.
  private func note(columns: Int, keys: Int) -> Line {
    let cell = StatusCell(model)
    guard let notice = model.notice else { return cell.line(in: columns, beside: keys) }
    // What is said tells that the network is not to be used, where that matters.
    if case .failed(.offline, _, _) = world.network { return Line() }
    return cell.line(within: columns - 4 - line(of: notice).width(ambiguity: world.ambiguity)) ?? Line()
  }
}
