internal import App
internal import ArgumentParser
internal import Glibc

/// Where something is played.
enum PlayPlace: String, CaseIterable, ExpressibleByArgument {
  /// In a window of mpv's.
  case mpv
  /// In the terminal.
  case terminal

  /// What is possible where nothing is said: a window where there is a desktop and `command`, else the terminal. Where
  /// there is neither, only a command of the user's own may know what to do.
  static func possible(_ command: CommandTemplate) -> PlayPlace {
    let hasDesktop = ["WAYLAND_DISPLAY", "DISPLAY"].contains { !(Environment[$0] ?? "").isEmpty }
    if hasDesktop, isInstalled(command) { return .mpv }
    return Standard.isInteractive || command == .mpv ? .terminal : .mpv
  }

  /// Whether the program of `command` is here.
  private static func isInstalled(_ command: CommandTemplate) -> Bool {
    guard let program = command.arguments([:]).first else { return false }
    return OtherProgram.isInstalled(program)
  }
}
