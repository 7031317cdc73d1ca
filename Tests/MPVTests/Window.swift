import Foundation
import Glibc
import MPV
import Playback
import TestSupport

/// mpv without a picture and without sound, over its real connection.
final class Window {
  let window: MPVWindow
  private(set) var events: [MPVEvent] = []
  /// What its process is known by.
  private let name = "yozakura-mpv-\(UUID().uuidString.prefix(8))"

  init(
    _ words: [String] = ["mpv", "--no-config", "--vo=null", "--ao=null"], keys: [MPVKey] = [],
    patience: MPVPatience = MPVPatience()
  ) throws {
    // A program that is none of mpv's takes no option.
    let option = words.first == "mpv" ? ["--title=\(name)"] : []
    window = try MPVWindow(words + option, keys: keys, patience: patience) { Self.now }
  }

  deinit { window.close() }

  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }

  static func makeFolder() throws -> String {
    let folder = NSTemporaryDirectory() + "yozakura-mpv-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  /// The first event from now on for which `find` gives something; nil where none comes in time.
  func wait<Found>(within seconds: Double = 20, for find: (MPVEvent) -> Found?) -> Found? {
    let end = Date(timeIntervalSinceNow: seconds)
    while Date() < end {
      for event in window.events(within: 50) {
        events.append(event)
        if let found = find(event) { return found }
      }
    }
    return nil
  }

  /// What is known of the media once they are open, and a picture has been seen.
  func description() -> MediaDescription? {
    wait { event in
      guard case .player(.loaded(let description)) = event, description.hasVideo else { return nil }
      return description
    }
  }

  /// The first position for which `holds`.
  func position(where holds: (PlaybackPosition) -> Bool = { _ in true }) -> PlaybackPosition? {
    wait {
      guard case .player(.position(let position)) = $0, holds(position) else { return nil }
      return position
    }
  }

  /// Why nothing is played.
  func failure(within seconds: Double = 20) -> PlayerFailure? {
    wait(within: seconds) { if case .player(.failed(let failure)) = $0 { failure } else { nil } }
  }

  /// Its process: our only child of this name.
  var process: pid_t? {
    let list = try? Child.output(of: "/usr/bin/env", ["ps", "-o", "pid=,args=", "--ppid", "\(getpid())"])
    let line = list.flatMap { String(decoding: $0, as: UTF8.self).split(separator: "\n").first { $0.contains(name) } }
    return line.flatMap { $0.split(separator: " ").first }.flatMap { pid_t($0) }
  }
}
