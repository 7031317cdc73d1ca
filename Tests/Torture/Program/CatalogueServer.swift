import FaultServer

/// A mirror on this machine that serves a catalogue of big items, so that each is an object of its own.
final class CatalogueServer: Sendable {
  private static let shows = 200
  private let server: HostileServer

  init() throws {
    server = try HostileServer()
  }

  /// Tells the program of `home` that this is where the catalogue comes from.
  func provide(for home: Home) {
    let folder = "\(home.path)/config/yozakura"
    Files.makeFolders(folder)
    let text = """
      [[provider]]
      name = "torture"
      kind = "bangumi-data"
      mirrors = ["\(server.url("/data.json"))"]

      """
    Files.write(Array(text.utf8), to: "\(folder)/providers.toml")
  }

  /// Serves the file of `generation` from now on: each generation says something else of a few shows.
  func publish(generation: Int) {
    server.route("/data.json", .ok(Self.bytes(generation)))
  }

  private static func bytes(_ generation: Int) -> [UInt8] {
    let items = (0..<shows).map { item($0, generation: max(0, generation - $0 % 16)) }.joined(separator: ",\n")
    return Array(
      """
      {"siteMeta": {"bangumi": {"title": "番组计划", "urlTemplate": "https://bangumi.tv/subject/{{id}}", \
      "type": "info"}}, "items": [
      \(items)
      ]}

      """.utf8)
  }

  private static func item(_ number: Int, generation: Int) -> String {
    // As long as a piece is on the average: every item ends one.
    let filling = String(repeating: "夜桜\(number)", count: 1200)
    return """
      {"title": "桜の話\(number)", "titleTranslate": {"en": ["Sakura Tale \(number) of \(generation)"]}, "type": "tv", \
      "lang": "ja", "officialSite": "https://example.org/\(number)", "begin": "2026-07-01T13:00:00.000Z", "end": "", \
      "comment": "\(filling)", "sites": [{"site": "bangumi", "id": "\(900_000 + number)"}]}
      """
  }
}
