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
  private let bell: Int32
  private let state = Lock(State())

  private struct State {
    var size: PixelSize?
    var time = 0
    var hasPicture = false
    var isStale = false
  }

  init(_ core: MpvCore, _ exchange: FrameExchange, _ channel: EventChannel) throws(PlayerFailure) {
    self.core = core
    self.exchange = exchange
    self.channel = channel
    bell = eventfd(0, Int32(EFD_CLOEXEC))
    guard bell >= 0 else { throw .playerUnusable(errno: Int(errno)) }
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
    state.withLock {
      $0.size = size
      $0.isStale = true
    }
    Bell.ring(Bell.context(bell))
  }

  /// Notes the media's time, which the next picture is of.
  func note(_ time: Int) { state.withLock { $0.time = time } }

  private func run(_ renderer: Mpv.Renderer) {
    while Bell.wait(bell) {
      let isNew = core.mpv.update(renderer) & UInt64(MPV_RENDER_UPDATE_FRAME) != 0
      let wanted = state.withLock { state -> (size: PixelSize, time: Int)? in
        state.hasPicture = state.hasPicture || isNew
        defer { state.isStale = false }
        guard isNew || state.isStale && state.hasPicture, let size = state.size else { return nil }
        return (size, state.time)
      }
      guard let wanted else { continue }
      let isDrawn = exchange.write(wanted.size, time: wanted.time) { pixels, stride in
        draw(renderer, wanted.size, pixels, stride)
      }
      if isDrawn { channel.send(.picture(time: wanted.time)) }
    }
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
