import TUI
import Testing

@Suite struct ColorTests {
  @Test(arguments: [
    (Color.rgb(255, 135, 175), ColorDepth.palette256, Color.indexed(211)),
    (.rgb(30, 30, 30), .palette256, .indexed(234)),
    (.rgb(1, 2, 3), .trueColor, .rgb(1, 2, 3)), (.indexed(211), .sixteen, .indexed(7)),
    (.indexed(203), .sixteen, .indexed(9)),
    (.indexed(12), .eight, .indexed(4)), (.rgb(255, 255, 0), .sixteen, .indexed(11)), (.indexed(99), .none, .terminal),
    (.terminal, .palette256, .terminal),
  ])
  func `A colour is reduced to the nearest`(_ color: Color, _ depth: ColorDepth, _ expected: Color) {
    #expect(color.reduced(to: depth) == expected)
  }

  @Test func `Each colour of the palette is its own nearest`() {
    for index in 16...255 as ClosedRange<UInt8> {
      guard let (red, green, blue) = Color.indexed(index).components else { continue }
      let near = Color.rgb(red, green, blue).reduced(to: .palette256)
      #expect(near.components.map { $0 == (red, green, blue) } == true)
    }
  }
}
