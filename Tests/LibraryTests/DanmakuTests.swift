import Anime
import Capsule
import Danmaku
import Foundation
import Library
import Testing

/// Comments that the library keeps.
struct DanmakuTests {
  private let clock = TestClock()
  private let test: TestLibrary

  init() throws {
    test = try TestLibrary()
    test.clock = clock
  }

  private static let senders = ["d263bd64", "9f1c2e7a", "0badc0de"]

  /// A file of Bilibili's with `count` comments that say `word`.
  private static func comments(_ count: Int, _ word: String = "感动") throws -> Comments {
    let rows = (0..<count).map { index in
      "<d p=\"\(index).5,1,25,16777215,1307940958,0,\(senders[index % 3]),\(7_000_000 + index)\">\(word)\(index)</d>"
    }
    return try DanmakuFile(reading: Array("<i>\(rows.joined())</i>".utf8)).comments
  }

  private func show(_ number: Int, in library: ShowLibrary) throws -> ShowID {
    try #require(library.resolve("bangumi:\(number)").only)
  }

  private func received(
    _ comments: Comments, episode: Int = 1, source: String = "bilibili", isUsers: Bool = true, in library: ShowLibrary
  ) throws -> ReceivedDanmaku {
    ReceivedDanmaku(
      key: DanmakuKey(
        show: try show(1, in: library), episode: episode, source: try #require(DanmakuSource(source))),
      comments: comments, origin: "a file", received: clock.instant, isUsers: isUsers)
  }

  private func texts(_ library: ShowLibrary, episode: Int = 1) throws -> [[String]] {
    try library.danmaku().filter { $0.key.episode == episode }.map { stored in
      try library.comments(of: stored).map(\.text)
    }
  }

  @Test func `Comments come back as they were, in another process too, and with nothing but the starter here`() throws {
    let library = try test.open()
    let comments = try Self.comments(300)
    #expect(try library.store([received(comments, in: library)], cause: "import") == [.stored(former: nil)])

    let other = try test.open()
    let stored = try #require(try other.danmaku(of: show(1, in: other)).first)
    let read = try other.comments(of: stored)
    #expect(stored.count == 300 && stored.origin == "a file" && stored.isUsers)
    #expect(read.map(\.text) == comments.map(\.text))
    #expect(read.map(\.time) == comments.map(\.time))
    #expect(read.map(\.id) == comments.map(\.id))
    #expect(try other.capsule.verify(.everyByte).damage == [])
  }

  @Test func `Each source of each episode is a file of its own`() throws {
    let library = try test.open()
    _ = try library.store(
      [
        received(Self.comments(3), in: library), received(Self.comments(4), source: "acfun", in: library),
        received(Self.comments(5), episode: 2, in: library),
      ], cause: "import")

    let kept = try library.danmaku().map { "\($0.key.episode) \($0.key.source) \($0.count)" }
    #expect(kept == ["1 acfun 4", "1 bilibili 3", "2 bilibili 5"])
    #expect(library.commits.count == 1)
  }

  @Test func `An empty answer replaces nothing, and a shrunken one of a server neither`() throws {
    let library = try test.open()
    _ = try library.store([received(Self.comments(10), isUsers: false, in: library)], cause: "fetch")
    let before = test.capsuleFiles

    #expect(
      try library.store([received(Comments(), isUsers: false, in: library)], cause: "fetch") == [.empty(present: 10)])
    #expect(
      try library.store([received(Self.comments(4), isUsers: false, in: library)], cause: "fetch")
        == [.shrunken(present: 10)])
    #expect(test.capsuleFiles == before)
  }

  @Test func `What the user imported no server replaces, however much it gives`() throws {
    let library = try test.open()
    _ = try library.store([received(Self.comments(10), in: library)], cause: "import")
    let before = test.capsuleFiles

    for count in [2, 10, 100] {
      #expect(
        try library.store([received(Self.comments(count), isUsers: false, in: library)], cause: "fetch")
          == [.imported(present: 10)])
    }
    #expect(test.capsuleFiles == before)
  }

  @Test func `What a server gave is the user's own once it is imported`() throws {
    let library = try test.open()
    _ = try library.store([received(Self.comments(10), isUsers: false, in: library)], cause: "fetch")

    #expect(try library.store([received(Self.comments(10), in: library)], cause: "import") == [.stored(former: 10)])
    #expect(try library.danmaku().map(\.isUsers) == [true])
  }

  @Test func `What the user imports replaces what is there, and history keeps the old`() throws {
    let library = try test.open()
    _ = try library.store([received(Self.comments(10, "old"), in: library)], cause: "import")
    let old = try #require(library.commits.first)
    clock.advance(hours: 1)

    #expect(
      try library.store([received(Self.comments(2, "new"), in: library)], cause: "import") == [.stored(former: 10)])
    #expect(try texts(library) == [["new0", "new1"]])
    let former = try #require(try library.danmaku(in: old).first)
    #expect(try library.comments(of: former).count == 10)
  }

  @Test func `The same comments once more write nothing`() throws {
    let library = try test.open()
    _ = try library.store([received(Self.comments(10), in: library)], cause: "import")
    let before = test.capsuleFiles

    #expect(try library.store([received(Self.comments(10), in: library)], cause: "import") == [.unchanged])
    #expect(test.capsuleFiles == before)
  }

  /// Has the capsule keep `text` in place of all comments, as another program might.
  private func replaceKept(by text: String, in library: ShowLibrary) throws {
    let bytes = Array(text.utf8)
    let head = try #require(try library.capsule.headCommit())
    var files = try library.capsule.keptFiles(of: head)
    try library.capsule.write("import") { writer throws(CapsuleError) in
      for var file in files.all {
        file.manifest = try writer.keep(bytes, cuts: [bytes.count], isOnlyHere: true)
        files.keep(file)
      }
      var draft = head.content
      draft.files = writer.putTwice(files.bytes)
      try writer.record(draft)
    }
  }

  @Test(arguments: [
    ("{\"schema\":\"yozakura.danmaku/9\"}\n", DanmakuError.newerVersion(9, line: 1)),
    ("{}\n", .notDanmaku(.json)),
  ])
  func `What cannot be read of what is kept is told with the reason`(_ text: String, _ reason: DanmakuError) throws {
    let library = try test.open()
    _ = try library.store([received(Self.comments(1), in: library)], cause: "import")
    try replaceKept(by: text, in: library)
    let stored = try #require(try library.danmaku().first)

    let error = try #require(throws: LibraryError.self) { try library.comments(of: stored) }
    guard case .unreadableDanmaku(_, let told) = error else { throw error }
    #expect(told == reason)
  }

  @Test func `The same comments once more heal what cannot be read of them`() throws {
    let library = try test.open()
    let comments = try Self.comments(10)
    _ = try library.store([received(comments, isUsers: false, in: library)], cause: "fetch")
    let largest = try #require(
      test.capsuleFiles.filter { $0.key.hasPrefix("objects/") }.max { $0.value.count < $1.value.count })
    var bytes = largest.value
    bytes[bytes.count / 2] ^= 1
    try FileManager.default.removeItem(atPath: "\(test.data)/\(largest.key)")
    try bytes.write(to: URL(fileURLWithPath: "\(test.data)/\(largest.key)"))
    #expect(try library.capsule.verify(.everyByte).damage.count == 1)

    #expect(
      try library.store([received(comments, isUsers: false, in: library)], cause: "fetch") == [.stored(former: 10)])
    #expect(try library.capsule.verify(.everyByte).damage == [])
    #expect(try texts(library).first?.count == 10)
  }

  @Test func `A sync afterwards keeps the comments, and a rebuilt index knows nothing else`() throws {
    let library = try test.open()
    _ = try library.store([received(Self.comments(10), in: library)], cause: "import")
    try test.install(["bangumi:1:ja | 葬送のフリーレン | bangumi:1"], in: library)
    test.deleteIndex()
    test.deleteCatalogue()
    let other = try test.open()

    #expect(try other.danmaku().map(\.count) == [10])
    #expect(other.snapshot().everything == library.snapshot().everything)
    #expect(other.commits == library.commits)
  }

  @Test func `Two processes that store at once both get their comments in, under one salt`() throws {
    let (left, right) = (try test.open(), try test.open())
    let comments = try Self.comments(6)
    _ = try left.store([received(comments, source: "left", in: left)], cause: "import")
    _ = try right.store([received(comments, source: "right", in: right)], cause: "import")

    let kept = try test.open().danmaku()
    #expect(kept.map(\.key.source.description) == ["left", "right"])
    #expect(try left.comments(of: kept[0]) == left.comments(of: kept[1]))
  }

  // MARK: Senders

  @Test func `No sender of the file stands anywhere in the capsule, and one sender is still one`() throws {
    let library = try test.open()
    let comments = try Self.comments(300)
    _ = try library.store([received(comments, in: library)], cause: "import")
    let stored = try #require(try library.danmaku().first)
    let read = try library.comments(of: stored)

    #expect(Set(read.map(\.sender)).count == 3 && read[0].sender == read[3].sender)
    #expect(Set(read.map(\.sender)).isDisjoint(with: Set(comments.map(\.sender))))
    for bytes in try everythingStored(library) {
      for sender in Self.forbidden(comments) {
        #expect(bytes.firstRange(of: sender) == nil, "a sender stands in the capsule")
      }
    }
  }

  @Test func `Who is blocked by a site's number is blocked in what is kept too`() throws {
    let library = try test.open()
    #expect(try library.rules(.stage) == .stage)
    let comments = try Self.comments(300)
    _ = try library.store([received(comments, in: library)], cause: "import")
    var rules = RuleSet.none
    rules.users = [try #require(comments[1].sender)]

    let kept = try library.comments(of: try #require(try library.danmaku().first))
    #expect(rules.ruling(of: kept).reason(at: 1) == nil)
    let ruling = try library.rules(rules).ruling(of: kept)
    #expect(kept.indices.filter { ruling.reason(at: $0) == .user } == Array(stride(from: 1, to: 300, by: 3)))
    #expect(try library.rules(rules).ruling(of: comments).reason(at: 1) == .user)
  }

  @Test(arguments: [
    ("{\"comments\":[{\"cid\":1,\"p\":\"1.5,1,255,[BiliBili]d263bd64\",\"m\":\"来了\"}]}", "d263bd64"),
    ("<packet><chat vpos=\"100\" no=\"1\" user_id=\"43216789\">来了</chat></packet>", "43216789"),
    ("[{\"chat\":{\"vpos\":100,\"no\":1,\"user_id\":\"43216789\",\"content\":\"来了\"}}]", "43216789"),
    ("[{\"c\":\"1.5,16777215,1,25,43216789,1700000000\",\"m\":\"来了\"}]", "43216789"),
  ])
  func `Accounts of other sites stand nowhere either`(_ text: String, _ account: String) throws {
    let library = try test.open()
    let comments = try DanmakuFile(reading: Array(text.utf8)).comments
    #expect(comments.count == 1 && comments[0].sender != nil)
    _ = try library.store([received(comments, in: library)], cause: "import")

    for bytes in try everythingStored(library) { #expect(bytes.firstRange(of: Data(account.utf8)) == nil) }
    #expect(try texts(library) == [["来了"]])
  }

  /// What would tell who somebody was: the hash as it stands in the file, and the number that stands for it.
  private static func forbidden(_ comments: Comments) -> [Data] {
    let numbers = JSONLinesOutput().bytes(of: comments).split(separator: UInt8(ascii: "\n")).compactMap { line in
      String(decoding: line, as: UTF8.self).firstMatch(of: /"sender":"([0-9a-f]+)"/).map { Data($0.1.utf8) }
    }
    #expect(Set(numbers).count == 3)
    return senders.map { Data($0.utf8) } + Set(numbers)
  }

  /// All files of the capsule, and all of its objects unpacked.
  private func everythingStored(_ library: ShowLibrary) throws -> [Data] {
    let files = test.capsuleFiles
    let objects = files.keys.compactMap { name in ObjectID(hex: name.split(separator: "/").last ?? "") }
    #expect(objects.count >= 3)
    return try Array(files.values) + objects.map { Data(try library.capsule.bytes(of: $0)) }
  }

  // MARK: Two homes

  private func archive(of library: ShowLibrary) throws -> String {
    let path = test.folder + "/archive-\(UUID().uuidString).tar.zst"
    _ = try library.capsule.export(to: path)
    return path
  }

  @Test func `An archive carries comments and salt to a new home`() throws {
    let library = try test.open()
    let comments = try Self.comments(30)
    _ = try library.store([received(comments, in: library)], cause: "import")
    let other = try TestLibrary()
    let home = try other.open()
    _ = try home.importing(archive(of: library))
    // The salt went with them: what is stored there once more is the same.
    #expect(try home.store([received(comments, in: home)], cause: "import") == [.unchanged])

    #expect(try texts(home) == texts(library))
    #expect(try home.capsule.verify(.everyByte).damage == [])
  }

  @Test func `Where two ids turn out to be one show its comments are found under the one that stays`() throws {
    let other = try TestLibrary()
    (test.starter, other.starter, other.clock) = ([], [], clock)
    let (left, right) = (try test.open(), try other.open())
    let row = "bangumi:7:ja | 夜桜 | bangumi:7 mal:7"
    // Here the show was first seen without its id at Bangumi.
    try test.install(["夜桜|2020 | 夜桜 | mal:7"], in: left)
    try test.install([row], version: "2", in: left)
    try other.install([row], version: "2", in: right)
    let ids = try [left, right].map { try #require($0.resolve("bangumi:7").only) }
    #expect(ids[0] != ids[1])
    for (library, (id, source)) in zip([left, right], zip(ids, ["left", "right"])) {
      let key = DanmakuKey(show: id, episode: 1, source: try #require(DanmakuSource(source)))
      _ = try library.store(
        [
          ReceivedDanmaku(
            key: key, comments: Self.comments(3), origin: "a file", received: clock.instant, isUsers: true)
        ], cause: "import")
    }
    let archives = try (archive(of: left), archive(of: right))
    _ = try left.importing(archives.1)
    _ = try right.importing(archives.0)

    for library in [left, right] {
      let id = try #require(library.resolve("bangumi:7").only)
      #expect(id == ids.min())
      #expect(try library.danmaku(of: id).map(\.key.source.description) == ["left", "right"])
    }
  }

  @Test func `Two homes with salts of their own merge to the same, and nothing is lost`() throws {
    let other = try TestLibrary()
    other.clock = clock
    let (left, right) = (try test.open(), try other.open())
    _ = try left.store([received(Self.comments(3), source: "left", in: left)], cause: "import")
    clock.advance(hours: 1)
    _ = try right.store([received(Self.comments(4), source: "right", in: right)], cause: "import")
    let salt = try left.capsule.headCommit()?.content.salt
    _ = try right.importing(archive(of: left))
    _ = try left.importing(archive(of: right))

    for library in [left, right] {
      #expect(try library.danmaku().map(\.count) == [3, 4])
      #expect(try library.danmaku().map { try library.comments(of: $0).count } == [3, 4])
      #expect(try library.capsule.headCommit()?.content.salt == salt)
      #expect(try library.capsule.verify(.everyByte).damage == [])
    }
    #expect(try right.importing(archive(of: left)).isEmpty || right.importing(archive(of: left)).isEmpty)
  }
}
