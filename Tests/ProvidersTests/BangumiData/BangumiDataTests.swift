import Anime
import Providers
import Testing

struct BangumiDataTests {
  /// A catalogue of `items`, with one site.
  func catalogue(_ items: String...) -> [UInt8] {
    Array(
      """
      {"siteMeta":{"aniList":{"title":"AniList","urlTemplate":"https://anilist.co/anime/{{id}}","type":"info"}},
      "items":[\(items.joined(separator: ","))]}
      """.utf8)
  }

  /// An item with a title and whatever `more` says.
  func item(_ title: String, _ more: String = "") -> String {
    #"{"title":"\#(title)","titleTranslate":{},"type":"tv","lang":"ja","begin":"2026-07-01T13:00:00.000Z","end":"""#
      + (more.isEmpty ? "" : ",") + more + "}"
  }

  @Test func `A show is read with its titles, times and links`() throws {
    let bytes = catalogue(
      """
      {"title":"葬送","titleTranslate":{"zh-Hans":["葬送的"],"en":["Frieren"],"ko":["x"]},"type":"tv","lang":"ja",
      "officialSite":"https://frieren-anime.jp/","begin":"2023-09-29T14:00:00.000Z",
      "broadcast":"R/2023-09-29T14:00:00.000Z/P7D","end":"2024-03-22T14:30:00.000Z","comment":"",
      "sites":[{"site":"bangumi","id":"400602"},{"site":"aniList","id":"154587"},
      {"site":"prime","url":"https://example.org/x","begin":"","broadcast":"nonsense","regions":["JP"]}]}
      """)
    let decoded = try BangumiData.decode(bytes)
    let show = try #require(decoded.shows.first)
    #expect(show.key == "bangumi:400602:ja")
    #expect(show.titles.translations == [.simplifiedChinese: ["葬送的"], .english: ["Frieren"]])
    #expect(show.begin.iso8601 == "2023-09-29T14:00:00Z")
    #expect(show.end?.iso8601 == "2024-03-22T14:30:00Z")
    #expect(show.broadcast?.period == .days(7))
    #expect(
      show.sites == [
        SiteLink(site: "bangumi", id: "400602"), SiteLink(site: "anilist", id: "154587"),
        SiteLink(site: "prime", id: "", url: "https://example.org/x", regions: ["JP"]),
      ])
    #expect(decoded.sites.map(\.key) == ["anilist"])
  }

  @Test func `An item knows the bytes that it came from`() throws {
    let bytes = catalogue(item("ひとつ"), item("ふたつ"))
    let items = try BangumiData.decode(bytes).items
    #expect(items.map(\.title) == ["ひとつ", "ふたつ"])
    #expect(items.map { String(decoding: bytes[$0.range], as: UTF8.self) } == [item("ひとつ"), item("ふたつ")])
  }

  @Test func `A show without a Bangumi id is known by title and begin`() throws {
    let key = try BangumiData.decode(catalogue(item("ひとつ"))).shows.first?.key
    #expect(key == "ひとつ|2026-07-01T13:00:00.000Z")
  }

  @Test func `Two rows with one key are two shows`() throws {
    let link = #""sites":[{"site":"bangumi","id":"1"}]"#
    let bytes = catalogue(item("a", link), item("b", link), item("c"), item("c"))
    #expect(
      try BangumiData.decode(bytes).shows.map(\.key) == [
        "bangumi:1:ja", "b|2026-07-01T13:00:00.000Z", "c|2026-07-01T13:00:00.000Z", "c|2026-07-01T13:00:00.000Z|2",
      ])
  }

  @Test func `A bad item is passed over and counted`() throws {
    let bytes = catalogue(
      item("good"), "7", item(""), #"{"title":"x","type":"radio","lang":"ja","begin":"2026-07-01T13:00:00.000Z"}"#,
      #"{"title":"x","type":"tv","lang":"tlh","begin":"2026-07-01T13:00:00.000Z"}"#,
      #"{"title":"x","type":"tv","lang":"ja","begin":""}"#, #"{"title":["x"],"type":"tv"}"#)
    let decoded = try BangumiData.decode(bytes)
    #expect(decoded.shows.map(\.titles.native) == ["good"])
    #expect(decoded.items.count == 7)
    #expect(
      decoded.skipped == [.notAnObject: 1, .noTitle: 2, .unknownKind: 1, .unknownLanguage: 1, .noBegin: 1])
  }

  @Test func `Unknown keys and sites do no harm`() throws {
    let more = #""mood":{"deep":[1,2.5e-3,true,null,{}]},"sites":[{"site":"mighty","id":"9","x":[]},{"id":"2"},3]"#
    #expect(
      try BangumiData.decode(catalogue(item("a", more))).shows.first?.sites == [SiteLink(site: "mighty", id: "9")])
  }

  @Test func `A broadcast that cannot be read is none`() throws {
    let show = try BangumiData.decode(catalogue(item("a", #""broadcast":"every friday""#))).shows.first
    #expect(show?.broadcast == nil)
  }

  @Test func `Escapes are read, also those of characters beyond the first plane`() throws {
    let title = #"\u0041\"\\\/\t\u591c\ud83c\udf38|\ud83c|"#
    #expect(try BangumiData.decode(catalogue(item(title))).items.first?.title == "A\"\\/\t夜🌸|\u{FFFD}|")
  }

  @Test(arguments: ["", " \n", "<!DOCTYPE html><html>", " <html>"])
  func `No file and a web page are refused`(_ text: String) {
    #expect(throws: text.contains("<") ? Rejection.html : .empty) { try BangumiData.decode(Array(text.utf8)) }
  }

  @Test(arguments: [
    "{", "[", "nul", "01", "-", "1.", "{\"a\"}", "{\"a\":1,}", "[1 2]", "\"\u{1}\"", "\"\\x\"", "\"\\u12g4\"", "{} {}",
    "{a:1}", "[1,]", "'a'", "NaN", "+1", "\u{FEFF}{}",
  ])
  func `What is no JSON is refused`(_ text: String) {
    #expect { try BangumiData.decode(Array(text.utf8)) } throws: { error in
      guard case .invalidJSON? = error as? Rejection else { return false }
      return true
    }
  }

  @Test func `Arrays in arrays without end are refused`() {
    let bytes = Array(String(repeating: "[", count: 1_000_000).utf8)
    #expect(throws: Rejection.invalidJSON(offset: 64)) { try BangumiData.decode(bytes) }
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE5, 0xA4], [0x80],
      [0xF0, 0x9F, 0x8C, 0x22],
    ] as [[UInt8]])
  func `What is no UTF-8 is refused`(_ broken: [UInt8]) {
    let start = Array("{\"夜\":\"".utf8)
    #expect(throws: Rejection.invalidUTF8(offset: start.count)) {
      try BangumiData.decode(start + broken + Array("\"}".utf8))
    }
  }

  @Test func `The old schema is refused`() {
    let old = #"{"id":"1960_01_0","title":"x","lang":"ja","begin":"1960-01-15T16:00:00.000Z","sites":[]}"#
    #expect(throws: Rejection.oldSchema) { try BangumiData.decode(Array(#"{"sites":{},"items":[\#(old)]}"#.utf8)) }
    #expect(throws: Rejection.oldSchema) { try BangumiData.decode(catalogue(old)) }
  }

  @Test(arguments: [
    ("{}", Rejection.missing(key: "siteMeta")), ("[]", .missing(key: "siteMeta")),
    (#"{"siteMeta":{}}"#, .missing(key: "items")), (#"{"siteMeta":{},"items":{}}"#, .missing(key: "items")),
    (#"{"siteMeta":{},"items":[]}"#, .noShows(skipped: 0)), (#"{"siteMeta":{},"items":[1,{}]}"#, .noShows(skipped: 2)),
    (#"{"message":"Not Found"}"#, .missing(key: "siteMeta")),
  ])
  func `JSON that is no catalogue is refused`(_ text: String, _ rejection: Rejection) {
    #expect(throws: rejection) { try BangumiData.decode(Array(text.utf8)) }
  }

  @Test func `A file that is cut short anywhere is refused`() {
    let bytes = catalogue(item("葬送のフリーレン", #""sites":[{"site":"mal","id":"5\u0032"}],"x":[1.5e3,false]"#))
    for length in 0..<bytes.count {
      #expect(throws: Rejection.self) { try BangumiData.decode(Array(bytes.prefix(length))) }
    }
  }

  @Test func `A file with any one byte broken is read or refused, never worse`() {
    let bytes = catalogue(item("葬送", #""sites":[{"site":"mal","id":"5\u0032"}]"#))
    for index in bytes.indices {
      for byte in [0x00, 0x22, 0x5C, 0x7B, 0x80, 0xE5, 0xFF] as [UInt8] {
        var broken = bytes
        broken[index] = byte
        _ = try? BangumiData.decode(broken)
      }
    }
  }

  @Test func `A part of a file gives the items in it, whatever stands around them`() {
    let (one, two) = (item("一"), item("二", #""sites":[{"site":"bangumi","id":"2"}]"#))
    for text in ["\(one),\(two)", ",\(one),\n\(two)", "\(one) , \(two)]}\n", ",\(one),\(two)],\"siteMeta\":{}}"] {
      let items = BangumiData.decodePart(Array(text.utf8))
      #expect(items.map(\.show.titles.native) == ["一", "二"])
      #expect(items.map(\.show.key) == ["一|2026-07-01T13:00:00.000Z", "bangumi:2:ja"])
      #expect(items.map(\.otherKey) == ["一|2026-07-01T13:00:00.000Z", "二|2026-07-01T13:00:00.000Z"])
    }
  }

  @Test(arguments: ["", "]}", #"{"siteMeta":{},"items":["#, ",", "{", "nonsense", "[1,2]"])
  func `A part without an item gives none`(_ text: String) {
    #expect(BangumiData.decodePart(Array(text.utf8)).isEmpty)
  }

  @Test func `An item that is no show is passed over in a part too`() {
    let text = #"{"title":"x"},\#(item("一")),{"title":"","type":"tv"}"#
    #expect(BangumiData.decodePart(Array(text.utf8)).map(\.show.titles.native) == ["一"])
  }
}
