import Danmaku
public import HTTP

/// Fetches the comments of an episode from what speaks HTTP.
public struct DanmakuFetcher: Sendable {
  let client: HTTPClient
  /// The seconds since 1970, which sign requests.
  let seconds: @Sendable () -> Int64

  /// The largest list of comments that is taken: a million of them.
  static let limits = HTTPLimits(bodyBytes: 128 << 20)

  /// A fetcher that asks through `client`.
  public init(client: HTTPClient, seconds: @escaping @Sendable () -> Int64) {
    self.client = client
    self.seconds = seconds
  }

  /// The comments of `episode` at `address`; nil where they are still those that `entityTag` names.
  public func fetch(
    _ episode: WantedEpisode, at address: AddressTemplate, unless entityTag: String? = nil
  ) async throws(DanmakuFetchFailure) -> FetchedDanmaku? {
    let condition = entityTag.map { [(name: "If-None-Match", value: $0)] } ?? []
    let response = try await get(
      HTTPRequest(try address.url(for: episode), headers: condition, limits: Self.limits))
    guard response.status != 304 else { return nil }
    return FetchedDanmaku(
      file: try Self.read(response.body), origin: Self.host(of: response.url), entityTag: Self.entityTag(of: response))
  }

  /// The whole answer to a request; where it leads elsewhere and was not to follow, there is none.
  func get(_ request: HTTPRequest) async throws(DanmakuFetchFailure) -> HTTPResponse {
    let response: HTTPResponse
    do throws(HTTPError) {
      response = try await client.get(request)
    } catch {
      throw .transport(error)
    }
    if let target = response.redirect { throw .redirected(to: Self.host(of: target)) }
    return response
  }

  /// The comments that a body holds; a web page or a refusal is none, whatever the status says.
  static func read(_ body: [UInt8]) throws(DanmakuFetchFailure) -> DanmakuFile {
    do throws(DanmakuError) {
      return try DanmakuFile(reading: body)
    } catch {
      throw .notDanmaku(error)
    }
  }

  /// `https://user@api.example.org/x?key=1` → `api.example.org`
  static func host(of url: String) -> String {
    let behind = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    let authority = behind.prefix { !"/?#".contains($0) }
    return String(authority.split(separator: "@").last ?? authority)
  }

  /// The tag, where it can be sent back in a header.
  private static func entityTag(of response: HTTPResponse) -> String? {
    response.header("ETag").flatMap { tag in
      (3...256).contains(tag.utf8.count) && tag.utf8.allSatisfy { (0x21..<0x7F).contains($0) } ? tag : nil
    }
  }
}
