import Anime
import FaultServer
import HTTP
import Library
import Mirrors
import Providers

extension MirrorStage {
  /// Fetches from `crowd` as a sync does: the same race with the same times, the library's own change guard.
  func fetch(_ crowd: MirrorCase) async throws -> FetchReport<DecodedCatalogue> {
    let (provider, library, older) = (provider(crowd), library, content.older)
    // A client of its own: a connection that another case left in a bad state is no part of this one.
    let client = HTTPClient(userAgent: "yozakura-torture")
    defer { client.close() }
    return try await fetchCatalogue(
      from: provider, present: PresentCatalogue(version: "0.3.1") { $0 == older }, client: client,
      health: .ephemeral, for: crowd.purpose, timing: Self.timing,
      accept: { bytes throws(Rejection) in
        let decoded = try BangumiData.decode(bytes)
        try library.check(decoded, from: provider.name)
        return decoded
      })
  }

  /// The usual times; only what is too much is less, because of what has no end there is more here than elsewhere.
  private static let timing: FetchTiming = {
    var timing = FetchTiming()
    timing.file.bodyBytes = 1 << 20
    timing.document.bodyBytes = 1 << 20
    return timing
  }()
}
