import Anime
import Testing

struct ScoreScaleTests {
  @Test(arguments: [
    (ScoreScale.hundred, (0...100).map { "\($0)" }), (.ten, (0...10).map { "\($0)" }),
    (.decimal, (0...100).map { "\($0 / 10).\($0 % 10)" }),
    (.stars, ["☆☆☆☆☆", "★☆☆☆☆", "★★☆☆☆", "★★★☆☆", "★★★★☆", "★★★★★"]), (.smileys, [":(", ":|", ":)"]),
  ])
  func `A value that is typed in a scale is shown as it was typed`(_ scale: ScoreScale, _ typed: [String]) throws {
    for text in typed {
      let score = try #require(scale.read(text))
      #expect(scale.text(score) == text)
      #expect(scale.read(scale.typed(score)) == score)
    }
  }

  @Test(arguments: ScoreScale.allCases)
  func `A better score is never shown as a worse one`(_ scale: ScoreScale) {
    let values = (0...100).compactMap { scale.read(scale.text($0)) }
    #expect(values.count == 101)
    #expect(values == values.sorted())
  }

  @Test func `Narrowing rounds half up`() {
    #expect(ScoreScale.ten.text(85) == "9")
    #expect(ScoreScale.ten.text(84) == "8")
    #expect(ScoreScale.stars.text(70) == "★★★★☆")
    #expect(ScoreScale.stars.text(69) == "★★★☆☆")
    #expect(ScoreScale.smileys.text(48) == ":|")
    #expect(ScoreScale.smileys.text(47) == ":(")
  }

  @Test(arguments: [
    (ScoreScale.hundred, "101"), (.hundred, "8.5"), (.ten, "8.5"), (.ten, "11"), (.decimal, "10.1"), (.decimal, "9.55"),
    (.decimal, "-1"), (.decimal, ""), (.stars, "6"), (.stars, "★★★★★★"), (.stars, "★☆"), (.smileys, "0"),
    (.smileys, ":D"), (.hundred, "999999999999999999999"),
  ])
  func `What is no score in a scale is none`(_ scale: ScoreScale, _ text: String) {
    #expect(scale.read(text) == nil)
  }

  @Test func `Stars can be typed by their number`() {
    #expect(["4", "4★", "★★★★", "★★★★☆"].map(ScoreScale.stars.read) == [80, 80, 80, 80])
  }
}
