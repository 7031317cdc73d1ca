/// A list of five thousand shows, in and out.
extension ProgramBenchmarks {
  /// `import` of MyAnimeList's XML into a home in which there is only the catalogue, and `export` in the forms that are
  /// asked for most, from start to end.
  func lists() -> [Figure] {
    let file = home.write(Self.list, to: "list.xml")
    var imports: [Run] = []
    for _ in 0..<5 {
      home.forget()
      guard home.run("sync")?.status == 0, let run = home.run("import", file), run.status == 0 else {
        return [.failed("lists: import")]
      }
      imports.append(run)
    }
    return [
      Figure(name: "import of 5,000 entries, MAL XML", ours: median(imports.map(\.wall)), unit: "ms", limit: 1000)
    ] + ["json", "csv", "mal-xml", "html"].map(export)
  }

  private func export(_ format: String) -> Figure {
    let runs = measure(
      [home.binary, "export", "--format", format, "-o", "\(home.path)/list.\(format)"], environment: home.environment,
      times: 9)
    guard runs.allSatisfy({ $0.status == 0 }) else { return .failed("lists: export") }
    return Figure(name: "export of 5,000 entries, \(format)", ours: median(runs.map(\.wall)), unit: "ms", limit: 100)
  }

  /// The list as MyAnimeList writes it, of shows of `SyntheticCatalogue` by their numbers there.
  private static let list: [UInt8] = {
    let status = ["Watching", "Completed", "On-Hold", "Dropped", "Plan to Watch"]
    let entries = (1...5000).map { number in
      """
      <anime><series_animedb_id>\(number * 7 + 3)</series_animedb_id><series_title><![CDATA[夜桜]]></series_title>
      <series_type>TV</series_type><series_episodes>\(number % 26)</series_episodes><my_id>0</my_id>
      <my_watched_episodes>\(number % 26)</my_watched_episodes><my_start_date>2020-0\(1 + number % 9)-11</my_start_date>
      <my_finish_date>0000-00-00</my_finish_date><my_score>\(number % 11)</my_score>
      <my_status>\(status[number % status.count])</my_status><my_times_watched>\(number % 3)</my_times_watched>
      <my_comments><![CDATA[\(number % 5 == 0 ? "again with Mika" : "")]]></my_comments><my_priority>LOW</my_priority>
      <my_tags><![CDATA[\(number % 2 == 0 ? "iyashikei, slice of life" : "")]]></my_tags>
      <my_rewatching>0</my_rewatching><my_discuss>1</my_discuss><my_sns>default</my_sns></anime>

      """
    }
    return Array(("<?xml version=\"1.0\"?>\n<myanimelist>\n" + entries.joined() + "</myanimelist>\n").utf8)
  }()
}
