import Anime

extension FilterStrings {
  static let english = FilterStrings(
    problem: { reason in
      switch reason {
      case .unknownField(let name, let nearest?): "“\(name)” is no field; did you mean “\(nearest)”?"
      case .unknownField(let name, nil): "“\(name)” is no field; a title with a sign goes between quotation marks"
      case .unknownWord(let field, let word, let nearest?):
        "“\(field.rawValue)” does not know “\(word)”; did you mean “\(nearest)”?"
      case .unknownWord(let field, let word, nil):
        "“\(field.rawValue)” does not know “\(word)”; it knows \(form(field.form))"
      case .unknownFilter(let name, let nearest?): "no filter is saved as “\(name)”; did you mean “\(nearest)”?"
      case .unknownFilter(let name, nil): "no filter is saved as “\(name)”"
      case .wrongValue(let field, let text): "“\(field.rawValue)” wants \(form(field.form)), not “\(text)”"
      case .missingValue(let field): "“\(field.rawValue)” wants \(form(field.form))"
      case .notComparable(let field) where field.isOrdered: "“<” and “>” want one value, and not “none” or “*”"
      case .notComparable(let field): "“\(field.rawValue)” has no order; “:” and “!=” compare it"
      case .missingTerm: "something to look for is missing here"
      case .openParenthesis: "this parenthesis is never closed"
      case .closedParenthesis: "this parenthesis was never opened"
      case .openQuotation: "this quotation mark is never closed"
      case .tooDeep(let limit): "parentheses can stand \(limit) deep in one another, no deeper"
      case .tooLong(let limit): "a filter can have \(limit) characters, no more"
      }
    },
    field: { field in
      switch field {
      case .title: "a text in one of the titles"
      case .status: "the place in your list"
      case .score: "your score"
      case .progress: "how many episodes you have watched"
      case .rewatches: "how often you have watched it again"
      case .priority: "how much you want to watch it"
      case .tag: "one of your tags"
      case .note: "a text in your note"
      case .type: "the sort of work"
      case .language: "the show's own language"
      case .season: "the season in which it began"
      case .year: "the year in which it began"
      case .episodes: "how many episodes it has"
      case .begin: "the day in Japan on which it began or will"
      case .end: "the day in Japan on which it ended"
      case .started: "the day on which you began it"
      case .finished: "the day on which you finished it"
      case .added: "the day on which it came to your list"
      case .changed: "the day on which you last changed something about it"
      case .on: "a site that has it"
      case .id: "its id, here or at a site"
      }
    },
    mark: { mark in
      switch mark {
      case .followed: "you follow it"
      case .airing: "it is running"
      case .upcoming: "it has not begun"
      case .ended: "it has ended"
      case .listed: "it is in your list"
      case .unwatched: "more episodes are known to be out than you have watched"
      case .gone: "its provider no longer lists it"
      case .pinned: "every version of it is kept"
      }
    },
    form: form,
    saved: "it passes your saved filter")

  private static func form(_ form: FilterField.Form) -> String {
    switch form {
    case .choice(let words), .rank(let words): words.joined(separator: ", ")
    case .number: "a whole number"
    case .score: "0 to 10 with at most one decimal"
    case .season: "a season such as 2026-autumn, or a year"
    case .date: "a day such as 2026-08-15, 2026-08, 2026 or today, or a length such as 30d or +2w"
    case .text: "a text"
    case .id: "an id such as mal:52991"
    }
  }
}
