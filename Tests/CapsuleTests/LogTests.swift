import Capsule
import Testing

struct LogTests {
  let test = TestCapsule()

  @Test func `Each line carries the hash of the line before and a sum of its own`() throws {
    let capsule = try test.open()
    let operations = try capsule.append("{\"a\":1}", "{\"b\":2}")
    let device = try #require(try capsule.device())

    let lines = String(decoding: try test.contents("ops/\(device).jsonl"), as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(operations[1].previous == Digest(of: Array(lines[0].utf8)))
    let parts = lines[1].split(separator: ",\"sum\":\"")
    #expect(parts[1].dropLast(2) == Digest(of: Array(parts[0].utf8)).hex.prefix(16))
    #expect(
      lines[0].hasPrefix(
        """
        {"n":1,"previous":"\(String(repeating: "0", count: 64))","clock":{"ms":1786752000000,"counter":0},\
        "device":"\(device)","body":{"a":1},"sum":"
        """))
  }

  @Test func `Time goes on where the clock goes back`() throws {
    let capsule = try test.open()
    let first = try capsule.append("{}", "{}")
    test.clock.set(5)
    let second = try capsule.append("{}")

    #expect(first[0].time < first[1].time)
    #expect(first[1].time < second[0].time)
  }

  @Test func `An operation is later than all that its writer knew of`() throws {
    let seen = HybridTime(milliseconds: 1_900_000_000_000, counter: 7)
    let operations = try test.open().append([Array("{}".utf8)], after: seen).operations

    #expect(operations[0].time > seen)
  }

