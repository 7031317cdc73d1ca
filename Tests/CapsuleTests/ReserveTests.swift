import Capsule
import Testing

struct ReserveTests {
  let test = TestCapsule()
  let text = (0..<50).map { "show \($0) \(String(repeating: "~", count: 92))\n" }.joined()

  /// The capsule on a disk with a little less room than the reserve of its file system.
  private func narrow() throws -> TimeCapsule {
    try test.open(NarrowDisk(available: ContentReserve.standard.bytes(of: 1 << 40) - 1))
  }

  @Test func `Below the reserve nothing is fetched into the capsule, and nothing is written`() throws {
    try test.open().sync(text)
    let before = test.everything
    let (available, reserve) = (
      ContentReserve.standard.bytes(of: 1 << 40) - 1, ContentReserve.standard.bytes(of: 1 << 40)
    )

    #expect(throws: CapsuleError.reserved(path: test.path("").trimmed, available: available, reserve: reserve)) {
      try narrow().sync(text.replacing("show 8 ", with: "SHOW 8 "))
    }
    #expect(test.everything == before)
    #expect(try test.open().text() == text)
  }

  @Test func `What would reach into the reserve is not fetched either`() throws {
    let reserve = ContentReserve.standard.bytes(of: 1 << 40)
    let capsule = try test.open(NarrowDisk(available: reserve + 100))

    #expect {
      try capsule.sync(text)
    } throws: { error in
      if case .reserved? = error as? CapsuleError { true } else { false }
    }
    #expect(try capsule.head() == nil)
  }

  @Test func `Changes of the list go on below the reserve`() throws {
    try test.open().sync(text)
    try narrow().append("{\"a\":1}")

    #expect(try test.open().bodies() == ["{\"a\":1}"])
  }

  @Test func `Collection and repair go on below the reserve`() throws {
    for day in 0..<30 {
      test.clock.set(1_786_752_000_000 + Int64(day) * 86_400_000)
      try test.open().sync(text.replacing("show 8 ", with: "day \(day) "))
    }
    let capsule = try narrow()
    let rules = CollectionRules(retention: Retention(all: 1, daily: 2, weekly: 3, monthly: 4)) { milliseconds in
      Retention.CalendarPlace(day: Int(milliseconds / 86_400_000), month: 0)
    }

    #expect(try capsule.collect(rules).thinned.count == 28)
    try test.remove("format")
    #expect(try capsule.repair([.format]).healed.count == 1)
    #expect(try capsule.verify(.everyByte).damage == [])
  }

  @Test(arguments: [(10 << 30, 322_122_546), (1 << 30, 256 << 20), (0, 256 << 20)] as [(Int64, Int64)])
  func `The reserve is 3 % of the file system, and 256 MiB at least`(_ total: Int64, _ reserve: Int64) {
    #expect(ContentReserve.standard.bytes(of: total) == reserve)
  }

  @Test func `A disk that does not tell its room is trusted`() throws {
    try TimeCapsule.open(at: test.path(""), program: "test", disk: SilentDisk()).sync(text)

    #expect(try test.open().text() == text)
  }
}

/// A disk that cannot tell its room.
private struct SilentDisk: WrappedDisk {
  let real = RealDisk()

  func room(at path: String) -> DiskRoom? { nil }
}

extension String {
  /// A path without the slash at its end.
  fileprivate var trimmed: String { hasSuffix("/") ? String(dropLast()) : self }
}
