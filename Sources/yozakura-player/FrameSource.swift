internal import CMpv
internal import CSystem
internal import Glibc
internal import Locking
internal import Playback
internal import Player

/// Draws each picture when mpv says that it is due, at the size that was asked for, and hands it over.
///
/// It has a thread of its own, which asks nothing else of mpv: that could wait for a picture itself. Pictures that come
/// while one is drawn are one picture: the newest.
final class FrameSource: Sendable {
  private let core: MpvCore
  private let exchange: FrameExchange
  private let channel: EventChannel
  /// What wakes the thread, as an eventfd.
  let bell: Int32
  /// What the thread rings when it has done what somebody waits for.
  let done: Int32
  let state = Lock(DrawingState())

  init(_ core: MpvCore, _ exchange: FrameExchange, _ channel: EventChannel) throws(PlayerFailure) {
    self.core = core
    self.exchange = exchange
    self.channel = channel
    bell = eventfd(0, Int32(EFD_CLOEXEC))
    done = eventfd(0, Int32(EFD_CLOEXEC))
    guard bell >= 0, done >= 0 else { throw .playerUnusable(errno: Int(errno)) }
  }

  /// Begins to draw, on a thread of its own, for as long as the process lives.
  func start() throws(PlayerFailure) {
    nonisolated(unsafe) let renderer = try makeRenderer()
    // Safe to hand over: no other thread uses the renderer from here on.
    core.mpv.setUpdate(renderer, { Bell.ring($0) }, Bell.context(bell))
    guard Threads.detach({ [self] in run(renderer) }) else { throw .playerUnusable(errno: Int(EAGAIN)) }
  }

  /// Asks for pictures of `size` from now on, the present one first; for none where it is nil.
  func resize(to size: PixelSize?) {
    state.withLock { $0.resize(to: size) }
    Bell.ring(Bell.context(bell))
  }

  /// Notes the media's time, which the next picture is of.
  func note(_ time: Int) { state.withLock { $0.time = time } }

  private func run(_ renderer: Mpv.Renderer) {
    while Bell.wait(bell) {
      let isNew = core.mpv.update(renderer) & UInt64(MPV_RENDER_UPDATE_FRAME) != 0
      guard let task = state.withLock({ $0.task(isNew: isNew) }) else { continue }
      switch task {
      case .show(let size, let time): show(size, time, renderer)
      case .capture(let size):
        let picture = CapturedPicture(size) { draw(renderer, size, $0, $1) }
        state.withLock { $0.note(picture) }
        Bell.ring(Bell.context(done))
      case .tell: Bell.ring(Bell.context(done))
      }
    }
  }

  private func show(_ size: PixelSize, _ time: Int, _ renderer: Mpv.Renderer) {
    let isDrawn = exchange.write(size, time: time) { draw(renderer, size, $0, $1) }
    if isDrawn { channel.send(.picture(time: time)) }
  }
}

// MARK: mpv's renderer

extension FrameSource {
  private func makeRenderer() throws(PlayerFailure) -> Mpv.Renderer {
    var renderer: Mpv.Renderer?
    let status = Self.withParameter("sw") { name in
      var parameters = [parameter(MPV_RENDER_PARAM_API_TYPE, name), mpv_render_param()]
      return core.mpv.createRenderer(&renderer, core.handle, &parameters)
    }
    guard status == 0, let renderer else { throw .playerUnusable(errno: 0) }
    return renderer
  }

  private func draw(
    _ renderer: Mpv.Renderer, _ size: PixelSize, _ pixels: UnsafeMutableRawPointer, _ stride: Int
  ) -> Bool {
    var sides = (CInt(size.width), CInt(size.height))
    var stride = stride
    var waits: CInt = 0
    return Self.withParameter("rgb0") { format in
      withUnsafeMutablePointer(to: &sides) { sides in
        withUnsafeMutablePointer(to: &stride) { stride in
          withUnsafeMutablePointer(to: &waits) { waits in
            var parameters = [
              parameter(MPV_RENDER_PARAM_SW_SIZE, sides), parameter(MPV_RENDER_PARAM_SW_FORMAT, format),
              parameter(MPV_RENDER_PARAM_SW_STRIDE, stride), parameter(MPV_RENDER_PARAM_SW_POINTER, pixels),
              parameter(MPV_RENDER_PARAM_BLOCK_FOR_TARGET_TIME, waits), mpv_render_param(),
            ]
            return core.mpv.render(renderer, &parameters) == 0
          }
        }
      }
    }
  }

  private func parameter(_ type: Int, _ data: UnsafeMutableRawPointer) -> mpv_render_param {
    mpv_render_param(type: CInt(type), data: data)
  }

  private static func withParameter<Result>(_ text: String, _ body: (UnsafeMutableRawPointer) -> Result) -> Result {
    var bytes = Array(text.utf8CString)
    return bytes.withUnsafeMutableBytes { bytes in
      guard let first = bytes.baseAddress else { preconditionFailure("a text without its end") }
      return body(first)
    }
  }
}
