import Anime
import Testing

@testable import Formats

@Suite struct `Times in feeds` {
  @Test(
    arguments: [
      ("Wed, 01 Jul 2026 12:00:00 GMT", "2026-07-01T12:00:00Z"),
      ("Wed, 01 Jul 2026 12:00:00 -0000", "2026-07-01T12:00:00Z"),
      ("1 Jul 26 8:05 EST", "2026-07-01T13:05:00Z"),
      ("Wednesday, 01 July 2026 21:00:00 JST", "2026-07-01T12:00:00Z"),
      ("Wed,01 Jul 2026 20:00:00 +08:00", "2026-07-01T12:00:00Z"),
      ("01-Jul-2026 20:00 UTC+8", "2026-07-01T12:00:00Z"),
      ("Fri, 31 Dec 99 23:59:59 PDT", "2000-01-01T06:59:59Z"),
      ("01 Jul 2026 12:00:00", "2026-07-01T12:00:00Z"),
      ("01 Jul 2026 12:00:00 XYZ", "2026-07-01T12:00:00Z"),
      ("2026-07-01T12:00:00Z", "2026-07-01T12:00:00Z"),
      ("2026-07-01t21:00:00.123456+09:00", "2026-07-01T12:00:00.123Z"),
      ("2026-07-01 20:00:00 +0800", "2026-07-01T12:00:00Z"),
      ("2026-07-01 12:00", "2026-07-01T12:00:00Z"), ("2026-07-01", "2026-07-01T00:00:00Z"),
    ]) func `Are read in every form in which they are written`(_ text: String, _ instant: String)
  {
    #expect(FeedDate.read(text)?.iso8601 == instant)
  }

  @Test(arguments: [
    "2025-02-26T22:25:16", "2025-02-26T22:25:16.0", "2025-02-26T22:25:16.000", "2025-02-26T22:25:16.000000",
  ])
  func `That name no zone are of the zone that is told`(_ text: String) {
    #expect(FeedDate.read(text, secondsEast: 8 * 3600)?.iso8601 == "2025-02-26T14:25:16Z")
  }

  @Test(
    arguments: [
      "", "now", "9223372036854775807 Jul 2026 12:00:00 GMT", "-9223372036854775808 Jul 2026 12:00 GMT",
      "Wed, 32 Jul 2026 12:00:00 GMT", "Wed, 30 Feb 2026 12:00:00 GMT", "01 Foo 2026 12:00 GMT",
      "01 Jul 2026 25:00 GMT", "01 Jul 99999 12:00 GMT", "9999-12-31T00:00:00Z", "0001-01-01T00:00:00Z",
      "2026-13-01", "1782900000", "-", "01-", "Wed", ",,,", "01 Jul 1969 12:00 GMT",
    ]) func `That none can be are none`(_ text: String)
  {
    #expect(FeedDate.read(text) == nil)
  }
}

@Suite struct `Sizes in feeds` {
  @Test(
    arguments: [
      ("1.4 GiB", 1_503_238_553), ("283.06 MB", 296_809_922), ("296809920", 296_809_920), ("0", 0), ("12 Bytes", 12),
      ("1,024 KiB", 1 << 20), ("5B", 5),
    ]) func `Are read with their units`(_ text: String, _ size: Int)
  {
    #expect(FileSize.read(text) == size)
  }

  @Test(arguments: ["", "GiB", "1.4 apples", "-1", "1e99", "99999999999 TiB", "1.2.3", "inf"])
  func `That none can be are none`(_ text: String) {
    #expect(FileSize.read(text) == nil)
  }
}
