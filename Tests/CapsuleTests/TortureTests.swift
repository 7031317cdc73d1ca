import Capsule
import Glibc
import Testing

/// Each step of a capsule's life, stopped at each call that changes anything on disk.
struct TortureTests {
  static let faults: [FaultyDisk.Fault] = [
    .kill(torn: false), .kill(torn: true), .fail(ENOSPC, isLasting: false), .fail(ENOSPC, isLasting: true),
    .fail(EIO, isLasting: false), .fail(EIO, isLasting: true),
  ]
  static let text = lines(10)
  static let newText = text.replacing("7 old", with: "7 new").replacing("2 old", with: "2 newer")

  static func lines(_ count: Int) -> String {
    (0..<count).map { "\($0) \(String(repeating: "old ", count: 25))\n" }.joined()
  }

  @Test(arguments: faults)
  func `A commit that meets a fault leaves the old state or the new`(_ fault: FaultyDisk.Fault) throws {
    try everyCall(meeting: fault, after: { try $0.sync(Self.text) }, do: { try $0.sync(Self.newText) }) {
      capsule, isDone in
      let text = try capsule.text()
      #expect(text == Self.newText || text == Self.text && !isDone)
    }
  }

  @Test(arguments: faults)
  func `A first commit that meets a fault leaves nothing or all of it`(_ fault: FaultyDisk.Fault) throws {
    try everyCall(meeting: fault, after: { _ in }, do: { try $0.sync(Self.text) }) { capsule, isDone in
      let text = try capsule.text()
      #expect(text == Self.text || text == nil && !isDone)
      #expect(try capsule.bodies() == [])
    }
  }

  @Test func `A first commit of many objects that is stopped leaves nothing or all of it`() throws {
    let text = Self.lines(60)
    try everyCall(
      meeting: .kill(torn: true), step: 7, after: { _ in }, do: { try $0.sync(text) },
      check: { capsule, isDone in
        let present = try capsule.text()
        #expect(present == text || present == nil && !isDone)
      })
  }

  @Test(arguments: faults)
  func `An operation that meets a fault is there or not, and a confirmed one is there`(
    _ fault: FaultyDisk.Fault
  ) throws {
    try everyCall(meeting: fault, after: { try $0.append("{\"n\":1}") }, do: { try $0.append("{\"n\":2}") }) {
      capsule, isDone in
      let bodies = try capsule.bodies()
      #expect(bodies == ["{\"n\":1}", "{\"n\":2}"] || bodies == ["{\"n\":1}"] && !isDone)
    }
  }

  @Test(arguments: faults)
  func `A first operation that meets a fault is there or not`(_ fault: FaultyDisk.Fault) throws {
    try everyCall(meeting: fault, after: { _ in }, do: { try $0.append("{\"n\":1}") }) { capsule, isDone in
      let bodies = try capsule.bodies()
      #expect(bodies == ["{\"n\":1}"] || bodies == [] && !isDone)
      #expect(try capsule.head() == nil)
    }
  }

  @Test func `A full disk leaves the old state and nothing unfinished`() throws {
    let fault = FaultyDisk.Fault.fail(ENOSPC, isLasting: true)
    var position = 0
    var isStruck = true
    while isStruck {
      position += 1
      let test = TestCapsule()
      try test.open(FaultyDisk()).sync(Self.text)
      let disk = FaultyDisk(fault, at: position)
      let capsule = try test.open(disk)
      let result = Result { try capsule.sync(Self.newText) }
      isStruck = disk.isStruck
      guard isStruck, case .failure(let error) = result else { continue }

      #expect(throws: CapsuleError.full(path: "")) { throw (error as? CapsuleError)?.withoutPath ?? error }
      #expect(try capsule.text() == Self.text)
      #expect(test.files(in: "objects/staging") == [])
    }
  }

  /// For each call that `step` makes, or each one in a stride: a fresh capsule after `before`, then `step` with the fault at that
  /// call, then `check`, then proof that all goes on from there, in the same process too if it lives.
  private func everyCall(
    meeting fault: FaultyDisk.Fault, step stride: Int = 1, after before: (TimeCapsule) throws -> Void,
    do step: (TimeCapsule) throws -> Void, check: (TimeCapsule, _ isDone: Bool) throws -> Void
  ) throws {
    var position = 0
    var isStruck = true
    while isStruck {
      position += stride
      let test = TestCapsule()
      try before(test.open(FaultyDisk()))
      let disk = FaultyDisk(fault, at: position)
      var isDone = false
      if let capsule = try? test.open(disk) {
        isDone = (try? step(capsule)) != nil
        if !isDone, case .fail(_, isLasting: false) = fault {
          try step(capsule)
          isDone = true
        }
      }
      isStruck = disk.isStruck

      try check(test.open(FaultyDisk()), isDone)
      try goOn(test)
    }
    #expect(position > 5)
  }

  private func goOn(_ test: TestCapsule) throws {
    let capsule = try test.open(FaultyDisk())
    let bodies = try capsule.bodies()
    try capsule.append("{\"n\":9}")
    try capsule.sync("all goes on")
    #expect(try capsule.text() == "all goes on")
    #expect(try capsule.bodies() == bodies + ["{\"n\":9}"])
    for log in test.files(in: "ops").filter({ $0.hasSuffix(".jsonl") }) {
      let name = log.prefix { $0 != "." }
      #expect(try test.contents("ops/\(name).jsonl") == test.contents("ops/\(name).copy"))
    }
    for finding in test.reported {
      switch finding {
      case .logHealed, .headSlotDamaged: break
      default: Issue.record("a stopped process is no damage: \(finding)")
      }
    }
  }
}

extension CapsuleError {
  /// The same fact, wherever it happened.
  fileprivate var withoutPath: CapsuleError {
    if case .full = self { .full(path: "") } else { self }
  }
}
