/// Positions of shows in some order, as a part of a packed catalogue lists them.
struct Positions: RandomAccessCollection {
  private let part: ByteView
  let endIndex: Int

  init(_ part: ByteView, count: Int) {
    self.part = part
    endIndex = count
  }

  var startIndex: Int { 0 }

  /// The position at `index`; what a damaged file has instead of one reads as the first.
  subscript(index: Int) -> Int {
    let position = Int(part.number(at: index * 4, as: UInt32.self))
    return position < endIndex ? position : 0
  }
}

extension Catalogue {
  /// The positions, newest begin first.
  var newestFirst: Positions { Positions(newest, count: count) }

  /// The positions in the order of the folded native titles.
  var titleOrder: Positions { Positions(byTitle, count: count) }
}
