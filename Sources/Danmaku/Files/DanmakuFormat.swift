/// A shape in which comments are kept.
public enum DanmakuFormat: String, CaseIterable, Hashable, Sendable {
  /// Bilibili's XML, old and new, and the recordings of live streams that have the same elements.
  case bilibiliXML = "bilibili-xml"
  /// Bilibili's segments, one message or several.
  case bilibiliProtobuf = "bilibili-protobuf"
  /// dandanplay's JSON, and that of servers which speak like it.
  case dandanplay
  /// Niconico's XML.
  case niconicoXML = "niconico-xml"
  /// Niconico's JSON, of whichever age.
  case niconicoJSON = "niconico-json"
  /// AcFun's lists.
  case acfun
  /// Our own: one JSON object per line.
  case jsonLines = "json-lines"
}
