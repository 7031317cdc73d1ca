import Anime
import App
import Danmaku
import TUI
import TUITesting
import Testing

@Suite struct StageLayerTests {
  private static func content() throws -> StageContent {
    let xml = """
      <?xml version="1.0" encoding="UTF-8"?><i>
      <d p="1.0,1,25,16777215,0,0,a,1">夜桜がきれい</d>
      <d p="2.0,5,25,16711680,0,0,b,2">top</d>
      <d p="30.0,1,25,16777215,0,0,a,3">30 seconds</d>
      <d p="90.0,1,25,16777215,0,0,a,4">90 seconds</d>
      </i>
      """
    return StageContent(title: "episode.xml", file: try BilibiliXML.read(Array(xml.utf8)))
  }

  private static func model(alone: Bool = false) throws -> Model {
    var start = Samples.start()
    if alone { start.stage = try content() }
    var model = Model(start)
    if !alone { _ = model.update(.danmaku(try content())) }
    return model
  }

  @Test func `A file is asked for by name, and flies when it comes`() throws {
    var model = Samples.model()
    let path = "episode.xml"
    #expect(
      model.type(":danmaku " + path + "<Enter>") == [.loadDanmaku(path: path, ambiguity: .narrow)])

    _ = model.update(.danmaku(try Self.content()))
    _ = model.update(.tick(Samples.now + .seconds(4)))

    let text = ScreenPicture(model.frame.buffer).text
    #expect(text.contains("夜桜がきれい"))
    #expect(text.contains("top"))
    #expect(model.frame.stage != nil)
  }

  @Test(arguments: [(100, 50, 50), (40, 50, 40), (60, 100, 60)])
  func `Comments use no more of the stage than the rules and the option both leave`(
    _ ofRules: Int, _ ofOption: Int, _ used: Int
  ) throws {
    var rules = RuleSet.stage
    rules.area = ofRules
    var start = Samples.start()
    start.configuration.danmakuArea = ofOption
    start.stage = StageContent(title: "episode.xml", file: try Self.content().file, rules: rules)

    let text = ScreenPicture(Model(start).frame.buffer).text
    #expect(text.contains("upper \(used) %"))
  }

  @Test func `While comments move the next tick is a frame away, and while paused it is not`() throws {
    var model = try Self.model()
    _ = model.update(.tick(Samples.now + .seconds(3)))
    #expect(model.nextTick - (Samples.now + .seconds(3)) == Instant.Span(milliseconds: 33))

    model.type("<Space>")

    #expect(model.nextTick - (Samples.now + .seconds(3)) > .seconds(1))
  }

  @Test func `Seeking goes by five seconds and by a minute`() throws {
    var model = try Self.model()
    model.type("<Space>L")
    #expect(ScreenPicture(model.frame.buffer).text.contains("01:00"))

    model.type("hh")
    #expect(ScreenPicture(model.frame.buffer).text.contains("00:50"))
  }

  @Test func `Leaving the stage goes back to the screen below`() throws {
    var model = try Self.model()

    #expect(model.type("q").isEmpty)
    #expect(model.frame.stage == nil)
    #expect(ScreenPicture(model.frame.buffer).text.contains("╭ Tonight "))
  }

  @Test func `A program opened for a stage ends with it`() throws {
    var model = try Self.model(alone: true)
    #expect(model.type("<Esc>").isEmpty)
    #expect(model.type("?q").isEmpty)

    #expect(model.type("q") == [.quit])
  }

  @Test func `A program opened for a stage leaves the network alone, until another screen is opened`() throws {
    var model = try Self.model(alone: true)
    #expect(model.update(.tick(Samples.now + .days(1))).isEmpty)

    model.type("1")

    #expect(model.update(.tick(Samples.now + .days(1) + .seconds(1))) == [.sync(isAsked: false)])
  }

  @Test(arguments: Action.allCases)
  func `Every action is harmless on the stage`(_ action: Action) throws {
    var model = try Self.model()
    model.type(":\(action.rawValue)<Enter>")

    #expect(!ScreenPicture(model.frame.buffer).text.isEmpty)
  }

  @Test func `Without anything that counts seconds the program sleeps until the next minute`() {
    #expect(Samples.model().nextTick == Samples.now + .minutes(1))
  }
}
