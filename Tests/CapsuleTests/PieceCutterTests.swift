import Capsule
import Testing

struct PieceCutterTests {
  /// A file of items, each some 800 bytes.
  struct File {
    var titles: [String]
    var length: (String) -> Int = { 700 + $0.utf8.reduce(0) { $0 + Int($1) } % 200 }

    /// The pieces, as the titles in each.
    func pieces() -> [[String]] {
      let (items, cuts) = cut()
      var rest = Array(zip(items, titles))[...]
      return cuts.map { cut in
        let piece = rest.prefix { $0.0.range.upperBound <= cut }
        rest = rest.dropFirst(piece.count)
        return piece.map(\.1)
      }
    }

    /// Where the items lie, and the cuts.
    func cut() -> ([PieceCutter.Item], [Int]) {
      var items: [PieceCutter.Item] = []
      var end = 10
      for title in titles {
        items.append(.init(range: end + 1..<end + 1 + length(title), title: Array(title.utf8)))
        end += 1 + length(title)
      }
      return (items, PieceCutter().cuts(items, length: end + 2))
    }
  }

  let short = File(titles: (0..<900).map { "show number \($0)" })

  @Test func `Pieces are 8 KiB long on the average, whatever an item's size`() {
    for size in [300, 800, 3000] {
      let titles = (0..<9000).map { "show number \($0)" }
      let count = File(titles: titles, length: { _ in size }).cut().1.count
      let mean = 9000 * (size + 1) / count
      #expect((7500...9000).contains(mean))
    }
  }

  @Test func `A new item changes the piece that it falls into and no other`() {
    var changed = short
    changed.titles.insert("a new show", at: 432)
    let (before, after) = (Set(short.pieces()), Set(changed.pieces()))

    #expect(before.subtracting(after).count <= 1)
    #expect(after.subtracting(before).count <= 2)
  }

  @Test func `A removed item changes one piece, or joins two`() {
    let before = Set(short.pieces())
    for index in stride(from: 0, to: 900, by: 50) {
      var changed = short
      changed.titles.remove(at: index)
      let after = Set(changed.pieces())

      #expect(before.subtracting(after).count <= 2)
      #expect(after.subtracting(before).count <= 1)
    }
  }

  @Test func `What stands before the first item is a piece of its own`() {
    let item = PieceCutter.Item(range: 100..<200, title: Array("x".utf8))

    #expect(PieceCutter().cuts([item], length: 210).first == 100)
    #expect(PieceCutter().cuts([item], length: 210).last == 210)
  }

  @Test func `A file without items is one piece`() {
    #expect(PieceCutter().cuts([], length: 12) == [12])
  }
}
