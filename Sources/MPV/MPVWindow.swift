internal import Glibc
public import Playback
internal import Spawning

/// mpv in a window of its own, spoken to over a connection that it was started with (JSON IPC and `--input-ipc-client`,
/// in mpv's manual; mpv has that since 0.33).
///
/// It belongs to one thread, which asks for events again and again. Whatever mpv does, hangs or dies, no call waits
/// longer than it says, and the reason is told as one event.
///
///     let window = try MPVWindow(["mpv"]) { clock.milliseconds }
///     window.send(.load(MediaRequest(.file(path: path))))
///     while true { for event in window.events(within: 30) { … } }
public final class MPVWindow {
  private let process: MPVProcess
  private var socket: MPVSocket
  private var state = MPVState()
  private var requests = 0
  /// When mpv last said anything, and when it was last asked to; milliseconds of the monotonic clock.
  private var heard: Int
  private var asked: Int
  /// The requests that wait for a reply, by their numbers, where a failure has to be told.
  private var screenshots: [Int: String] = [:]
  private var isOver = false
  private let clock: () -> Int

  private let patience: MPVPatience

  /// Starts `words`, the program with the user's arguments, and waits until it takes commands. `clock` tells
  /// milliseconds of the monotonic clock.
  public init(
    _ words: [String], keys: [MPVKey] = [], patience: MPVPatience = MPVPatience(), clock: @escaping () -> Int
  ) throws(PlayerFailure) {
    let connection: Connection
    do throws(ProgramStart.Failure) {
      connection = try Connection()
    } catch {
      throw .playerUnusable(errno: Int(error.errno))
    }
    socket = MPVSocket(connection.ours)
    process = try MPVProcess(words, connection)
    self.clock = clock
    self.patience = patience
    heard = clock()
    asked = heard
    send(MPVRequest("client_name"))
    try awaitAnswer()
    for (index, name) in MPVState.properties.enumerated() {
      send(MPVRequest("observe_property", .number(Double(index + 1)), .text(name)))
    }
    MPVKey.requests(for: keys).forEach { send($0) }
  }

  private func awaitAnswer() throws(PlayerFailure) {
    let end = clock() + patience.opening
    while clock() < end {
      var waiting = pollfd(fd: socket.descriptor, events: Int16(POLLIN), revents: 0)
      poll(&waiting, 1, 100)
      if waiting.revents == Int16(POLLIN) { return }
      // What it started may hold the connection when it is gone itself.
      if let ending = process.ending() { throw Self.failure(ending) }
      // It has closed the connection, and is about to end.
      if waiting.revents != 0 { usleep(5000) }
    }
    _ = process.kill()
    throw .timedOut(after: patience.opening)
  }

  private static func failure(_ ending: MPVProcess.Ending) -> PlayerFailure {
    switch ending {
    case .exited: .playerLost(signal: 0)
    case .killed(let signal): .playerLost(signal: signal)
    }
  }

  // MARK: What mpv is told

  /// Hands `command` on.
  public func send(_ command: PlayerCommand) {
    for request in MPVRequest.requests(for: command) {
      if case .takeScreenshot(let path, _) = command { screenshots[requests + 1] = path }
      send(request)
    }
  }

  /// Draws `overlay` over the picture, in the place of the one of the same number.
  public func show(_ overlay: PictureOverlay?, number: Int = 0) {
    send(PictureOverlay.request(overlay, number: number))
  }

  /// Says something in the window for so many milliseconds.
  public func say(_ text: String, for milliseconds: Int = 3000) {
    // A dollar begins what mpv would fill in.
    send(MPVRequest("show-text", .text(text.replacing("$", with: "$$")), .number(Double(milliseconds))))
  }

  /// Calls the window so.
  public func setTitle(_ title: String) {
    send(.set("force-media-title", .text(title)))
  }

  private func send(_ request: MPVRequest) {
    guard !isOver else { return }
    requests += 1
    // A socket that takes nothing has an end, which is told where events are asked for.
    _ = socket.send(request.line(id: requests))
  }

  // MARK: What it tells

  /// What came within so many milliseconds, at once where something is there already; `wake` is a descriptor that ends
  /// the waiting.
  public func events(within milliseconds: Int, wake: Int32? = nil) -> [MPVEvent] {
    guard !isOver else { return [] }
    wait(milliseconds, wake)
    guard socket.flush(), let lines = socket.lines() else { return end() }
    let now = clock()
    if !lines.isEmpty { heard = now }
    if let failure = checkLife(now) { return [.player(.failed(failure))] }
    return lines.flatMap { take($0, at: now) }
  }

  private func wait(_ milliseconds: Int, _ wake: Int32?) {
    let events = Int16(POLLIN) | (socket.wantsToWrite ? Int16(POLLOUT) : 0)
    var waiting = [
      pollfd(fd: socket.descriptor, events: events, revents: 0),
      pollfd(fd: wake ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    poll(&waiting, 2, Int32(clamping: max(0, milliseconds)))
  }

  private func take(_ line: [UInt8], at moment: Int) -> [MPVEvent] {
    guard let value = MPVValue(reading: line) else { return [] }
    guard value["event"] == .none else {
      let events = state.take(value, at: moment)
      // What a list names in the place of the file is not played.
      if events.contains(.player(.failed(.leadsElsewhere))) { send(MPVRequest("stop")) }
      return events
    }
    guard let id = value["request_id"].integer, let path = screenshots.removeValue(forKey: id) else { return [] }
    return [.player(value["error"].text == "success" ? .screenshot(path: path) : .failed(.screenshotFailed))]
  }

  /// Asks a silent mpv whether it lives; where it does not answer it is ended.
  private func checkLife(_ now: Int) -> PlayerFailure? {
    if now - heard > patience.silence, asked > heard {
      isOver = true
      return Self.failure(process.kill())
    }
    guard now - max(heard, asked) > patience.askedEvery else { return nil }
    asked = now
    send(MPVRequest("client_name"))
    return nil
  }

  /// The connection is gone: by the user's wish, or because mpv is.
  private func end() -> [MPVEvent] {
    isOver = true
    // It may still be writing down where it was; then it ends by itself. Waiting for a process has no limit of its own,
    // so that it is asked again and again.
    let limit = clock() + 2000
    var ending = process.ending()
    while ending == nil, clock() < limit {
      usleep(5000)
      ending = process.ending()
    }
    switch ending ?? process.kill() {
    case .exited: return [.closed]
    case .killed(let signal): return [.player(.failed(.playerLost(signal: signal)))]
    }
  }

  /// Closes the window and waits until it is gone.
  public func close() {
    guard !isOver else { return }
    send(MPVRequest("quit"))
    _ = end()
  }
}
