import Anime
import App
import TUI
import TUITesting
import Testing

@Suite struct MirrorTests {
  private func mirrors(
    _ overview: MirrorsOverview = MirrorSamples.overview, columns: Int = 120, rows: Int = 36
  ) -> Model {
    var model = Samples.model(columns: columns, rows: rows)
    model.type("6")
    _ = model.update(.mirrors(overview))
    return model
  }

  private func text(_ model: Model) -> String { ScreenPicture(model.frame.buffer).text }

  // MARK: When they are asked for

  @Test func `Mirrors are looked at when their screen is entered, again on demand, and after each sync`() {
    var model = Samples.model()

    #expect(model.type("6") == [.loadMirrors])
    #expect(text(model).contains("Looking at the mirrors."))
    #expect(model.type("R") == [.loadMirrors])
    model.type("1")
    #expect(model.update(.synced(.unchanged)) == [.loadMirrors])
    #expect(model.update(.synced(.failed(.refused, nextTry: nil))) == [.loadMirrors])
  }

  @Test func `Why the mirrors could not be told stands in their place, until they can be`() {
    var model = Samples.model()
    model.type("6")

    _ = model.update(.failed(.readOnly(path: "/mnt/state")))
    #expect(ScreenPicture(model.frame.buffer).rows[2].contains("/mnt/state cannot be written"))
    _ = model.update(.mirrors(MirrorSamples.overview))
    #expect(ScreenPicture(model.frame.buffer).rows[2].contains("bangumi-data · 0.3.211"))
  }

  @Test func `Where nobody is asked the screen says so`() {
    #expect(text(mirrors(MirrorsOverview(providers: [], now: Samples.now))).contains("No mirror is asked;"))
  }

  @Test func `The selected mirror stays selected when news of it come`() {
    var model = mirrors()
    model.type("jj")
    var news = MirrorSamples.overview
    news.providers[0].mirrors.swapAt(0, 2)

    _ = model.update(.mirrors(news))

    #expect(ScreenPicture(model.frame.buffer).rows[1].contains("╭ raw.githubusercontent.com "))
  }

  // MARK: What is told of one

  @Test func `Each state has a shape of its own, with and without ambiguous characters`() {
    for ambiguous in [1, 2] {
      var start = Samples.start(columns: 200, rows: 60)
      start.configuration.ambiguousWidth = ambiguous
      var model = Model(start)
      model.type("6")
      let lines = MirrorState.allCases.map { state in
        MirrorLine(provider: "p", address: "https://\(state).example/", host: "\(state).example", state: state)
      }
      _ = model.update(.mirrors(MirrorsOverview(providers: [.init(name: "p", mirrors: lines)], now: Samples.now)))
      let rows = ScreenPicture(model.frame.buffer).rows[3..<10]
      let shapes = rows.map { $0.dropFirst(2).first }

      #expect(Set(shapes).count == MirrorState.allCases.count, "\(shapes)")
    }
  }

  @Test func `Every state and every reason has its own words in every language`() {
    let reasons: [GradeReason] = [
      .slow(milliseconds: 840), .unreliable(percent: 61), .behind, .lied, .refusing, .busy, .failing, .untried,
    ]
    for language in InterfaceLanguage.allCases {
      let sheets = MirrorState.allCases.map { state in
        sheet(MirrorLine(provider: "p", address: "https://a.example/", host: "a.example", state: state), language)
      }
      #expect(Set(sheets).count == sheets.count)
      let grades = reasons.map { reason in
        sheet(
          MirrorLine(
            provider: "p", address: "https://a.example/", host: "a.example", grade: .c, gradeReasons: [reason]),
          language)
      }
      #expect(Set(grades).count == grades.count)
    }
  }

  /// What the sheet says of `mirror`.
  private func sheet(_ mirror: MirrorLine, _ language: InterfaceLanguage) -> String {
    var model = Samples.model(columns: 200, rows: 60, language: language)
    model.type("6")
    _ = model.update(.mirrors(MirrorsOverview(providers: [.init(name: "p", mirrors: [mirror])], now: Samples.now)))
    let right = Rect(column: 112, row: 1, columns: 86, rows: 57)
    return ScreenPicture(model.frame.buffer, area: right).text
  }

