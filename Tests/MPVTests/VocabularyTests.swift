import Playback
import Testing

@testable import MPV

@Suite struct VocabularyTests {
  private func lines(_ command: PlayerCommand) -> [String] {
    MPVRequest.requests(for: command).map { String(decoding: $0.line(id: 3), as: UTF8.self) }
  }

  @Test func `A file begins where it is asked to, and that holds for no other`() {
    let request = MediaRequest(.file(path: "/a \"b\"\\.mkv"), start: 5250, subtitles: .track(2))

    #expect(
      lines(.load(request)) == [
        #"{"async":true,"command":{"flags":"replace","name":"loadfile","options":"#
          + #""start=5.25,demuxer-lavf-o-add=protocol_whitelist=data,sid=2","#
          + #""url":"/a \"b\"\\.mkv"},"request_id":3}"# + "\n",
        #"{"async":true,"command":["set_property","pause",false],"request_id":3}"# + "\n",
      ])
  }

  @Test(arguments: [
    (PlayerCommand.seek(to: 1500), #"["seek",1.5,"absolute+exact"]"#),
    (.seekBy(-5000), #"["seek",-5,"relative+exact"]"#), (.setRate(150), #"["set_property","speed",1.5]"#),
    (.selectSubtitles(.none), #"["set_property","sid","no"]"#),
    (.selectAudio(.track(2)), #"["set_property","aid",2]"#), (.quit, #"["quit"]"#),
  ])
  func `Each command is one of mpv's`(_ command: PlayerCommand, _ words: String) {
    #expect(lines(command) == [#"{"async":true,"command":\#(words),"request_id":3}"# + "\n"])
  }

  @Test(arguments: [#"{"a":[1,-2.5,true,null,"x\ny\u00e9"]}"#, "[]", #""""#])
  func `A value is read as it is written`(_ text: String) throws {
    let value = try #require(MPVValue(reading: Array(text.utf8)))
    #expect(MPVValue(reading: value.bytes) == value)
  }

  @Test(arguments: ["", "{", "[1,", "nul", String(repeating: "[", count: 100_000), "{\"a\":1}x", "\u{0}"])
  func `What is no value is none`(_ text: String) {
    #expect(MPVValue(reading: Array(text.utf8)) == nil)
  }

  @Test func `Lines that mean nothing are passed over`() {
    var state = MPVState()
    for text in [
      "{}", "[]", "3", #"{"event":7}"#, #"{"event":"property-change"}"#, #"{"event":"end-file"}"#,
      #"{"event":"property-change","name":"time-pos","data":"x"}"#,
      #"{"event":"client-message","args":["other","next"]}"#,
      #"{"event":"property-change","name":"track-list","data":[{"type":"video"},3]}"#,
    ] {
      let value = MPVValue(reading: Array(text.utf8)) ?? .none
      #expect(state.take(value, at: 0).isEmpty, "\(text)")
    }
  }

  @Test func `A picture whose size comes late is described once it is there`() {
    var state = MPVState()
    let events = [
      #"{"event":"file-loaded"}"#, #"{"event":"playback-restart"}"#,
      #"{"event":"property-change","name":"video-params","data":{"dw":320,"dh":180}}"#,
      #"{"event":"property-change","name":"video-params","data":{"dw":320,"dh":180}}"#,
    ].flatMap { state.take(MPVValue(reading: Array($0.utf8)) ?? .none, at: 0) }
    let sizes = events.compactMap { event -> PixelSize?? in
      if case .player(.loaded(let media)) = event { media.picture } else { nil }
    }

    #expect(sizes == [nil, PixelSize(width: 320, height: 180)])
  }

  @Test func `An impossible number is none`() {
    let line = #"{"event":"property-change","name":"osd-dimensions","data":{"w":1e300,"h":-1e300}}"#
    var state = MPVState()
    let value = MPVValue(reading: Array(line.utf8)) ?? .none

    #expect(state.take(value, at: 0) == [.surface(PixelSize(width: 0, height: 0))])
  }
}
