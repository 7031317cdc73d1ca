import Danmaku
import Testing

@Suite struct `Positioned comments` {
  static func point(_ x: Double, _ y: Double) -> StagePoint { StagePoint(x: .pixels(x), y: .pixels(y)) }
  static func share(_ x: Double, _ y: Double) -> StagePoint { StagePoint(x: .share(x), y: .share(y)) }

  private func read(_ code: String) throws -> PositionedComment { try #require(PositionedComment(code: code)) }

  @Test func `Five fields say where, how clearly, how long and what`() throws {
    let comment = try read(#"["30","60","0.9-0.2","6.5","夜桜"]"#)

    #expect(comment.text == "夜桜")
    #expect(comment.start == Self.point(30, 60))
    #expect(comment.end == comment.start)
    #expect((comment.fade.from, comment.fade.to) == (0.9, 0.2))
    #expect(comment.life == 6500)
    #expect(comment.isOutlined)
    #expect(comment.font == nil)
  }

  @Test func `Fourteen fields say how it moves and looks`() throws {
    let comment = try read(
      #"[0.1,0.2,"1-0.5",4.5,"a/nb",10,20,0.5,0.6,"2000","100","false","黑体",1]"#)

    #expect(comment.text == "a\nb")
    #expect(comment.start == Self.share(0.1, 0.2))
    #expect(comment.end == Self.share(0.5, 0.6))
    #expect(comment.moveDuration == 2000)
    #expect(comment.moveDelay == 100)
    #expect(comment.rotationZ == 10)
    #expect(comment.rotationY == 20)
    #expect(!comment.isOutlined)
    #expect(comment.font == "黑体")
  }

  @Test(arguments: [
    (#"["0","0.5","1","1","x"]"#, share(0, 0.5)), (#"["1","0.5","1","1","x"]"#, share(1, 0.5)),
    (#"["1.0","0","1","1","x"]"#, share(1, 0)), (#"["231.5","60","1","1","x"]"#, point(231.5, 60)),
    (#"["1","1","1","1","x"]"#, point(1, 1)), (#"["-20","-1486","1","1","x"]"#, point(-20, -1486)),
    (#"["-0.2","0.5","1","1","x"]"#, share(-0.2, 0.5)),
  ])
  func `Fractions of one are shares of the stage, all others its pixels`(_ code: String, _ start: StagePoint) throws {
    #expect(try read(code).start == start)
  }

  @Test func `A comment is shown for two and a half seconds unless it says so`() throws {
    #expect(try read(#"[0,0,"1-1","","x"]"#).life == 2500)
    #expect(try read(#"[0,0,"1-1",0,"x"]"#).life == 2500)
    #expect(try read(#"[0,0,"1-1",9999,"x"]"#).life == 600_000)
  }

  @Test func `A move takes the whole life unless it says so, and half a second where its field is empty`() throws {
    #expect(try read(#"[0,0,"1-1",3,"x",0,0,5,5]"#).moveDuration == 3000)
    #expect(try read(#"[0,0,"1-1",3,"x",0,0,5,5,"",""]"#).moveDuration == 500)
  }

  @Test(arguments: [
    #"[259,206,"1-1",7,"a    /n  *",0,"#, #"[259,206,"1-1",7,"a    /n  *","#, #"[259,206,"1-1",7,"a    /n  *""#,
    #"[259,206,"1-1",7,"a    /n  *"#,
  ])
  func `An array whose end was cut off is put together again`(_ code: String) throws {
    #expect(try read(code).text == "a    \n  *")
  }

  @Test func `It moves evenly after its delay, and stays then`() throws {
    let comment = try read(#"["0.1","0.2","1-1","4","x",0,0,"0.5","0.6","2000","1000"]"#)

    for (time, x, y) in [(0, 0.1, 0.2), (1000, 0.1, 0.2), (2000, 0.3, 0.4), (3000, 0.5, 0.6), (9000, 0.5, 0.6)] {
      let place = comment.position(at: time)
      #expect(abs(place.x - x) < 1e-9 && abs(place.y - y) < 1e-9, "\(time)")
    }
  }

  @Test func `It follows a path, each part of it in the same time`() throws {
    let comment = try read(#"[0,0,"1-1",4,"x",0,0,0,0,"1000","0",true,"",1,"M67,0L201,0 L 201,438"]"#)

    #expect(comment.path.map(\.arrival) == [0, 500, 1000])
    #expect(comment.position(at: -1).x == 67.0 / 672)
    #expect(comment.position(at: 250).x == 134.0 / 672)
    #expect(comment.position(at: 750).y == 0.5)
    #expect(comment.position(at: 2000).y == 1)
  }

  @Test func `It fades evenly over its life`() throws {
    let comment = try read(#"[0,0,"1-0.5",4,"x"]"#)

    #expect(comment.opacity(at: 0) == 1)
    #expect(comment.opacity(at: 2000) == 0.75)
    #expect(comment.opacity(at: 4000) == 0.5)
    #expect(comment.opacity(at: 8000) == 0.5)
  }

  @Test(
    arguments: [
      (nil, 672.0), (0, 672), (1_307_940_958, 540), (1_400_000_000, 672), (1_480_000_000, 891),
    ] as [(Int64?, Double)])
  func `Pixels belong to the player of the time when it was sent`(_ sent: Int64?, _ width: Double) {
    let comment = PositionedComment(code: #"["270","192","1-1","3","x"]"#, sent: sent)

    #expect(comment?.position(at: 0).x == 270 / width)
  }

  @Test func `AcFun's object says where, how long and what`() throws {
    let comment = try read(
      #"{"n":"a\rb","p":{"x":500,"y":250},"a":0.5,"l":3,"r":30,"k":60,"e":2,"f":0.5,"c":4,"b":false,"w":{"f":"黑体"}}"#)

    #expect(comment.text == "a\nb")
    #expect(comment.start == Self.share(0.5, 0.25))
    #expect(comment.opacity(at: 100) == 0.5)
    #expect(comment.life == 3000)
    #expect(comment.rotationZ == 30)
    #expect(comment.rotationY == 60)
    #expect(comment.scaleX == 2)
    #expect(comment.scaleY == 0.5)
    #expect((comment.anchor.x, comment.anchor.y) == (0.5, 0.5))
    #expect(!comment.isOutlined)
    #expect(comment.font == "黑体")
  }

  @Test func `AcFun's steps move and fade one after the other`() throws {
    let comment = try read(
      #"{"n":"x","p":{"x":0,"y":0},"l":1,"z":[{"x":1000,"l":2},{"y":1000,"t":0,"l":1},{"t":0.5}]}"#)

    #expect(comment.life == 4500)
    #expect(comment.position(at: 2000) == (0.5, 0))
    #expect(comment.position(at: 3500) == (1, 0.5))
    #expect(comment.opacity(at: 2000) == 1)
    #expect(comment.opacity(at: 3500) == 0.5)
    #expect(comment.opacity(at: 4250) == 0.25)
  }

  @Test func `AcFun's comment that tells no time is shown for four seconds`() throws {
    #expect(try read(#"{"n":"x","l":0}"#).life == 4000)
  }

  @Test func `Text from codes is clean`() throws {
    #expect(try read(#"[0,0,"1-1",1,"\u001b[31ma\u202e"]"#).text == "[31ma")
  }

  @Test(arguments: [
    "", "x", "[]", "{}", "[1,2,3,4]", #"["a","b"]"#, #"[0,0,"1-1",1,""]"#, #"{"n":"  "}"#, #"{"n":5}"#, "[[[[[",
    #"[0,0,1,1,[["x"]]]"#,
  ])
  func `What holds no text is none`(_ code: String) {
    #expect(PositionedComment(code: code) == nil)
  }

  @Test(arguments: [
    "nan", "-nan", "inf", "1e999", "-1e300", "\"1e308\"", "99999999999999999999999999", "--1", "{}", "[]",
  ])
  func `No number does any harm`(_ number: String) {
    let array =
      "[" + Array(repeating: number, count: 4).joined(separator: ",") + #","x","#
      + Array(repeating: number, count: 9).joined(separator: ",") + #","M"# + "\(number),\(number)L1,1\"]"
    let object = #"{"n":"x","l":\#(number),"p":{"x":\#(number)},"c":\#(number),"z":[{"l":\#(number)}]}"#
    for comment in [PositionedComment(code: array), PositionedComment(code: object)] {
      for time in [0, 1, 1_000_000] {
        let place = comment.map { $0.position(at: time) } ?? (x: 0, y: 0)
        #expect(place.x.isFinite && place.y.isFinite)
        #expect(0...1 ~= comment?.opacity(at: time) ?? 1)
      }
    }
  }

  @Test(arguments: ["[", "{", "[{", #"{"z":["#, #"[0,0,1,1,"x","M"#, #"{"n":"x","z":[{}"#])
  func `A million bytes of it cost one pass`(_ unit: String) {
    let code = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
    let clock = ContinuousClock()
    #expect(clock.measure { _ = PositionedComment(code: code) } < .seconds(10))
  }

  @Test func `A long number costs the same beside a thousand corners as beside two`() {
    let number = "0." + String(repeating: "1", count: 4_000_000)
    func time(corners count: Int) -> Duration {
      let corners = Array(repeating: "1,2", count: count).joined(separator: "L")
      let code = #"["\#(number)",0,1,4,"x",0,0,0,0,1,1,true,"f",0,"M\#(corners)"]"#
      return ContinuousClock().measure { #expect(PositionedComment(code: code)?.path.count == count) }
    }

    // Read again for each corner, it would cost a hundred times as much.
    let few = time(corners: 2)
    #expect(time(corners: 1000) < few * 10)
  }
}

@Suite struct `Writing the words of positioned comments` {
  @Test(arguments: [
    (#"[0,0,"1-1",4,"ab",0,0,0,0,0,0,true,"b"]"#, #"[0,0,"1-1",4,"AB",0,0,0,0,0,0,true,"b"]"#),
    (#"[0,0,"1-1",4,"a\u0062""#, #"[0,0,"1-1",4,"AB"]"#), (#"[0,0,"1-1",4,"a"#, #"[0,0,"1-1",4,"A"]"#),
    (#"{"w":{"f":"a"},"n":"a\"b","c":1}"#, #"{"w":{"f":"a"},"n":"A\"B","c":1}"#),
  ])
  func `They are replaced and all else stays`(_ code: String, _ written: String) {
    #expect(PositionedComment.writing(in: code) { $0.uppercased() } == written)
  }

  @Test(arguments: ["", "[]", "[1,2]", "{}", "[1,2,3,4,5]", "text", "{\"n\":1}"])
  func `What is no such code is left alone`(_ code: String) {
    #expect(PositionedComment.writing(in: code) { $0.uppercased() } == nil)
  }
}
