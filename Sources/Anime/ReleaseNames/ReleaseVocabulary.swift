/// The words of release names that are about the file and not about the show.
///
/// The lists are what groups of many countries write; none of them comes from the titles of shows.
enum ReleaseVocabulary {
  /// What a word is about.
  enum Subject: Hashable, Sendable {
    case resolution, video, audio, source, subtitles, container, checksum
    /// The size of the file or the day of the release.
    case stamp
    /// What else is said of a release: `batch`, `uncensored`, 4月新番.
    case remark
  }

  /// What a word is about, and whether a title could have it too.
  struct Meaning: Hashable, Sendable {
    let subject: Subject
    /// Whether the word ends a title wherever it stands; `TV` or `web` do only among others of their sort.
    let isCertain: Bool
  }

  /// What `key`, a word in lower case, means; nil for words of titles.
  static func meaning(of key: String) -> Meaning? {
    if let known = table[key] { return known }
    let bytes = Array(key.utf8)
    if isResolution(bytes) { return Meaning(subject: .resolution, isCertain: true) }
    if isChecksum(bytes) { return Meaning(subject: .checksum, isCertain: true) }
    if isDate(bytes) { return Meaning(subject: .stamp, isCertain: true) }
    if key.contains("新番") && bytes.first.map(\.isDigit) == true { return Meaning(subject: .remark, isCertain: true) }
    if isSubtitles(key) { return Meaning(subject: .subtitles, isCertain: true) }
    if isChannels(bytes) { return Meaning(subject: .audio, isCertain: true) }
    return nil
  }

  /// What two words together mean: `dual audio`, `h 264` of a name with dots for spaces.
  static func meaning(of first: String, _ second: String) -> Meaning? { pairs["\(first) \(second)"] }

  /// The names of files whose last part is one of these are names of files.
  static let fileExtensions: Set<String> = [
    "mkv", "mp4", "m4v", "avi", "wmv", "mov", "flv", "webm", "rmvb", "rm", "ogm", "ogv", "mpg", "mpeg", "ts", "m2ts",
    "vob", "iso", "mka", "ass", "ssa", "srt", "vtt", "sup", "zip", "rar", "7z", "torrent", "patch", "part",
    "crdownload",
  ]

  private static let table: [String: Meaning] = {
    var table: [String: Meaning] = [:]
    for (subject, isCertain, words) in lists {
      for word in words.split(separator: " ") {
        table[String(word)] = Meaning(subject: subject, isCertain: isCertain)
      }
    }
    return table
  }()

  private static let pairs: [String: Meaning] = {
    var pairs: [String: Meaning] = [:]
    for (subject, words) in pairLists {
      for pair in words { pairs[pair] = Meaning(subject: subject, isCertain: true) }
    }
    return pairs
  }()

  private static let lists: [(Subject, isCertain: Bool, String)] = [
    (.resolution, true, "4k 8k uhd fhd 1080 720 2160"),
    (
      .video, true,
      """
      x264 x265 x.264 x.265 h264 h265 h.264 h.265 avc hevc av1 xvid divx divx5 divx5.2.1 divx6 vp9 mpeg2 mpeg-2 wmv9 vc-1 \
      10bit 8bit 10-bit 8-bit 10bits 8bits hi10 hi10p hi444 hi444pp ma10p yuv420p8 yuv420p10 main10 hdr hdr10 hdr10+ dv \
      vfr 24fps 60fps 120fps 10bith.264
      """
    ),
    (
      .audio, true,
      """
      aac aacx2 aacx3 aacx4 he-aac ac3 eac3 e-ac-3 flac flacx2 flacx3 dts dts-es dts-hd dts-hdma truehd mp3 ogg opus \
      vorbis pcm lpcm alac dd ddp dd+ dualaudio dual-audio multiaudio multi-audio atmos
      """
    ),
    (
      .source, true,
      """
      bdrip bdmv bdbox bluray blu-ray blurayrip bdremux dvdrip dvd-rip dvdscr dvd5 dvd9 dvdiso hdtv hdtvrip hdrip tvrip \
      tv-rip dtv dtvrip satrip webrip web-dl webdl web-rip webcast vhsrip ld-rip remux baha b-global viutv amzn dsnp
      """
    ),
    (.source, false, "tv bd dvd web cr nf tv-raw raw raws bilibili netflix abema vhs"),
    (
      .subtitles, true,
      """
      gb big5 chs cht jpsc jptc sc_jp tc_jp gb_jp big5_jp gb_mp4 chs_jp cht_jp chs_cht jpn_chs_cht vostfr vost multisub \
      multi-sub multisubs multi-subs softsub softsubs hardsub hardsubs subx2 subx3 pt-br subfrench vf
      """
    ),
    (
      .subtitles, false,
      "eng english jpn jap jp ita italian french fr spanish ger german rus ru ru_jp kor dub dubbed sub subs subbed big"
    ),
    (.container, false, "mkv mp4 avi ogm wmv rmvb m2ts"),
    (
      .remark, false,
      """
      batch complete end final fin fixed uncensored uncen remaster remastered hd sd repack proper weekly patch \
      完 完结 完結 合集 全集 招募翻译 字幕社招人内详
      """
    ),
  ]

