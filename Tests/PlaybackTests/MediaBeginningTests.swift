import Playback
import Testing

@Suite struct MediaBeginningTests {
  @Test(arguments: [
    "#EXTM3U\nfilm.mkv", "\u{FEFF}#extm3u\n\u{1}", "ffconcat version 1.0\nfile 'a'", "# mpv EDL v0\na",
    "[playlist]\nFile1=a",
    "<?xml version=\"1.0\"?><MPD/>", "<!-- film -->\n<MPD></MPD>", "\n<asx version=\"3.0\"/>", "<!--\u{1}--><smil/>",
  ])
  func `A list of other media leads elsewhere, whatever else is in it`(_ text: String) {
    #expect(MediaBeginning(text.utf8).fault == .leadsElsewhere)
  }

  @Test(arguments: ["A letter about a film.", "<html><body>film</body></html>", "葬送のフリーレン"])
  func `Text is no film`(_ text: String) {
    #expect(MediaBeginning(text.utf8).fault == .unknownFormat)
  }

  @Test func `Markup in other characters is no film either`() {
    #expect(MediaBeginning(Array("<!-- ".utf8) + [0xE9, 0xFF] + Array(" -->".utf8)).fault == .unknownFormat)
  }

  @Test(arguments: [
    // Matroska, MP4, AVI, MPEG-TS.
    [0x1A, 0x45, 0xDF, 0xA3, 0x9F], [0, 0, 0, 0x20] + Array("ftypisom".utf8), Array("RIFF".utf8) + [0x10, 0, 0, 0],
    [0x47, 0x40, 0x11, 0x10, 0x00],
  ])
  func `Nothing speaks against what begins as films do`(_ bytes: [UInt8]) {
    #expect(MediaBeginning(bytes).fault == nil)
  }

  @Test func `A character that is cut in two at the end is one all the same`() {
    let text = Array(String(repeating: "夜桜", count: 2000).utf8)
    #expect(MediaBeginning(text).fault == .unknownFormat)
  }
}
