import Mirrors
import Testing

struct MirrorRecordTests {
  private let origin = Origin("https://a.example") ?? .nowhere
  private let other = Origin("https://b.example") ?? .nowhere

  private func journal(_ notes: (inout HealthBook) -> Void) -> [HealthBook.Entry] {
    var book = HealthBook()
    notes(&book)
    return book.takeJournal()
  }

  @Test func `An answer and the version that it told are one record`() throws {
    let version = try #require(Version("0.3.9"))
    let measure = Measure(firstByte: .milliseconds(80), total: .milliseconds(90), bytes: 12)
    let entries = journal { book in
      book.note(Observation(origin, .metadata, .success, measure, provider: "p", attempt: 2), at: .seconds(5))
      book.note(Observation(other, .metadata, .success, provider: "p", attempt: 1), at: .seconds(6))
      book.note(version, from: origin, at: .seconds(6))
    }

    let records = MirrorRecord.records(of: entries, localFault: nil)
    #expect(records.count == 2)
    #expect(
      records.first
        == MirrorRecord(
          at: .seconds(5), provider: "p", origin: origin,
          event: .request(.init(.metadata, .good, attempt: 2, measure: measure)), version: version))
    #expect(records.last?.version == nil)
  }

  @Test func `A failure keeps the status and the sentence of the service`() {
    let fault = Fault(.refusing, status: 403, sentence: "no bots")
    let entries = journal { $0.note(Observation(origin, .content, .failure(fault)), at: .seconds(5)) }

    #expect(MirrorRecord.records(of: entries, localFault: nil).map(\.cause) == ["HTTP 403 “no bots”"])
  }

  @Test func `What fails through a fault on this side is marked, what a service says for itself is not`() {
    let local = LocalFault(cause: .noDNS, since: .seconds(5), nextTry: .seconds(20))
    let entries = journal { book in
      book.note(Observation(origin, .content, .failure(Fault(.nameUnknown))), at: .seconds(4))
      book.note(Observation(origin, .content, .failure(Fault(.nameUnknown))), at: .seconds(5))
      book.note(Observation(other, .content, .failure(Fault(.serverError))), at: .seconds(6))
      book.note(Observation(other, .content, .success), at: .seconds(7))
    }

    #expect(MirrorRecord.records(of: entries, localFault: local).map(\.localCause) == [nil, .noDNS, nil, nil])
  }
}
