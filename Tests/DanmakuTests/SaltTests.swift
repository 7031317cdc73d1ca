import Testing

@testable import Danmaku

@Suite struct SaltTests {
  /// The key of the paper's test vectors: the bytes 0 to 15.
  private static let key = Salt(low: 0x0706_0504_0302_0100, high: 0x0f0e_0d0c_0b0a_0908)

  /// The first hashes of the reference implementation's list, of the inputs of 0, 1, 2 … bytes 0, 1, 2 …
  private static let vectors: [UInt64] = [
    0x726f_db47_dd0e_0e31, 0x74f8_39c5_93dc_67fd, 0x0d6c_8009_d9a9_4f5a, 0x8567_6696_d7fb_7e2d,
    0xcf27_94e0_2771_87b7, 0x1876_5564_cd99_a68d, 0xcbc9_466e_58fe_e3ce, 0xab02_00f5_8b01_d137,
    0x93f5_f579_9a93_2462,
  ]

  @Test(arguments: vectors.indices) func `A short input has the hash of the reference list`(_ length: Int) {
    #expect(SipHash(Self.key).hash((0..<length).map(UInt8.init)) == Self.vectors[length])
  }

  @Test func `Fifteen bytes have the hash that the paper works out`() {
    #expect(SipHash(Self.key).hash((0..<15).map(UInt8.init)) == 0xa129_ca61_49be_45e5)
  }

  @Test func `A word has the hash of its eight bytes, the lowest one first`() {
    #expect(SipHash(Self.key).hash(0x0706_0504_0302_0100) == Self.vectors[8])
  }

  private func comments(_ senders: [UInt64?]) -> Comments {
    Comments(
      senders.enumerated().map { index, sender in
        Comment(time: index, text: "comment \(index)", sender: sender.map { Comment.Sender(number: $0) })
      })
  }

  @Test func `One sender has one number, and two have two`() {
    let salted = comments([7, 8, 7]).salted(by: Self.key)

    #expect(salted[0].sender == salted[2].sender)
    #expect(salted[0].sender != salted[1].sender)
  }

  @Test func `A salted number is neither the site's nor that of another salt`() {
    let original = comments([7])
    let salted = original.salted(by: Self.key)

    #expect(salted[0].sender != original[0].sender)
    #expect(salted[0].sender != original.salted(by: Salt(low: 1, high: 2))[0].sender)
  }

  @Test func `A comment without a sender has none afterwards, and the rest of it stays`() {
    let original = comments([nil, 7])
    let salted = original.salted(by: Self.key)

    #expect(salted[0] == original[0])
    #expect(salted[1].text == original[1].text && salted[1].time == original[1].time)
  }
}
