import FaultServer
import Foundation

/// Clips that the tests have FFmpeg make: a picture that moves, and a tone.
public enum TestMedia {
  /// Why a test is skipped where there is nothing to play with.
  public static let absence = "ffmpeg or libmpv is missing"

  /// Whether clips can be made and played here.
  public static let canPlay = Tool.find("ffmpeg") != nil && hasLibrary

  /// Why a test is skipped where no window of mpv's can be opened.
  public static let windowAbsence = "ffmpeg or mpv is missing"

  /// Whether clips can be made, and played by mpv itself.
  public static let canOpenWindow = Tool.find("ffmpeg") != nil && Tool.find("mpv") != nil

  /// Whether there is a display that nobody sees.
  public static let hasDisplay = Tool.find("Xvfb") != nil

  /// Whether clips can be made, and asked what they are.
  public static let canProbe = Tool.find("ffmpeg") != nil && Tool.find("ffprobe") != nil

  private static var hasLibrary: Bool {
    ["libmpv.so.2", "libmpv.so.1"].contains { name in
      guard let library = dlopen(name, RTLD_LAZY | RTLD_LOCAL) else { return false }
      dlclose(library)
      return true
    }
  }

  /// Makes a clip of so many seconds at `path`.
  public static func makeClip(
    at path: String, seconds: Int, picture: String = "testsrc2=s=320x180:r=24", hasSound: Bool = true,
    coding: [String] = ["libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"]
  ) throws {
    let sound = hasSound ? ["-f", "lavfi", "-i", "sine=440:d=\(seconds)", "-c:a", "aac"] : []
    try Tool.run(
      "ffmpeg",
      ["-loglevel", "error", "-y", "-f", "lavfi", "-i", "\(picture):d=\(seconds)"] + sound + [
        "-c:v"
      ] + coding + [path])
  }

  /// The picture of `path` at this second, as FFmpeg scales it: red, green and blue of each pixel.
  public static func picture(of path: String, second: Double, width: Int, height: Int) throws -> [UInt8] {
    let output = path + ".rgb"
    defer { try? FileManager.default.removeItem(atPath: output) }
    try Tool.run(
      "ffmpeg",
      [
        "-loglevel", "error", "-y", "-ss", "\(second)", "-i", path, "-frames:v", "1", "-vf",
        "scale=\(width):\(height):flags=bilinear", "-f", "rawvideo", "-pix_fmt", "rgb24", output,
      ])
    return Array(try Data(contentsOf: URL(fileURLWithPath: output)))
  }
}
