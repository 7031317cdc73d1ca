/// Who is next: a binary heap of moments, ties by who was put in first, so that a run repeats itself exactly.
struct EventQueue<Element> {
  private struct Row {
    let moment: Duration
    let number: Int
    let element: Element

    func isBefore(_ other: Row) -> Bool {
      moment == other.moment ? number < other.number : moment < other.moment
    }
  }

  private var rows: [Row] = []
  private var nextNumber = 0

  /// Whether nobody is in it.
  var isEmpty: Bool { rows.isEmpty }

  /// When the first is due.
  var firstMoment: Duration? { rows.first?.moment }

  /// Puts `element` in.
  mutating func insert(_ element: Element, at moment: Duration) {
    rows.append(Row(moment: moment, number: nextNumber, element: element))
    nextNumber += 1
    rise(rows.count - 1)
  }

  /// Takes out the first.
  mutating func popFirst() -> (moment: Duration, element: Element)? {
    guard let first = rows.first else { return nil }
    let last = rows.removeLast()
    if !rows.isEmpty {
      rows[0] = last
      sink(0)
    }
    return (first.moment, first.element)
  }

  private mutating func rise(_ start: Int) {
    var child = start
    while child > 0 {
      let parent = (child - 1) / 2
      guard rows[child].isBefore(rows[parent]) else { return }
      rows.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func sink(_ start: Int) {
    var parent = start
    while true {
      let left = 2 * parent + 1
      guard left < rows.count else { return }
      let right = left + 1
      let child = right < rows.count && rows[right].isBefore(rows[left]) ? right : left
      guard rows[child].isBefore(rows[parent]) else { return }
      rows.swapAt(child, parent)
      parent = child
    }
  }
}
