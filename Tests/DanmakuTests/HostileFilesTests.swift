import Danmaku
import Testing

@Suite struct `Hostile files` {
  /// Units that make something deep, endless or torn of a file when repeated.
  static let units = [
    "[", "{", "{\"a\":", "[{\"p\":\"1,1\"", "{\"a\":[{\"mail\":[", "\"", "{\"\\{", "{\"p\":\"", "]", "}", "{]", "[}",
    "<chat vpos=\"1\">", "<chat a=", "<chat a='", "<packet><chat", "{\"chat\":{", "[1,\"right\",",
  ]

  @Test(arguments: units) func `A million bytes of anything cost one pass`(_ unit: String) {
    let heads = ["", "[{\"p\":\"1,1\",\"m\":\"x\"},", "<packet><chat vpos=\"1\">x</chat>"]
    for head in heads {
      let file = Array((head + String(repeating: unit, count: 1_000_000 / unit.utf8.count)).utf8)
      let time = ContinuousClock().measure { _ = try? DanmakuFile(reading: file) }
      #expect(time < .seconds(20), "\(head)")
    }
  }

  @Test(arguments: [
    #"{"count":2,"comments":[{"cid":1,"p":"1,1,2,[BiliBili]a","m":"\u591c\n"},{"cid":2,"p":"2,1","m":"x"}]}"#,
    #"[{"chat":{"vpos":1,"mail":"ue","content":"x"}},{"chat":{"vpos":2,"content":"y","deleted":0}}]"#,
    #"[{"id":"0","fork":"main","comments":[{"vposMs":1,"body":"x","commands":["ue"]},{"vposMs":2,"body":"y"}]}]"#,
    #"[[],[],[{"c":"1,2,7","m":"{\"n\":\"x\",\"z\":[{\"x\":1}]}"},{"c":"1,2,1","m":"y"}]]"#,
    #"{"danmuku":[[1,"right","\#u{23}fff","","x"],[2,"top","","","y"]]}"#,
    "<packet><chat vpos='1' mail=\"ue\">x</chat><chat vpos='2'>y&lt;</chat></packet>",
  ])
  func `A file torn at any byte is read or refused, and nothing is read twice`(_ whole: String) throws {
    let bytes = Array(whole.utf8)
    #expect(try DanmakuFile(reading: bytes).comments.count == 2)
    for length in bytes.indices {
      let file = try? DanmakuFile(reading: Array(bytes.prefix(length)))
      #expect(file?.total ?? 0 <= 2, "\(whole.prefix(length))")
    }
  }
}
