internal import CSystem
internal import Glibc
internal import Picture
internal import Playback

/// The shape of the terminal's cells.
enum TerminalCell {
  /// The pixels of a cell as the terminal tells them (`ws_xpixel` and `ws_ypixel`, which many leave at 0), else the
  /// usual shape.
  static var size: PixelSize {
    var window = winsize()
    guard sys_window_size(STDOUT_FILENO, &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
      return PictureFit.usualCell
    }
    let size = PixelSize(
      width: Int(window.ws_xpixel / window.ws_col), height: Int(window.ws_ypixel / window.ws_row))
    return size.width > 0 && size.height > 0 ? size : PictureFit.usualCell
  }
}
