import Anime
import App
import Testing

@Suite struct ConfigurationTests {
  @Test func `Every option reads back what stands in the file`() {
    var configuration = Configuration()
    let warnings = configuration.apply(
      [
        "ui": .table([
          "language": .string("zh-Hans"), "titles": .array([.string("zh-Hans"), .string("ja")]),
          "ambiguous": .integer(2), "theme": .string("hanami"), "mouse": .boolean(false),
        ]),
        "sync": .table(["interval": .string("30m")]),
        "capsule": .table([
          "reserve": .string("2G"), "keep-all": .integer(3), "keep-daily": .integer(30), "keep-weekly": .integer(90),
          "keep-monthly": .integer(730),
        ]),
        "danmaku": .table(["duration": .integer(6), "area": .integer(50), "list": .boolean(true)]),
      ], file: "config.toml")

    #expect(warnings.isEmpty)
    #expect(configuration.language == .simplifiedChinese)
    #expect(configuration.titles == .languages([.simplifiedChinese, .japanese]))
    #expect(configuration.ambiguousWidth == 2)
    #expect(configuration.theme == "hanami")
    #expect(!configuration.mouse)
    #expect(configuration.syncInterval == 30)
    #expect(configuration.capsuleReserve == .bytes(2 << 30))
    #expect(configuration.retentionAll == 3)
    #expect(configuration.retentionDaily == 30)
    #expect(configuration.retentionWeekly == 90)
    #expect(configuration.retentionMonthly == 730)
    #expect(configuration.danmakuDuration == 6)
    #expect(configuration.danmakuArea == 50)
    #expect(configuration.danmakuList)
  }

  @Test(arguments: Option.all.map(\.name))
  func `Each option takes its own default`(_ name: String) throws {
    let option = try #require(Option.all.first { $0.name == name })
    var configuration = Configuration()

    #expect(configuration.set(name, to: option.standard, file: "") == nil)
    #expect(configuration == Configuration())
  }

  @Test func `Unknown keys and values are told with file, key and nearest name, and the rest holds`() {
    var configuration = Configuration()
    let warnings = configuration.apply(
      [
        "ui": .table([
          "langage": .string("ja"), "language": .string("jp"), "mouse": .string("no"), "theme": .string("mono"),
        ]),
        "snyc": .table(["interval": .string("6h")]),
      ], file: "config.toml")

    #expect(
      warnings.map(Strings.english.message) == [
        "config.toml: snyc: unknown key, did you mean sync?",
        "config.toml: ui.langage: unknown key, did you mean ui.language?",
        "config.toml: ui.language: “jp” is not known, did you mean “ja”?",
        "config.toml: ui.mouse: \"no\" does not fit; expected true, false",
      ])
    #expect(configuration.theme == "mono")
  }

  @Test(arguments: ["6h", "1d", "10m", "never"])
  func `An interval is written as it is read`(_ text: String) {
    var configuration = Configuration()
    _ = configuration.set("sync.interval", to: .string(text), file: "")

    #expect(Option.all.first { $0.name == "sync.interval" }?.read(configuration) == .string(text))
  }

  @Test(arguments: ["1m", "6", "h", "0h", "-1d", "6 h"])
  func `What is no interval is refused`(_ text: String) {
    var configuration = Configuration()

    #expect(configuration.set("sync.interval", to: .string(text), file: "") != nil)
    #expect(configuration.syncInterval == 360)
  }

  @Test(arguments: [
    ("auto", ReserveChoice.automatic), ("512M", .bytes(512 << 20)), ("2G", .bytes(2 << 30)), ("64K", .bytes(64 << 10)),
    ("1000", .bytes(1000)), ("0", .bytes(0)),
  ]) func `A reserve is written as it is read`(_ text: String, _ choice: ReserveChoice) {
    #expect(ReserveChoice(text) == choice)
    #expect(choice.text == text)
  }

  @Test(arguments: ["", "M", "-1", "1.5G", "2T", "9223372036854775807G", "2 G", "٢G"])
  func `What is no size is refused`(_ text: String) {
    var configuration = Configuration()

    #expect(configuration.set("capsule.reserve", to: .string(text), file: "") != nil)
    #expect(configuration.capsuleReserve == .automatic)
  }

  @Test func `Months are kept for ever unless days are said`() {
    var configuration = Configuration()
    #expect(configuration.set("capsule.keep-monthly", to: .integer(400), file: "") == nil)
    #expect(configuration.retentionMonthly == 400)

    #expect(configuration.set("capsule.keep-monthly", to: .string("forever"), file: "") == nil)
    #expect(configuration.retentionMonthly == nil)
    #expect(configuration.set("capsule.keep-monthly", to: .integer(0), file: "") != nil)
  }

  @Test(arguments: [
    ("ja_JP.UTF-8", InterfaceLanguage.japanese), ("zh_CN.UTF-8", .simplifiedChinese), ("zh_TW", .simplifiedChinese),
    ("de_DE", .english), ("C", .english),
  ]) func `The locale chooses the language`(_ locale: String, _ language: InterfaceLanguage) {
    #expect(InterfaceLanguage(locale: locale) == language)
  }
}