  @Test func `While this side is to blame nobody is called usable`() {
    let whole = mirrors(MirrorSamples.overview)
    #expect(text(whole).contains("usable"))

    let unplugged = mirrors(MirrorSamples.unplugged)
    #expect(!text(unplugged).contains("usable"))
  }

  @Test func `What only tells versions is marked so whether it was tried or not`() {
    var untried = MirrorSamples.registry
    untried.state = .unknown
    var good = MirrorSamples.registry
    good.state = .good
    for mirror in [untried, good] {
      let model = mirrors(
        MirrorsOverview(providers: [.init(name: "p", mirrors: [MirrorSamples.unpkg, mirror])], now: Samples.now),
        columns: 200)
      #expect(model.rows.contains { $0.contains("registry.npmjs.org") && $0.contains("version") })
    }
  }

  @Test func `A countdown goes second by second, and ends`() {
    var model = mirrors()
    model.type("jj")
    #expect(text(model).contains("probe in 12s"))
    #expect(model.nextTick - Samples.now <= .seconds(1))

    _ = model.update(.tick(Samples.now + .seconds(5)))
    #expect(text(model).contains("probe in 7s"))
    _ = model.update(.tick(Samples.now + .seconds(12)))
    #expect(!text(model).contains("probe in"))
  }

  @Test func `Where nothing counts down the screen waits for the minute`() {
    let resting = MirrorsOverview(
      providers: [.init(name: "bangumi-data", mirrors: [MirrorSamples.unpkg])], now: Samples.now)

    #expect(mirrors(resting).nextTick - Samples.now > .seconds(1))
  }

  @Test func `A service that says no is quoted behind its host, and what can be done stands below`() {
    var model = mirrors(columns: 200, rows: 60)
    model.type("Gk")
    #expect(text(model).contains("graphql.anilist.example: “The AniList API has been disabled.”"))

    model.type("kk")
    #expect(text(model).contains("Nothing of it was kept; comparing the mirrors shows who differs."))
  }

  @Test func `A fault of this side is told with what to do, and nobody is blamed`() {
    let model = mirrors(MirrorSamples.unplugged)

    #expect(text(model).contains("The fault is on this side: no route. No mirror is blamed."))
    #expect(text(model).contains("Look at the cable, or at the Wi-Fi."))
    #expect(!text(mirrors()).contains("The fault is on this side"))
  }

  // MARK: What is done with one

