internal import Anime
internal import App
internal import Glibc
internal import Playback
internal import TUI
internal import TUINcurses

/// Messages in, one frame out: the loop of the terminal's thread. It neither waits for a disk nor for a network.
struct RunLoop<Terminal: Backend> {
  private var terminal: Terminal
  private var model: Model
  private let clock: InterfaceClock
  private let mailbox: Mailbox<Message>
  private let runner: EffectRunner
  /// Whether the terminal was asked which pixels it shows: only who plays a film wants to know.
  private var hasAsked = false

  init(
    terminal: Terminal, model: Model, clock: InterfaceClock, mailbox: Mailbox<Message>, runner: EffectRunner
  ) {
    self.terminal = terminal
    self.model = model
    self.clock = clock
    self.mailbox = mailbox
    self.runner = runner
  }

  /// What the model shows as new.
  var news: [Arrival] { model.news }

  /// Asks for the film that the program was opened for, so that it opens while the first frame is drawn; then shows
  /// that.
  mutating func begin(_ theatre: TheatreContent?) {
    takeCell()
    if let theatre { take(.theatre(theatre)) }
    draw()
  }

  /// Shows the model as it is.
  mutating func draw() {
    var frame = model.emptyFrame
    model.draw(on: &frame)
    terminal.draw(frame)
  }

  /// Goes on until the model ends: all that has come is taken in, then drawn once.
  mutating func run() {
    // What is due already, such as a sync, waits neither for a key nor for the next minute.
    take(.tick(clock.now))
    while model.isRunning {
      let events = terminal.waitForEvents(timeout: timeout)
      take(.tick(clock.now))
      for event in events {
        take(.input(event))
        if case .resize = event { takeCell() }
      }
      for message in mailbox.drain() { take(message) }
      if let picture = runner.takePicture() { take(.picture(picture)) }
      draw()
    }
    runner.end()
  }

  /// Milliseconds until the next tick.
  private var timeout: Int {
    max(1, Int((model.nextTick - clock.now).milliseconds))
  }

  private mutating func take(_ message: Message) {
    guard model.isRunning else { return }
    for effect in model.update(message) { perform(effect) }
  }

  /// Tells how large a cell is: that can be another size than before, with another font.
  private mutating func takeCell() {
    take(.cell(terminal.cellPixels.map { PixelSize(width: $0.columns, height: $0.rows) }))
  }

  private mutating func askForPictures() {
    guard !hasAsked else { return }
    hasAsked = true
    terminal.askForPictures()
  }

  /// Does what belongs to the terminal; the rest happens elsewhere and comes back as a message.
  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .quit: break
    case .suspend: kill(getpid(), SIGTSTP)
    case .redraw: terminal.suspend {}
    case .open(let url) where Browser.wantsTerminal:
      let failure = terminal.suspend { Browser.runInTerminal(url) }
      mailbox.post(failure.map(Message.failed) ?? .opened(url: Address.host(url)))
    case .player(.load):
      askForPictures()
      runner.perform(effect)
    default: runner.perform(effect)
    }
  }
}
