import Testing

@testable import HTTP

/// Every number that may begin while nothing ends.
private func begin(_ admission: inout Admission<Int>, descriptors: (Int) -> Int = { $0 }) -> [Int] {
  var begun: [Int] = []
  while let next = admission.next(descriptors: descriptors(begun.count)) { begun.append(next) }
  return begun
}

@Suite struct `The places of the engine` {
  @Test func `are six for one origin, and go to the next in line when one ends`() {
    var admission = Admission<Int>()
    for number in 0..<20 { admission.add(number, for: .init(origin: "http://a", priority: .interactive)) }

    #expect(begin(&admission) == Array(0..<6))
    admission.finish("http://a")
    #expect(begin(&admission) == [6])
  }

  @Test func `are twenty-four for an origin that takes several requests on one connection`() {
    var admission = Admission<Int>()
    admission.note("https://a", multiplexes: true)
    for number in 0..<40 { admission.add(number, for: .init(origin: "https://a", priority: .interactive)) }

    #expect(begin(&admission).count == 24)
    for _ in 0..<20 { admission.finish("https://a") }
    admission.note("https://a", multiplexes: false)
    #expect(begin(&admission).count == 2)
  }

  @Test func `are given to the origins in turn`() {
    var admission = Admission<Int>()
    for number in 0..<3 { admission.add(number, for: .init(origin: "http://a", priority: .background)) }
    for number in 10..<12 { admission.add(number, for: .init(origin: "http://b", priority: .background)) }

    #expect(begin(&admission) == [0, 10, 1, 11, 2])
  }

  @Test func `go first to those that somebody waits for, and the last eight only to them`() {
    var admission = Admission<Int>()
    for number in 0..<100 { admission.add(number, for: .init(origin: "http://\(number)", priority: .background)) }
    #expect(begin(&admission, descriptors: { _ in 0 }).count == 40)

    for number in 100..<200 { admission.add(number, for: .init(origin: "http://\(number)", priority: .interactive)) }
    #expect(begin(&admission, descriptors: { _ in 0 }) == Array(100..<108))
  }

  @Test func `end where the descriptors do, sooner for what can wait`() {
    var admission = Admission<Int>()
    for number in 0..<40 { admission.add(number, for: .init(origin: "http://\(number)", priority: .background)) }
    #expect(begin(&admission, descriptors: { $0 * 5 }).count == 9)

    for number in 40..<80 { admission.add(number, for: .init(origin: "http://\(number)", priority: .interactive)) }
    #expect(begin(&admission, descriptors: { 45 + $0 * 5 }).count == 3)
  }

  @Test func `go on with a redirect before what has not begun`() {
    var admission = Admission<Int>()
    for number in 0..<3 { admission.add(number, for: .init(origin: "http://a", priority: .interactive)) }
    admission.add(9, for: .init(origin: "http://a", priority: .interactive), isFirst: true)

    #expect(begin(&admission) == [9, 0, 1, 2])
  }

  @Test func `lose nobody, though what is asked while taking out changes its mind`() {
    var admission = Admission<Int>()
    for number in 0..<5 { admission.add(number, for: .init(origin: "http://a", priority: .background)) }
    var asked: Set<Int> = []
    let removed = admission.removeAll { !asked.insert($0).inserted }

    #expect(removed + begin(&admission) == Array(0..<5))
  }

  @Test func `are not waited for by what is taken out`() {
    var admission = Admission<Int>()
    for number in 0..<6 { admission.add(number, for: .init(origin: "http://\(number % 2)", priority: .background)) }

    #expect(admission.removeAll { $0 % 2 == 1 || $0 == 2 } == [2, 1, 3, 5])
    #expect(begin(&admission) == [0, 4])
    #expect(admission.isEmpty)
  }
}
