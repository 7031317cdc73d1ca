/// Which of a show's titles the reader wants to see.
public enum TitlePreference: Hashable, Sendable {
  /// The one in the show's own language.
  case native
  /// One in the language of the interface; Chinese in either script is better than none.
  case interface(Language)
  /// One in the first of these languages that has any.
  case languages([Language])

  /// The languages to try in turn, before the show's own.
  public var languages: [Language] {
    switch self {
    case .native: []
    case .interface(.simplifiedChinese): [.simplifiedChinese, .traditionalChinese]
    case .interface(.traditionalChinese): [.traditionalChinese, .simplifiedChinese]
    case .interface(let language): [language]
    case .languages(let languages): languages
    }
  }
}

extension Titles {
  /// The title to show to a reader with this preference; the native one where none fits.
  public func display(_ preference: TitlePreference) -> String {
    for language in preference.languages {
      if let title = titles(in: language).first(where: { !$0.isEmpty }) { return title }
    }
    return native
  }
}

extension ShowSummary {
  /// The title to show to a reader with this preference.
  public func title(_ preference: TitlePreference) -> String {
    preference == .native ? nativeTitle : titles.display(preference)
  }
}
