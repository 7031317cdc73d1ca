internal import CMpv
internal import Glibc
internal import Playback

/// A running mpv without a window, a configuration or a script.
struct MpvCore: @unchecked Sendable {
  // Safe to send: mpv's handle may be used from any thread.
  let mpv: Mpv
  let handle: Mpv.Handle

  /// What every run begins with.
  ///
  /// Media are hostile: nothing that they name is opened in their place (`demuxer=lavf` knows no playlists of mpv,
  /// the hook in `MediaSession` sees the rest), nothing of the user's own mpv is read, and what is kept in memory is
  /// bounded. Pictures have the size that was asked for (`keepaspect=no`), and wait for nobody; they are not dithered,
  /// for what changes in each of them although nothing moves would be sent to the terminal each time.
  private static let options = [
    ("config", "no"), ("load-scripts", "no"), ("ytdl", "no"), ("osc", "no"), ("terminal", "no"), ("idle", "yes"),
    ("input-default-bindings", "no"), ("input-vo-keyboard", "no"), ("osd-level", "0"), ("audio-display", "no"),
    ("vo", "libmpv"), ("hwdec", "no"), ("keepaspect", "no"), ("keep-open", "yes"), ("keep-open-pause", "no"),
    ("video-timing-offset", "0"), ("sub-visibility", "no"), ("demuxer", "lavf"), ("load-unsafe-playlists", "no"),
    ("ordered-chapters", "no"), ("access-references", "no"), ("audio-file-auto", "no"), ("cover-art-auto", "no"),
    ("autoload-files", "yes"), ("demuxer-max-bytes", "24MiB"), ("demuxer-max-back-bytes", "8MiB"),
    ("vd-lavc-threads", "2"), ("sws-fast", "yes"), ("zimg-dither", "no"), ("network-timeout", "15"),
    ("audio-client-name", "yozakura"), ("vid", "no"),
  ]

  /// Starts one; `audioOutput` is mpv's name of where sound goes, nil for what it finds.
  init(audioOutput: String?) throws(PlayerFailure) {
    mpv = try Mpv()
    guard let handle = mpv.create() else { throw .playerUnusable(errno: 0) }
    self.handle = handle
    // An option that this version does not know is none that it needs to be told.
    for (name, value) in Self.options { _ = mpv.setOption(handle, name, value) }
    if let audioOutput { _ = mpv.setOption(handle, "ao", audioOutput) }
    guard mpv.initialize(handle) == 0 else { throw .playerUnusable(errno: 0) }
  }
}

// MARK: Properties and commands

extension MpvCore {
  /// Gives a property another value; one that is out of its range is left as it is.
  func set(_ name: String, _ value: String) { _ = mpv.setProperty(handle, name, value) }

  func set(_ name: String, _ flag: Bool) { set(name, flag ? "yes" : "no") }

  func number(_ name: String) -> Double? {
    var value = 0.0
    return mpv.getProperty(handle, name, CInt(MPV_FORMAT_DOUBLE), &value) == 0 ? value : nil
  }

  func integer(_ name: String) -> Int? {
    var value: Int64 = 0
    return mpv.getProperty(handle, name, CInt(MPV_FORMAT_INT64), &value) == 0 ? Int(value) : nil
  }

  func flag(_ name: String) -> Bool {
    var value: CInt = 0
    return mpv.getProperty(handle, name, CInt(MPV_FORMAT_FLAG), &value) == 0 && value != 0
  }

  func text(_ name: String) -> String? {
    guard let value = mpv.getText(handle, name) else { return nil }
    defer { mpv.free(value) }
    return String(cString: value)
  }

  /// Has changes of a property told as events; without their values, which are asked for when they are needed.
  func observe(_ property: ObservedProperty) {
    _ = mpv.observe(handle, property.rawValue, property.name, CInt(MPV_FORMAT_NONE))
  }

  /// Has a command done, waiting for nothing: loading and seeking take as long as they take.
  func run(_ words: String...) {
    withWords(words) { _ = mpv.commandAsync(handle, 0, $0) }
  }

  /// Has a command done, and tells whether it could be.
  func runAndWait(_ words: String...) -> Bool {
    withWords(words) { mpv.command(handle, $0) } == 0
  }

  /// Draws `overlay` over every picture from now on, or nothing.
  ///
  /// Its id is any number; it is waited for, so that the next picture has it.
  func show(_ overlay: PictureOverlay?) {
    let (format, lines) = overlay.map { ("ass-events", $0.lines) } ?? ("none", "")
    let size = overlay?.size ?? PixelSize(width: 0, height: 0)
    _ = runAndWait("osd-overlay", "1", format, lines, "\(size.width)", "\(size.height)")
  }

  /// Hands `words` to `body` as C wants them: pointers, the last of them null.
  private func withWords<Result>(_ words: [String], _ body: (Mpv.Words) -> Result) -> Result {
    let copies = words.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    var pointers = copies.map { UnsafePointer<CChar>($0) } + [nil]
    return pointers.withUnsafeMutableBufferPointer { pointers in
      guard let first = pointers.baseAddress else { preconditionFailure("a command without words") }
      return body(first)
    }
  }
}
