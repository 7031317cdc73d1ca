import Danmaku
import Testing

@Suite struct TimeMentionTests {
  @Test(arguments: [
    ("12:34", 754_000), ("空降 1:02:03 谢谢", 3_723_000), ("12分34秒见", 754_000), ("１２：３４高能", 754_000),
    ("1时2分3秒", 3_723_000), ("1時2分03秒", 3_723_000), ("指路125:30", 7_530_000), ("OP→01:30", 90_000),
  ])
  func `A time is found in what people write`(_ text: String, _ time: Int) {
    #expect(TimeMention.all(in: text).map(\.time) == [time])
  }

  @Test(arguments: [
    "比分 1:2", "12:345", "12:60", "1:2:3:4", "5分", "2024:11", "12:", ":34", "12分", "34秒", "12:34:", "好:看",
  ])
  func `What is no time is none`(_ text: String) {
    #expect(TimeMention.all(in: text).isEmpty)
  }

  @Test func `Several times are found, each where it stands`() {
    let text = "从 1:00 到２:30"

    #expect(TimeMention.all(in: text).map(\.time) == [60_000, 150_000])
    #expect(TimeMention.all(in: text).map { String(text[$0.range]) } == ["1:00", "２:30"])
  }
}
