internal import Glibc
internal import Locking
internal import Playback
internal import Player

extension FrameSource {
  /// For how many milliseconds a picture is waited for: less than a helper may be silent.
  private static let patience = 5000

  /// Draws the present picture once, `size` large, as it is between `prepare` and `restore`; nil where there is none.
  ///
  /// Nothing is handed over meanwhile: what `prepare` has mpv draw is seen in this picture alone.
  func capture(_ size: PixelSize, prepare: () -> Void, restore: () -> Void) -> CapturedPicture? {
    guard state.withLock({ $0.beginCapture() }) else { return nil }
    defer {
      state.withLock { $0.endCapture() }
      Bell.ring(Bell.context(bell))
    }
    let deadline = MonotonicClock.now + Self.patience
    guard wait(until: deadline, { $0.isReady }) else { return nil }
    prepare()
    defer { restore() }
    state.withLock { $0.want(size) }
    guard wait(until: deadline, { $0.isDrawn }), case .drawn(let picture) = state.withLock({ $0.capture }) else {
      return nil
    }
    return picture
  }

  /// Has the thread that draws look, and waits until `holds`; false where that takes too long.
  private func wait(until deadline: Int, _ holds: (DrawingState.Capture) -> Bool) -> Bool {
    Bell.ring(Bell.context(bell))
    while !state.withLock({ holds($0.capture) }) {
      let rest = deadline - MonotonicClock.now
      guard rest > 0 else { return false }
      var waiting = pollfd(fd: done, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, Int32(rest)) > 0 { _ = Bell.wait(done) }
    }
    return true
  }
}

extension DrawingState.Capture {
  fileprivate var isReady: Bool { if case .ready = self { true } else { false } }
  fileprivate var isDrawn: Bool { if case .drawn = self { true } else { false } }
}
