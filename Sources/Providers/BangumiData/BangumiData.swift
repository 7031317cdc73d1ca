public import Anime
import Formats

/// The catalogue of the bangumi-data project, version 0.3 of its file.
///
///     {"siteMeta": {"bangumi": {"title": …, "urlTemplate": …, "type": "info"}, …},
///      "items": [{"title": "…", "titleTranslate": {"zh-Hans": ["…"]}, "type": "tv", "lang": "ja",
///                 "begin": "2026-07-01T13:00:00.000Z", "broadcast": "R/…/P7D", "end": "", "sites": […]}, …]}
///
/// What is not a catalogue is refused whole. Within a catalogue everything is
/// lenient: an item without what a show needs is counted and passed over, an unknown
/// key is ignored, an unknown site kept, a broadcast that cannot be read is none.
public enum BangumiData {
  /// The word for this kind of provider in the configuration.
  public static let kind = "bangumi-data"

  /// Reads the bytes of a `data.json`.
  public static func decode(_ bytes: [UInt8]) throws(Rejection) -> DecodedCatalogue {
    guard let first = bytes.first(where: { ![0x20, 0x0A, 0x0D, 0x09].contains($0) }) else { throw .empty }
    if first == UInt8(ascii: "<") { throw .html }
    if let offset = UTF8Check.firstError(in: bytes) { throw .invalidUTF8(offset: offset) }
    var file = BangumiDataFile()
    do {
      try file.read(bytes)
    } catch {
      throw .invalidJSON(offset: error.offset)
    }
    return try file.catalogue()
  }

  /// Reads the items in a part of a `data.json` that was cut at items' ends; what else the part holds is passed over.
  ///
  ///     ,{"title": …},{"title": …}]}
  public static func decodePart(_ bytes: [UInt8]) -> [DecodedItem] {
    var reader = JSONReader(bytes)
    var items: [DecodedItem] = []
    while reader.beginsElement() {
      var item = BangumiDataItem()
      do throws(JSONFailure) {
        _ = try reader.object { (reader, key) throws(JSONFailure) in try item.read(key, from: &reader) }
      } catch {
        return items
      }
      if let show = try? item.show() { items.append(DecodedItem(show, otherKey: item.startKey)) }
    }
    return items
  }
}