  @Test func `Every flipped byte of a log is noticed and healed from its copy`() throws {
    let (log, bytes) = try threeLines()
    let bodies = try test.open().bodies()
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 1
      try test.write(damaged, to: log)
      #expect(try test.open().bodies() == bodies)
    }
  }

  @Test func `The next writer heals a log that reading found damaged`() throws {
    let (log, bytes) = try threeLines()
    var damaged = bytes
    damaged[bytes.count / 2] ^= 1
    try test.write(damaged, to: log)
    let capsule = try test.open()
    _ = try capsule.logs()
    try capsule.append("{\"d\":4}")

    #expect(try test.contents(log).starts(with: bytes))
    #expect(try test.files(in: "quarantine").map { try test.contents("quarantine/" + $0) } == [damaged])
    #expect(try capsule.bodies().count == 4)
  }

  @Test(arguments: ["jsonl", "copy"])
  func `An unfinished line is set aside and the log goes on`(_ ending: String) throws {
    let (log, bytes) = try threeLines()
    let torn = log.prefix { $0 != "." } + "." + ending
    try test.write(bytes + Array("{\"n\":4,\"prev".utf8), to: torn)
    let capsule = try test.open()
    let before = try capsule.bodies()
    try capsule.append("{\"d\":4}")

    #expect(before.count == 3)
    #expect(try test.contents(log).starts(with: bytes))
    #expect(try test.open().bodies() == before + ["{\"d\":4}"])
    #expect(test.files(in: "quarantine").count == 1)
  }

  @Test func `A log whose one file is gone is read from the other, and made again`() throws {
    let (log, bytes) = try threeLines()
    try test.remove(log)
    let capsule = try test.open()

    #expect(try capsule.bodies().count == 3)
    try capsule.append("{}")
    #expect(try test.contents(log).starts(with: bytes))
  }

  @Test func `What both files lost is named, and the rest is read`() throws {
    let (log, bytes) = try threeLines()
    let device = try #require(try test.open().device())
    let lines = bytes.split(separator: 10)
    let rest = Array([lines[0], lines[2]].map { $0 + [10] }.joined())
    try test.write(rest, to: log)
    try test.write(rest, to: "ops/\(device).copy")

    #expect(try test.open().bodies() == ["{\"a\":1}", "{\"c\":3}"])
    #expect(test.reported == [.operationsLost(device: device, numbers: 2...2)])
  }

  @Test func `Lines at the end that both files hold damaged are named too`() throws {
    let (log, bytes) = try threeLines()
    let device = try #require(try test.open().device())
    let first = bytes.prefix { $0 != 10 } + [10]
    try test.write(first + Array("one\ntwo\n".utf8), to: log)
    try test.write(first + Array("one\ntwo\n".utf8), to: "ops/\(device).copy")

    #expect(try test.open().bodies() == ["{\"a\":1}"])
    #expect(test.reported == [.operationsLost(device: device, numbers: 2...3)])
  }

  @Test func `A device keeps its name, and another device's log is read beside its own`() throws {
    let other = TestCapsule()
    try other.open().append("{\"other\":1}")
    try test.open().append("{\"own\":1}")
    let device = try #require(try test.open().device())
    for name in other.files(in: "ops") where name != "device" {
      try test.write(other.contents("ops/" + name), to: "ops/" + name)
    }
    try test.open().append("{\"own\":2}")

    #expect(try test.open().device() == device)
    #expect(Set(try test.open().bodies()) == ["{\"own\":1}", "{\"own\":2}", "{\"other\":1}"])
  }

  @Test func `Two processes that append in turn lose nothing`() throws {
    let (one, two) = (try test.open(), try test.open())
    for number in 0..<10 {
      try one.append("{\"one\":\(number)}")
      try two.append("{\"two\":\(number)}")
    }

    #expect(try test.open().bodies().count == 20)
    #expect(test.reported == [])
  }

  @Test func `A process that is stopped in its first operation leaves no damage`() throws {
    var position = 0
    var isStruck = true
    while isStruck {
      position += 1
      let test = TestCapsule()
      let disk = FaultyDisk(.kill(torn: true), at: position)
      _ = try? test.open(disk).append("{\"n\":1}")
      isStruck = disk.isStruck
      #expect(try test.open(FaultyDisk()).verify(.everyByte).damage == [])
      try test.open(FaultyDisk()).append("{\"n\":2}")
      #expect(test.files(in: "ops").contains("device.copy"))
    }
    #expect(position > 15)
  }

  @Test func `A process that is stopped while it appends leaves no damage`() throws {
    try test.open(FaultyDisk()).append("{\"n\":1}")
    var position = 0
    var isStruck = true
    while isStruck {
      position += 1
      let disk = FaultyDisk(.kill(torn: true), at: position)
      _ = try? test.open(disk).append("{\"n\":2}")
      isStruck = disk.isStruck
      #expect(try test.open(FaultyDisk()).verify(.everyByte).damage == [])
    }
    #expect(position > 3)
  }

  @Test func `Each flipped byte of a line is noticed, those of its sum too`() throws {
    let (log, bytes) = try threeLines()
    let end = try #require(bytes.firstIndex(of: 10))
    for index in 0..<end {
      var damaged = bytes
      damaged[index] ^= 1
      try test.write(damaged, to: log)
      #expect(try !test.open().verify(.structure).isClean)
      #expect(try test.open().bodies() == ["{\"a\":1}", "{\"b\":2}", "{\"c\":3}"])
      #expect(try test.open().verify(.structure).damage.allSatisfy(\.hasTwin))
    }
  }

  @Test func `A log that is healed has its file at every moment`() throws {
    let (log, bytes) = try threeLines()
    var position = 0
    var isStruck = true
    while isStruck {
      position += 1
      try test.write(Array(bytes.dropLast(9)), to: log)
      let disk = FaultyDisk(.kill(torn: true), at: position)
      let capsule = try test.open(disk)
      _ = try? capsule.logs()
      _ = try? capsule.append("{\"d\":\(position)}")
      isStruck = disk.isStruck
      #expect(try test.contents(log).starts(with: bytes.prefix(100)))
    }
    #expect(position > 5)
  }

  // A disk that loses its power may spoil the whole sector that it writes, older lines in it too.
  @Test func `No two copies of a line are on their way to the disk at once`() throws {
    let test = TestCapsule()
    let disk = FaultyDisk()
    let capsule = try test.open(disk)
    try capsule.append("{\"n\":1}")
    try capsule.append("{\"n\":2}")
    #expect(disk.mostUnsynced == 1)
  }

  /// A log of three operations: the name and the bytes of its first file.
  private func threeLines() throws -> (String, [UInt8]) {
    let capsule = try test.open()
    try capsule.append("{\"a\":1}", "{\"b\":2}", "{\"c\":3}")
    let log = "ops/\(try #require(try capsule.device())).jsonl"
    return (log, try test.contents(log))
  }
}
