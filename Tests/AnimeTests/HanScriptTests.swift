import Anime
import Testing

@Suite struct HanScriptTests {
  @Test(arguments: [
    ("前方高能,名場面來了", "前方高能,名场面来了"), ("這個時間發生了什麼", "这个时间发生了什么"), ("頭髮", "头发"), ("後面裡面", "后面里面"),
    ("看著", "看着"),
  ])
  func `Traditional text becomes simplified`(_ text: String, _ expected: String) {
    #expect(HanScript.simplified.text(text) == expected)
  }

  @Test(arguments: [
    ("名场面来了", "名場面來了"), ("这个时间发生了什么", "這個時間發生了什麼"), ("后来在里面", "後來在裡面"), ("只有一台", "只有一台"),
    ("冲啊", "衝啊"),
  ])
  func `Simplified text becomes traditional, by the more frequent form`(_ text: String, _ expected: String) {
    #expect(HanScript.traditional.text(text) == expected)
  }

  @Test(arguments: HanScript.allCases) func `Japanese stays as it is`(_ script: HanScript) {
    #expect(script.text("国会の桜が発売") == "国会の桜が発売")
  }

  @Test func `As it is written means as it is written`() {
    #expect(HanScript.asIs.text("發发") == "發发")
  }

  @Test func `A key goes through all scripts`() {
    #expect(HanScript.asIs.next.next.next == .asIs)
    #expect(Set([HanScript.asIs, .asIs.next, .asIs.next.next]).count == 3)
  }
}
