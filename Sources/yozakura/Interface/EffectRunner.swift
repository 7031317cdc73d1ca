internal import Anime
internal import App
internal import Capsule
internal import Danmaku
internal import Dispatch
internal import Library
internal import Picture
internal import TUI
internal import TUINcurses

/// Does what the model asks for, beside the terminal's thread, and posts what came of it.
final class EffectRunner: Sendable {
  private let library: ShowLibrary
  private let themes: ThemeFiles
  private let sync: BackgroundSync
  private let capsule: CapsuleRunner
  private let mirrors: MirrorRunner
  private let danmaku: DanmakuRunner
  private let theatre: TheatreRunner
  private let files: LocalFileRunner
  private let player: PlayRunner
  /// Looks for what is new; nil where that is not shown.
  private let news: NewsRunner?
  /// Looking through a capsule takes seconds: one look after the other, and none on the threads that write the list.
  private let looking = DispatchQueue(label: "yozakura.capsule")
  /// Signals that every change is written.
  private let written = DispatchSemaphore(value: 0)
  private let mailbox: Mailbox<Message>
  private let writes: AsyncStream<Write>
  private let writing: AsyncStream<Write>.Continuation

  /// A change of the user's list, of the user's rules, or of what is skipped in a show.
  private enum Write: Sendable {
    case edit([ShowEdit])
    case undo, redo
    case blocks([BlockChange], ruleSet: String)
    case part(TheatreLog.MarkedPart)
    case takeBackNote
  }

  init(
    library: ShowLibrary, themes: ThemeFiles, sync: BackgroundSync, capsule: CapsuleRunner, mirrors: MirrorRunner,
    danmaku: DanmakuRunner, theatre: TheatreRunner, files: LocalFileRunner, player: PlayRunner,
    news: NewsRunner?, mailbox: Mailbox<Message>
  ) {
    self.library = library
    self.themes = themes
    self.sync = sync
    self.capsule = capsule
    self.mirrors = mirrors
    self.danmaku = danmaku
    self.theatre = theatre
    self.files = files
    self.player = player
    self.news = news
    self.mailbox = mailbox
    (writes, writing) = AsyncStream.makeStream()
  }

  /// Begins to write changes, one after the other, to watch for those of other processes, and to look for what is new.
  func begin() {
    news?.lookForReleases()
    Task {
      for await write in writes { perform(write) }
      written.signal()
    }
    Task {
      for await _ in library.changes {
        do {
          if try library.reload() { postContent() }
        } catch {
          mailbox.post(.failed(App.Failure(error)))
        }
      }
    }
  }

  /// Ends what runs.
  func end() {
    writing.finish()
    theatre.end()
    sync.cancel()
    mirrors.cancel()
    player.end()
    // What the screen has shown is on the disk before the program ends.
    _ = written.wait(timeout: .now() + .seconds(10))
  }

  /// The newest picture of a film, where it was not taken yet.
  func takePicture() -> PixelFrame? { theatre.takePicture() }

  func perform(_ effect: Effect) {
    switch effect {
    case .edit(let edits): writing.yield(.edit(edits))
    case .undo: writing.yield(.undo)
    case .redo: writing.yield(.redo)
    case .sync(let isAsked):
      sync.start(isAsked: isAsked) { [self] in postContent() }
    case .attend: sync.attend()
    case .open(let url):
      mailbox.post(Browser.open(url).map(Message.failed) ?? .opened(url: Address.host(url)))
    case .loadTheme(let name): load(theme: name)
    case .travel, .travelToCommit, .returnToPresent, .loadCapsule, .verifyCapsule, .loadHistory, .accept, .restore:
      looking.async { [capsule] in capsule.perform(effect) }
    case .loadDanmaku, .loadEpisodes, .playEpisode, .alignSources: danmaku.perform(effect)
    case .player(let command): theatre.perform(command)
    case .markPart(let kind, let time): if let part = theatre.log.mark(kind, at: time) { writing.yield(.part(part)) }
    case .takeBack(.note): writing.yield(.takeBackNote)
    case .takeBack(.next): theatre.log.stay()
    case .takeBack(.block), .takeBack(.skip): preconditionFailure("\(effect) belongs to the model")
    case .playNeighbour(let isNext): player.playNeighbour(isNext: isNext)
    case .takeScreenshot(let wish): theatre.perform(wish)
    case .loadLocalFiles(let show): files.load(show)
    case .play(let order): player.play(order)
    case .fetchComments(let wanted): player.fetch(wanted)
    case .keepBlocks(let changes, let ruleSet): writing.yield(.blocks(changes, ruleSet: ruleSet))
    case .loadMirrors, .pinMirror, .tryMirror, .compareMirrors: mirrors.perform(effect)
    case .redraw, .suspend, .quit: preconditionFailure("\(effect) belongs to the terminal's thread")
    }
  }

  private func perform(_ write: Write) {
    do {
      switch write {
      case .edit(let edits):
        let changes = Dictionary(edits.map { ($0.show, $0.changes) }) { $0 + $1 }
        _ = try library.edit(edits.map(\.show)) { entry, _ in changes[entry.show] ?? [] }
        mailbox.post(.edited(edits))
      case .undo: tell(try library.undo(), Message.undone, none: .nothingToUndo)
      case .redo: tell(try library.redo(), Message.redone, none: .nothingToRedo)
      case .part(let part): try theatre.log.keep(part)
      case .takeBackNote: try theatre.log.takeBackNote()
      case .blocks(let changes, let ruleSet): return try danmaku.rules.apply(changes, to: ruleSet)
      }
    } catch {
      mailbox.post(.failed(App.Failure(error)))
    }
    // Also after a failure: the screen has shown the change before it was durable.
    postLibrary()
  }

  private func tell(_ revision: Revision, _ message: ([ShowEdit]) -> Message, none: App.Failure) {
    guard !revision.isEmpty else { return mailbox.post(.failed(none)) }
    let edits = revision.edited.map { ShowEdit($0.show, $0.changes) }
    if !edits.isEmpty { mailbox.post(message(edits)) }
    if let catalogue = revision.catalogue { mailbox.post(.restored(sequence: catalogue.commit.sequence)) }
  }

  private func postLibrary() {
    mailbox.post(.library(LibraryState(library.snapshot())))
  }

  /// Shows what the library holds now, and what of that is new.
  private func postContent() {
    postLibrary()
    news?.lookAgain()
  }

  private func load(theme name: String) {
    do {
      guard let (table, file) = try themes.read(name) else {
        mailbox.post(.failed(.noSuchTheme(name, nearest: name.nearest(in: themes.names))))
        return
      }
      mailbox.post(.theme(name: name, table: table, file: file))
    } catch {
      mailbox.post(.failed(App.Failure(error)))
    }
  }
}
