/// Lists of other media, as somebody may call them a film.
public enum MediaLists {
  /// A list of DASH's that has `media`, a path or an address, played; a comment before it hides what it is.
  public static func dash(naming media: String) -> String {
    """
    <!-- a film -->
    <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" profiles="urn:mpeg:dash:profile:isoff-on-demand:2011" type="static"
    mediaPresentationDuration="PT2S" minBufferTime="PT1S"><Period><AdaptationSet mimeType="video/mp4">
    <Representation id="1" bandwidth="1000" codecs="avc1.4d401f" width="320" height="180">
    <BaseURL>\(media)</BaseURL></Representation></AdaptationSet></Period></MPD>
    """
  }

  /// Lists of several kinds that have the file at `path` played, each by a name.
  public static func all(naming path: String) -> [String: [UInt8]] {
    let comment: [UInt8] = Array("#EXTM3U\n#EXT-X-TARGETDURATION:5\n#".utf8) + [0xFF, 0x01]
    return [
      "dash": Array(dash(naming: path).utf8),
      "concat": Array("ffconcat version 1.0\nfile '\(path)'\n".utf8),
      "hls": comment + Array("\n#EXTINF:5,\n\(path)\n#EXT-X-ENDLIST\n".utf8),
    ]
  }
}