  private static let pairLists: [(Subject, [String])] = [
    (.audio, ["dual audio", "multi audio", "triple audio"]),
    (.video, ["h 264", "h 265", "x 264", "x 265", "10 bit", "8 bit"]),
    (.source, ["blu ray", "web dl", "web rip"]),
    (
      .subtitles,
      [
        "multiple subtitle", "multiple subtitles", "multi sub", "multi subs", "eng sub", "eng subs", "english dub",
        "english sub",
      ]
    ),
    (
      .remark,
      ["complete batch", "complete version", "complete series", "complete season", "batch complete", "hd remaster"]
    ),
  ]

  /// `1080p`, `480i`, `1920x1080`, `1440×1080p`.
  private static func isResolution(_ bytes: [UInt8]) -> Bool {
    var scanner = ByteScanner(bytes)
    guard let first = scanner.digits(3...4) else { return false }
    if scanner.takes("p") || scanner.takes("i") {
      _ = scanner.digits(2...3)
      return scanner.isAtEnd && first >= 100
    }
    guard scanner.takes("x") || scanner.takes("×"), scanner.digits(3...4) != nil else { return false }
    _ = scanner.takes("p") || scanner.takes("i")
    return scanner.isAtEnd
  }

  /// Eight hexadecimal digits; not a date, which are eight decimal ones that begin with 19 or 20.
  private static func isChecksum(_ bytes: [UInt8]) -> Bool {
    bytes.count == 8 && bytes.allSatisfy { $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) }
      && bytes.contains(where: \.isDigit)
  }

  /// `2023.02.25`, `2023-02-25`.
  private static func isDate(_ bytes: [UInt8]) -> Bool {
    var scanner = ByteScanner(bytes)
    guard scanner.digits(4...4) != nil, scanner.takes(".") || scanner.takes("-"), scanner.digits(1...2) != nil,
      scanner.takes(".") || scanner.takes("-"), scanner.digits(1...2) != nil
    else { return false }
    return scanner.isAtEnd
  }

  /// `5.1`, `2.0ch`, `DDP5.1`, `AAC2.0`, `FLAC5.1ch`.
  private static func isChannels(_ bytes: [UInt8]) -> Bool {
    var scanner = ByteScanner(bytes)
    let isNamed = ["ddp", "dd", "aac", "truehd", "flac", "dts", "ac3", "opus"].contains { scanner.takes($0) }
    guard scanner.digits(1...1) != nil, scanner.takes("."), scanner.digits(1...1) != nil else { return false }
    let hasUnit = scanner.takes("ch") || scanner.takes("x")
    return scanner.isAtEnd && (isNamed || hasUnit)
  }

  /// Chinese words for the languages of subtitles and how they come: 简繁内封字幕, 繁体, 简日双语.
  private static func isSubtitles(_ key: String) -> Bool {
    let parts = ["字幕", "内封", "內封", "内嵌", "內嵌", "外挂", "外掛", "双语", "雙語", "简体", "簡體", "繁体", "繁體", "简中", "繁中"]
    if parts.contains(where: key.contains) { return !key.hasSuffix("组") && !key.hasSuffix("組") && !key.hasSuffix("社") }
    return !key.isEmpty && key.unicodeScalars.allSatisfy { "简簡繁日中英双雙语語".unicodeScalars.contains($0) }
      && key.unicodeScalars.contains { "简簡繁".unicodeScalars.contains($0) }
  }
}
