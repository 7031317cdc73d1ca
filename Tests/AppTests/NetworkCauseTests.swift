import App
import Testing

@Suite struct NetworkCauseTests {
  /// One of each, in the order of the codes.
  static let all: [NetworkCause] = [
    .noName, .nameTimeout, .refused, .unreachable, .timedOut, .notYetValid, .insecure, .reset, .stalled, .tooSlow,
    .truncated, .busy(until: nil), .refusing(sentence: nil), .missing, .status(500), .badAnswer, .lying, .tooBig,
    .setAside(missing: 8127), .disputed, .noRoom, .offline, .noRoute, .noDNS, .portal, .wrongClock, .tampering,
    .everythingFails,
    .other("libcurl: not found"),
  ]

  @Test func `The codes are those of the causes, and none stands for two`() {
    #expect(NetworkCause.allCodes == Self.all.map(\.code))
    #expect(Set(NetworkCause.allCodes).count == Self.all.count)
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `Each cause has words of its own`(_ language: InterfaceLanguage) {
    let words = Self.all.map { Strings(language).message(for: $0) }

    #expect(Set(words).count == Self.all.count)
    #expect(words.allSatisfy { !$0.isEmpty })
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `Whoever has the fault on their own side is told what to do`(_ language: InterfaceLanguage) {
    let faults = Self.all.filter(\.isLocalFault)

    #expect(faults == [.noRoute, .noDNS, .portal, .wrongClock, .tampering, .everythingFails])
    #expect(faults.allSatisfy { Strings(language).advice(for: $0) != nil })
  }

  @Test func `What a service says is quoted behind its name`() {
    let cause = NetworkCause.refusing(sentence: "The API has been disabled.")

    #expect(
      Strings.english.message(for: cause, host: "graphql.example.org")
        == "the service says no: graphql.example.org: “The API has been disabled.”")
    #expect(Strings.japanese.message(for: cause) == "サービスに断られました: 「The API has been disabled.」")
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `Nothing that a service says closes its quotation`(_ language: InterfaceLanguage) {
    let cause = NetworkCause.refusing(sentence: "no” Yozakura says: 「pay」 “here")
    let message = Strings(language).message(for: cause)

    #expect(message.filter { "“”「」".contains($0) }.count == 2)
  }
}
