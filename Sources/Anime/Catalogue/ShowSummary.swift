/// One row of a catalogue; each field is decoded when it is read, so that a list costs what it shows.
public struct ShowSummary: Sendable {
  /// The catalogue.
  public let catalogue: Catalogue
  /// Its place there.
  public let position: Int

  private typealias Field = CatalogueLayout.Record

  private var base: Int { position * Field.size }
  private var records: ByteView { catalogue.records }

  /// Our own id.
  public var id: ShowID { catalogue.id(at: position) }

  /// Series, film, OVA or web.
  public var kind: Show.Kind {
    Show.Kind.allCases[min(Int(records.number(at: base + Field.kind, as: UInt8.self)), Show.Kind.allCases.count - 1)]
  }

  /// When it began, or will. For films and OVAs only the day is known.
  public var begin: Instant { Instant(milliseconds: catalogue.begin(at: position)) }

  /// When it ended; nil while it runs or where nobody said.
  public var end: Instant? { records.instant(at: base + Field.end) }

  /// When it is on television, where that is known.
  public var broadcast: Broadcast? {
    catalogue.broadcast(in: records, start: base + Field.broadcastStart, period: base + Field.period)
  }

  /// The season in which it began.
  public var season: Season { Season(begin) }

  /// How many episodes it has, where that is known.
  public var episodeCount: Int? {
    let count: UInt32 = records.number(at: base + Field.episodeCount)
    return count == CatalogueLayout.none ? nil : Int(count)
  }

  /// The name of the provider whose row this is.
  public var provider: String { catalogue.text(at: records.number(at: base + Field.provider)) }

  /// Whether a provider ever told of it; see ``Show/isKnown``.
  public var isKnown: Bool { !provider.isEmpty }

  /// Whether its provider no longer lists it.
  public var isGone: Bool { records.number(at: base + Field.flags, as: UInt8.self) & 1 != 0 }

  /// Its own home page, or "".
  public var officialSite: String { catalogue.text(at: records.number(at: base + Field.officialSite)) }

  /// The sites that know or stream it.
  public var sites: [SiteLink] { catalogue.linkRange(at: position).map(catalogue.link(at:)) }

  /// The show's own language.
  public var nativeLanguage: Language {
    Language(index: Int(records.number(at: base + Field.language, as: UInt8.self)))
  }

  /// The title in the show's own language.
  public var nativeTitle: String { catalogue.strings.text(at: titlesOffset).text }

  /// Its names.
  public var titles: Titles {
    let strings = catalogue.strings
    let (native, afterNative) = strings.text(at: titlesOffset)
    var titles = Titles(native: native, nativeLanguage: nativeLanguage)
    var (groups, next) = strings.count(at: afterNative)
    while groups > 0, next < strings.count {
      let language = Language(index: Int(strings.number(at: next, as: UInt8.self)))
      var (count, offset) = strings.count(at: next + 1)
      var texts: [String] = []
      while count > 0, offset < strings.count {
        let (text, after) = strings.text(at: offset)
        texts.append(text)
        offset = after
        count -= 1
      }
      titles.translations[language] = texts
      next = offset
      groups -= 1
    }
    return titles
  }

  private var titlesOffset: Int { Int(records.number(at: base + Field.titles, as: UInt32.self)) }
}

extension Language {
  /// The language at `index` of all, and the last one behind them.
  init(index: Int) {
    self = Language.allCases[min(index, Language.allCases.count - 1)]
  }

  /// Its place among all languages.
  var index: UInt8 {
    switch self {
    case .japanese: 0
    case .simplifiedChinese: 1
    case .traditionalChinese: 2
    case .english: 3
    }
  }
}
