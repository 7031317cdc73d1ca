internal import Playback

/// What the thread that draws is to do, as other threads want it.
struct DrawingState {
  /// The size of the pictures that are handed over; nil where nobody looks.
  private var size: PixelSize?
  /// The media's time, which the next picture is of.
  var time = 0
  /// How far a picture is for which everything else waits.
  private(set) var capture = Capture.none
  private var hasPicture = false
  private var isStale = false

  /// A picture for itself: what is drawn over it must be seen in no other, so that it begins when the last of those is
  /// done.
  enum Capture {
    case none
    /// No other picture may begin.
    case begun
    /// None is drawn any more.
    case ready
    /// It is to be drawn, of this size.
    case wanted(PixelSize)
    /// It was drawn, or could not be.
    case drawn(CapturedPicture?)
  }

  /// Something to do.
  enum Task {
    /// Hand a picture of this size over, which is of this time of the media.
    case show(PixelSize, time: Int)
    /// Draw one of this size for itself.
    case capture(PixelSize)
    /// Tell whoever waits.
    case tell
  }

  /// Wants pictures of `size`, the present one first.
  mutating func resize(to size: PixelSize?) {
    self.size = size
    isStale = true
  }

  /// What to do now; `isNew` tells that mpv has another picture.
  mutating func task(isNew: Bool) -> Task? {
    hasPicture = hasPicture || isNew
    isStale = isStale || isNew
    switch capture {
    case .none:
      guard isStale, hasPicture, let size else { return nil }
      isStale = false
      return .show(size, time: time)
    case .begun:
      capture = .ready
      return .tell
    case .wanted(let size): return .capture(size)
    case .ready, .drawn: return nil
    }
  }

  /// Begins a picture for itself; false where there is nothing to draw.
  mutating func beginCapture() -> Bool {
    guard hasPicture else { return false }
    capture = .begun
    return true
  }

  /// Wants it drawn.
  mutating func want(_ size: PixelSize) { capture = .wanted(size) }

  /// Notes what was drawn, where somebody still waits for it.
  mutating func note(_ picture: CapturedPicture?) {
    if case .wanted = capture { capture = .drawn(picture) }
  }

  /// Lets other pictures go on: the present one is drawn anew.
  mutating func endCapture() {
    capture = .none
    isStale = true
  }
}
