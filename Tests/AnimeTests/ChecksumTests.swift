import Anime
import Testing

struct ChecksumTests {
  @Test(arguments: [
    ("", 0xEF46_DB37_51D8_E999 as UInt64),
    ("a", 0xD24E_C4F1_A98C_6E5B),
    ("abc", 0x44BC_2CF5_AD77_0999),
    ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
  ])
  func `The sums are those that others compute`(_ text: String, _ sum: UInt64) {
    var text = text
    #expect(text.withUTF8 { Checksum.of(UnsafeRawBufferPointer($0)) } == sum)
  }

  @Test func `Each flipped bit of a packed catalogue is noticed`() throws {
    let show = Show(
      id: try #require(ShowID("exmqsudfhc")), titles: Titles(native: "夜桜", nativeLanguage: .japanese), kind: .tv,
      begin: Instant(seconds: 1_700_000_000), provider: "test")
    let bytes = Catalogue.encode(shows: [show], sites: [], stamp: Catalogue.Stamp(headSequence: 1))
    #expect(try Catalogue(bytes: CatalogueMemory(bytes)).isWhole)

    for index in bytes.indices {
      var flipped = bytes
      flipped[index] ^= UInt8(1 << (index % 8))
      let catalogue = try? Catalogue(bytes: CatalogueMemory(flipped))
      #expect(catalogue.map(\.isWhole) != true, "byte \(index)")
    }
  }
}
