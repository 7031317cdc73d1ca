import FaultServer
import Providers
import Testing

/// Every way to misbehave, about one catalogue of 200 shows.
private let repertoire = Repertoire(
  MirrorContent(
    version: "0.3.9", file: catalogue(), older: catalogue(shows: 196), shrunken: catalogue(shows: 100)),
  pace: .milliseconds(40), bombMegabytes: 16)

private func with(_ honesty: Misbehaviour.Honesty) -> [Misbehaviour] {
  Misbehaviour.allCases.filter { $0.honesty == honesty }
}

@Suite struct `A misbehaviour` {
  @Test(arguments: with(.unusable))
  func `that is unusable gives nothing`(_ misbehaviour: Misbehaviour) async throws {
    let mirror = try MirrorActor(repertoire)
    let address = mirror.address(of: misbehaviour)
    let report = try await fetch([address], guarding: 200)

    #expect(report.state == "failed")
    #expect(report.reason(address) != nil)
  }

  @Test(arguments: with(.shrunken))
  func `that shrinks the catalogue is at most set aside`(_ misbehaviour: Misbehaviour) async throws {
    let mirror = try MirrorActor(repertoire)

    #expect(try await fetch([mirror.address(of: misbehaviour)], guarding: 200).state == "set aside")
  }

  @Test(arguments: with(.plausible))
  func `that is plausible is a whole catalogue, and not the right one`(_ misbehaviour: Misbehaviour) async throws {
    let mirror = try MirrorActor(repertoire)
    let report = try await fetch([mirror.address(of: misbehaviour)], guarding: 200)

    #expect(report.state == "updated")
    #expect(report.file?.bytes != repertoire.content.file)
  }

  @Test(arguments: with(.honest).filter { $0 != .interrupted })
  func `that is honest gives the right bytes in the end`(_ misbehaviour: Misbehaviour) async throws {
    let mirror = try MirrorActor(repertoire)

    #expect(try await fetch([mirror.address(of: misbehaviour)]).file?.bytes == repertoire.content.file)
  }

  @Test func `changes one bit where it says so`() {
    let content = repertoire.content
    for changed in [content.brokenBit, content.silentBit] {
      let differences = zip(content.file, changed).filter { $0 != $1 }
      #expect(differences.map { ($0 ^ $1).nonzeroBitCount } == [1])
    }
  }
}
