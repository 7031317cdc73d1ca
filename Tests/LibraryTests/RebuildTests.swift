import Anime
import Foundation
import Library
import Testing

struct RebuildTests {
  /// What can happen to the derived files while no program runs.
  enum Loss: CaseIterable {
    case indexDeleted, catalogueDeleted, bothDeleted, indexIsGarbage, catalogueIsGarbage, catalogueCutShort
    case indexOfAnotherSchema, indexOverwrittenInside, folderDeleted
  }

  func apply(_ loss: Loss, to test: TestLibrary) throws {
    let index = URL(fileURLWithPath: test.cache + "/index.sqlite")
    let catalogue = URL(fileURLWithPath: "\(test.cache)/\(try #require(test.catalogues.first))")
    switch loss {
    case .indexDeleted: test.deleteIndex()
    case .catalogueDeleted: test.deleteCatalogue()
    case .bothDeleted:
      test.deleteIndex()
      test.deleteCatalogue()
    case .indexIsGarbage:
      test.deleteIndex()
      try Data(repeating: 0x5A, count: 9000).write(to: index)
    case .catalogueIsGarbage: try Data(repeating: 0x5A, count: 9000).write(to: catalogue)
    case .catalogueCutShort: try Data(contentsOf: catalogue).dropLast(100).write(to: catalogue)
    case .indexOfAnotherSchema:
      test.deleteIndex()
      try Data().write(to: index)
    case .indexOverwrittenInside:
      for suffix in ["", "-wal"] {
        let url = URL(fileURLWithPath: index.path + suffix)
        guard var data = try? Data(contentsOf: url), data.count > 200 else { continue }
        for offset in stride(from: 150, to: data.count, by: 97) { data[offset] = 0xEE }
        try data.write(to: url)
      }
    case .folderDeleted: try FileManager.default.removeItem(atPath: test.cache)
    }
  }

  @Test(arguments: Loss.allCases)
  func `The derived files are made again, equal`(_ loss: Loss) throws {
    let test = try TestLibrary()
    let before = try prepared(test)
    try apply(loss, to: test)
    #expect(try test.open().snapshot().everything == before)
    #expect(try test.open().snapshot().everything == before)
  }

  /// A library with a past, closed again.
  func prepared(_ test: TestLibrary) throws -> Snapshot.Everything {
    let library = try test.open()
    let rows = (0..<20).map { "bangumi:\($0):ja | 第\($0)話 | bangumi:\($0)" }
    try test.install(rows + ["題|2020 | 題 | mal:77"], version: "1", in: library)
    for alias in ["bangumi:0", "bangumi:5", "mal:77"] {
      try library.edit(try #require(library.resolve(alias).only), [.followed(true), .progress(2)])
    }
    try test.install(rows.dropFirst() + ["bangumi:99:ja | 新題 | bangumi:99 mal:77"], version: "2", in: library)
    try library.undo()
    return library.snapshot().everything
  }

  @Test func `Made again from nothing, an id that was linked anew is the same`() throws {
    let test = try TestLibrary()
    _ = try prepared(test)
    let show = try test.open().resolve("bangumi:99")
    test.deleteIndex()
    test.deleteCatalogue()
    #expect(try test.open().resolve("bangumi:99") == show)
    #expect(try test.open().resolve("bangumi:99") != .none)
  }

  @Test func `After a loss the next sync still knows every key`() throws {
    let test = try TestLibrary()
    _ = try prepared(test)
    try FileManager.default.removeItem(atPath: test.cache)
    let library = try test.open()
    let show = library.resolve("bangumi:99")
    let rows = (1..<20).map { "bangumi:\($0):ja | 第\($0)話 | bangumi:\($0)" }
    try test.install(rows + ["bangumi:99:ja | また新題 | bangumi:99"], version: "3", in: library)
    #expect(library.resolve("bangumi:99") == show)
  }

  @Test func `Only the present catalogue's file is kept`() throws {
    let test = try TestLibrary()
    _ = try prepared(test)
    #expect(test.catalogues.count == 1)
  }

  @Test func `Whoever is killed after a commit leaves the catalogue to match`() throws {
    let test = try TestLibrary()
    let library = try test.open()
    let rows = (0..<20).map { "bangumi:\($0):ja | 第\($0)話 | bangumi:\($0)" }
    try test.install(rows, version: "1", in: library)
    let index = try test.indexFiles()
    try test.install(rows + ["bangumi:99:ja | 新題 | bangumi:99"], version: "2", in: library)
    let before = library.snapshot().everything
    // As it would be had the process been stopped before it wrote the index.
    try test.restore(index)

    var options = test.options()
    options.decoders = ["test": { _ throws(Rejection) in throw .empty }]
    #expect(try ShowLibrary.open(options).snapshot().everything == before)
  }
}
