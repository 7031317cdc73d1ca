internal import Anime

/// What an export tells of a show besides what is kept of it.
///
/// Where no catalogue has the show any more, or yet, it is what the file told from which the show came: so a list goes
/// through a home that has never met a server, and comes out as it went in.
struct ShowFacts {
  /// Whose titles are told, unless a file told others.
  private var show: Show?
  private var told: [Language: [String]] = [:]
  private(set) var kind: Show.Kind?
  private(set) var begin: Instant?
  private(set) var end: Instant?
  /// The ids by site that a file told.
  private var ids: [String: String] = [:]

  /// The facts of `show`, of which `entry` is kept.
  init(_ show: Show?, _ entry: ListEntry) {
    self.init(show?.isKnown == true ? [:] : ForeignFields.facts(in: entry.foreign))
    if let show, show.isKnown { (kind, begin, end) = (show.kind, show.begin, show.end) }
    self.show = show
  }

  /// The facts that a show of an export tells.
  init(_ show: JSONTree) {
    read(titles: show["titles"])
    kind = show["type"].text.flatMap(Show.Kind.init)
    begin = show["begin"].text.flatMap(Instant.init(iso8601:))
    end = show["end"].text.flatMap(Instant.init(iso8601:))
    read(ids: show["ids"])
  }

  private init(_ facts: [String: String]) {
    if let tree = Self.tree(facts[Name.titles.field]) { read(titles: tree) }
    if let tree = Self.tree(facts[Name.ids.field]) { read(ids: tree) }
    kind = facts[Name.type.field].flatMap(Show.Kind.init)
    begin = facts[Name.begin.field].flatMap(Instant.init(iso8601:))
    end = facts[Name.end.field].flatMap(Instant.init(iso8601:))
  }

  private static func tree(_ text: String?) -> JSONTree? {
    text.flatMap { JSONTree(reading: Array($0.utf8)) }
  }

  private mutating func read(ids tree: JSONTree) {
    for (site, id) in tree.fields ?? [:] {
      let (site, id) = (Sanitiser.clean(site), Sanitiser.clean(id.text ?? ""))
      if !site.isEmpty, !id.isEmpty { ids[site] = id }
    }
  }

  private mutating func read(titles tree: JSONTree) {
    for language in Language.allCases {
      let texts = tree[language.rawValue].elements.compactMap(\.text).map(Sanitiser.clean).filter { !$0.isEmpty }
      if !texts.isEmpty { told[language] = texts }
    }
  }

  /// Adds the fields, as JSON has them.
  func append(to fields: inout [JSON.Field]) {
    fields.append(("titles", titlesJSON))
    fields.append(("type", .string(orNull: kind?.rawValue)))
    fields.append(("begin", .string(orNull: begin?.iso8601)))
    fields.append(("end", .string(orNull: end?.iso8601)))
    fields.append(("ids", idsJSON))
  }

  private var titlesJSON: JSON {
    .object(
      Language.allCases.compactMap { language in
        let titles = (told.isEmpty ? show?.titles.titles(in: language) : told[language]) ?? []
        return titles.isEmpty ? nil : (language.rawValue, .array(titles.map { .string($0) }))
      })
  }

  /// The ids by site, in the order of their names; a site that lists a show twice is named once, with its first id.
  private var idsJSON: JSON {
    var fields: [JSON.Field] = ids.map { ($0.key, .string($0.value)) }
    if fields.isEmpty, let show {
      // A dozen names: a set of them takes longer to make than to look through.
      for link in show.sites where !link.id.isEmpty && !fields.contains(where: { $0.name == link.site }) {
        fields.append((link.site, .string(link.id)))
      }
    }
    return .object(fields.sorted { $0.name < $1.name })
  }

  /// The facts as fields that no other program has.
  var foreign: [String: String] {
    var fields: [String: String] = [:]
    if !told.isEmpty { fields[Name.titles.field] = titlesJSON.text }
    if !ids.isEmpty { fields[Name.ids.field] = idsJSON.text }
    fields[Name.type.field] = kind?.rawValue
    fields[Name.begin.field] = begin?.iso8601
    fields[Name.end.field] = end?.iso8601
    return fields
  }

  private enum Name: String {
    case titles, type, begin, end, ids

    var field: String { ForeignFields.factPrefix + rawValue }
  }
}
