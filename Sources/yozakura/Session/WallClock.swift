internal import Anime
internal import CSystem
internal import Glibc

/// The clock and the zone of the machine.
enum WallClock {
  /// Now. `YOZAKURA_NOW` stands in for it, so that a day can be looked at on any other.
  static var now: Instant {
    if let wanted = Environment["YOZAKURA_NOW"], let instant = Instant(iso8601: wanted) { return instant }
    return machine
  }

  /// Now, whatever anyone says: the time that operations and commits carry.
  static var machine: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// How long the machine runs; nil where that cannot be told, or where the clock is not the machine's.
  static var uptime: Uptime? {
    guard Environment["YOZAKURA_NOW"] == nil,
      let bytes = (try? TextFile.read("/proc/sys/kernel/random/boot_id")) ?? nil
    else { return nil }
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    let boot = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
    return boot.isEmpty
      ? nil : Uptime(boot: boot, elapsed: Instant.Span(milliseconds: Int64(time.tv_sec) * 1000))
  }

  /// The zone of `TZ`, else of the machine.
  ///
  /// `localtime_r` answers from what `tzset` has read, in 0.2 µs; Foundation's TimeZone costs milliseconds at start.
  static let zone: Zone = {
    tzset()
    return Zone { instant in
      var seconds = time_t(instant.milliseconds / 1000)
      var civil = tm()
      return localtime_r(&seconds, &civil) == nil ? 0 : civil.tm_gmtoff
    }
  }()
}