  @Test(arguments: ["t", "<Enter>"])
  func `A mirror is tried at once, whatever is known of it`(_ key: String) {
    var model = mirrors()
    model.type("jj")

    #expect(
      model.type(key) == [.tryMirror(provider: "bangumi-data", address: MirrorSamples.github.address)])
    #expect(model.bottomLine.contains("Asking raw.githubusercontent.com."))
    _ = model.update(.tried(host: "raw.githubusercontent.com", .timedOut))
    #expect(model.bottomLine.contains("raw.githubusercontent.com: no answer in time."))
    _ = model.update(.tried(host: "raw.githubusercontent.com", nil))
    #expect(model.bottomLine.contains("raw.githubusercontent.com answers."))
  }

  @Test func `A mirror is pinned and unpinned with one key`() {
    var model = mirrors()

    #expect(model.type("p") == [.pinMirror(provider: "bangumi-data", address: nil)])
    #expect(
      model.type("jp") == [.pinMirror(provider: "bangumi-data", address: MirrorSamples.jsDelivr.address)])
  }

  @Test func `What only tells versions cannot be pinned`() {
    var model = mirrors()

    #expect(model.type("jjjp").isEmpty)
  }

  @Test func `A pin of a mirror is no change of the list, and can be set while the past is shown`() {
    var model = mirrors()
    _ = model.update(.travelled(Samples.moment, Samples.pastLibrary))
    model.type("6j")

    #expect(model.type("p") == [.pinMirror(provider: "bangumi-data", address: MirrorSamples.jsDelivr.address)])
  }

  @Test func `Comparing tells who agrees, who differs and who says nothing`() {
    var model = mirrors(columns: 160)
    #expect(model.type("c") == [.compareMirrors(provider: "bangumi-data")])

    var comparison = MirrorComparison(
      provider: "bangumi-data", version: "0.3.211", agreeing: ["unpkg.com", "cdn.jsdelivr.net"])
    _ = model.update(.compared(comparison))
    #expect(model.bottomLine.contains("bangumi-data 0.3.211: 2 mirrors agree."))
    comparison.differing = ["evil.example"]
    comparison.silent = ["raw.githubusercontent.com"]
    _ = model.update(.compared(comparison))
    #expect(
      model.bottomLine.contains(
        "2 mirrors agree; evil.example gives other bytes; nothing from raw.githubusercontent.com."))
    _ = model.update(.compared(MirrorComparison(provider: "test", version: nil, agreeing: [])))
    #expect(model.bottomLine.contains("test: no address holds a version, so there is nothing to compare."))
  }

  @Test(arguments: ["t", "c"])
  func `Without a network no mirror is asked`(_ key: String) {
    var start = Samples.start()
    start.isOffline = true
    var model = Model(start)
    model.type("6")
    _ = model.update(.mirrors(MirrorSamples.overview))

    #expect(model.type(key).isEmpty)
    #expect(model.bottomLine.contains("the network is switched off"))
  }

  @Test(arguments: ["try-now", "compare", "refresh"])
  func `Keys of the mirrors mean nothing elsewhere, and say so by name`(_ action: String) {
    var model = Samples.model()

    #expect(model.type(":\(action)<Enter>").isEmpty)
    #expect(model.bottomLine.contains(action))
  }

  // MARK: The bar

  @Test func `The bar tells how many mirrors can be asked, and when one was`() {
    var overview = MirrorSamples.overview
    overview.providers[1].isDisputed = false
    var model = Samples.model(columns: 160)
    #expect(bar(model).hasSuffix("20 shows"))

    _ = model.update(.mirrors(overview))
    #expect(bar(model).hasSuffix("◐ 3/7 mirrors · synced 2m ago"))
    overview.providers = [.init(name: "bangumi-data", mirrors: [MirrorSamples.unpkg, MirrorSamples.jsDelivr])]
    _ = model.update(.mirrors(overview))
    #expect(bar(model).hasSuffix("● 2/2 mirrors · synced 2m ago"))
    overview.providers = [.init(name: "bangumi-data", mirrors: [MirrorSamples.github])]
    _ = model.update(.mirrors(overview))
    #expect(bar(model).hasSuffix("○ 0/1 mirrors · synced 2m ago"))
  }

  @Test func `The age of the last answer is still told in the bar when nobody answers any more`() {
    var model = Samples.model(columns: 160)
    _ = model.update(.mirrors(MirrorSamples.overview))
    _ = model.update(.tick(Samples.now + .hours(7)))
    _ = model.update(.synced(.failed(.refused, nextTry: nil)))

    #expect(bar(model).hasSuffix("synced 7h 2m ago"))
  }

  @Test func `A disputed catalogue is marked in the bar, for which the names of screens give way`() {
    var model = Samples.model(columns: 160)
    _ = model.update(.mirrors(MirrorSamples.overview))
    #expect(bar(model).contains("△ disputed · ◐ 3/7 mirrors"))

    for columns in [92, 80, 50] {
      _ = model.update(.input(.resize(Size(columns: columns, rows: 24))))
      #expect(bar(model).contains("△ disputed"))
    }
  }

  @Test func `While this side has a fault the bar names it in place of the mirrors`() {
    var model = Samples.model(columns: 160)
    _ = model.update(.mirrors(MirrorSamples.unplugged))

    #expect(bar(model).contains("○ no route"))
    #expect(!bar(model).contains("mirrors ·"))
  }

  private func bar(_ model: Model) -> String { ScreenPicture(model.frame.buffer).rows[0] }
}
