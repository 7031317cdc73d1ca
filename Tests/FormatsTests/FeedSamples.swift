import Formats

/// Feeds in the shapes that sites give them.
enum FeedSamples {
  static let hash = "0123456789abcdef0123456789abcdef01234567"

  static let nyaa = """
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:nyaa="https://nyaa.example/xmlns/nyaa"><channel>
    <title>Releases</title><description>x</description><link>https://nyaa.example/</link>
    <atom:link href="https://nyaa.example/?page=rss" rel="self" type="application/rss+xml" /><ttl>30</ttl>
    <item><title>[Group] Night &amp;amp; Blossom - 05 (1080p).mkv</title>
    <link>https://nyaa.example/download/7.torrent</link><guid isPermaLink="true">https://nyaa.example/view/7</guid>
    <pubDate>Wed, 01 Jul 2026 12:00:00 -0000</pubDate><nyaa:seeders>1</nyaa:seeders>
    <nyaa:infoHash>\(hash.uppercased())</nyaa:infoHash><nyaa:size>1.4 GiB</nyaa:size><nyaa:trusted>No</nyaa:trusted>
    <description><![CDATA[<a href="..">#7 | NAME</a>]]></description></item></channel></rss>
    """

  static let mikan = """
    <rss version="2.0"><channel><title>Mikan Project</title>
    <item><guid isPermaLink="false">[组] 夜桜 - 06</guid><link>https://mikan.example/Home/Episode/\(hash)</link>
    <title>[组] 夜桜 - 06</title><description>[组] 夜桜 - 06[283.06 MB]</description>
    <torrent xmlns="https://mikan.example/0.1/"><link>https://mikan.example/Home/Episode/\(hash)</link>
    <contentLength>296809920</contentLength><pubDate>2025-02-26T22:25:16.212</pubDate></torrent>
    <enclosure type="application/x-bittorrent" length="0" url="/Download/20250226/\(hash).torrent"/></item>
    </channel></rss>
    """

  static let atom = """
    <?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://blog.example/en/">
    <title type="html">The &lt;b&gt;Blog&lt;/b&gt;</title><link rel="self" href="feed.xml"/><link href="/"/>
    <entry><id>tag:blog.example,2026:1</id><title type="html">Episode &amp;hellip; &lt;i&gt;7&lt;/i&gt;</title>
    <link href="posts/7"/><link rel="enclosure" type="video/mp4" length="12" href="7.mp4"/>
    <updated>2026-07-02T00:00:00Z</updated><published>2026-07-01T00:00:00Z</published>
    <source><title>Elsewhere</title></source></entry>
    <entry><id>2</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>B</b></div></title>
    <updated>2026-07-02T00:00:00Z</updated></entry></feed>
    """

  static let rdf = """
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Old</title>
      <link>https://old.example</link></channel>
    <item rdf:about="https://old.example/1"><title>One</title><link>https://old.example/1</link>
    <dc:date>2026-07-01T21:00:00+09:00</dc:date></item></rdf:RDF>
    """

  static let json = """
    {"version":"https://jsonfeed.org/version/1.1","title":"J","home_page_url":"https://j.example/","items":[
    {"id":7,"url":"/7","title":"Seven","date_published":"2026-07-01T12:00:00Z",
    "attachments":[{"url":"https://j.example/7.mp4","mime_type":"video/mp4","size_in_bytes":99}]},
    {"id":"8","content_text":"no title"},{"id":"9","title":"Nine","tags":["a"]}]}
    """

  /// What `text` holds, from the address of a feed.
  static func read(_ text: String, limits: FeedLimits = FeedLimits()) throws(FeedError) -> FeedFile {
    try FeedFile(reading: Array(text.utf8), from: "https://feeds.example/rss?x=1", limits: limits)
  }

  /// An RSS feed of `items`.
  static func rss(_ items: String) -> String { "<rss><channel><title>T</title>\(items)</channel></rss>" }
}
