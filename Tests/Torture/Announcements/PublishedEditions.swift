import Anime
import AnnouncementYear
import Glibc
import Providers

/// Three published catalogues, where `YOZAKURA_TEST_DATA` has them, each as if it had come out on a day of the year.
enum PublishedEditions {
  private static let versions = [("0.3.202", "2025-12-01"), ("0.3.221", "2026-05-01"), ("0.3.222", "2026-08-10")]

  /// The editions; none where the files are not here.
  static func read() -> [Edition] {
    var ids: [String: ShowID] = [:]
    let editions = versions.compactMap { version, day -> Edition? in
      guard let bytes = bytes(of: version), let decoded = try? BangumiData.decode(bytes),
        let from = Instant(iso8601: "\(day)T00:00:00Z")
      else { return nil }
      let shows = decoded.shows.map { row in
        let id = ids[row.key] ?? ShowID(bits: UInt64(ids.count + 1))
        ids[row.key] = id
        return row.show(id: id, provider: "published")
      }
      return Edition(from: from, shows: shows, sites: decoded.sites)
    }
    return editions.count == versions.count ? editions : []
  }

  /// `data.json` of `version` of bangumi-data, unpacked.
  private static func bytes(of version: String) -> [UInt8]? {
    guard let folder = getenv("YOZAKURA_TEST_DATA").map({ String(cString: $0) }), let scratch = Files.makeScratch()
    else { return nil }
    defer { Files.remove(scratch) }
    let path = "\(folder)/catalog/bangumi-data/data-\(version).json"
    if let bytes = Files.contents(path) { return bytes }
    let output = "\(scratch)/data.json"
    let ended = Command(["gzip", "-dc", "\(path).gz"], environment: ["PATH": "/usr/bin:/bin"], output: output)?.end()
    return ended?.code == 0 ? Files.contents(output) : nil
  }
}
