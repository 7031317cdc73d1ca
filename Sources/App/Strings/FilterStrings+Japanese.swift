import Anime

extension FilterStrings {
  static let japanese = FilterStrings(
    problem: { reason in
      switch reason {
      case .unknownField(let name, let nearest?): "「\(name)」という項目はありません。「\(nearest)」ですか？"
      case .unknownField(let name, nil): "「\(name)」という項目はありません。記号を含む題名は引用符で囲んでください"
      case .unknownWord(let field, let word, let nearest?):
        "「\(field.rawValue)」に「\(word)」はありません。「\(nearest)」ですか？"
      case .unknownWord(let field, let word, nil): "「\(field.rawValue)」に「\(word)」はありません: \(form(field.form))"
      case .unknownFilter(let name, let nearest?): "「\(name)」という絞り込みは保存されていません。「\(nearest)」ですか？"
      case .unknownFilter(let name, nil): "「\(name)」という絞り込みは保存されていません"
      case .wrongValue(let field, let text): "「\(field.rawValue)」の「\(text)」は読めません: \(form(field.form))"
      case .missingValue(let field): "「\(field.rawValue)」の値がありません: \(form(field.form))"
      case .notComparable(let field) where field.isOrdered: "「<」と「>」の後は値を一つだけ（「none」と「*」は不可）"
      case .notComparable(let field): "「\(field.rawValue)」に大小はありません。「:」か「!=」を使ってください"
      case .missingTerm: "ここに条件がありません"
      case .openParenthesis: "この括弧が閉じられていません"
      case .closedParenthesis: "この括弧は開かれていません"
      case .openQuotation: "この引用符が閉じられていません"
      case .tooDeep(let limit): "括弧の入れ子は \(limit) 段までです"
      case .tooLong(let limit): "絞り込みは \(limit) 文字までです"
      }
    },
    field: { field in
      switch field {
      case .title: "題名に含まれる文字"
      case .status: "リストでの状態"
      case .score: "自分の点数"
      case .progress: "見た話数"
      case .rewatches: "見直した回数"
      case .priority: "見たい度合い"
      case .tag: "自分のタグ"
      case .note: "メモに含まれる文字"
      case .type: "作品の種類"
      case .language: "作品の言語"
      case .season: "始まった季節"
      case .year: "始まった年"
      case .episodes: "全話数"
      case .begin: "始まる日（日本時間）"
      case .end: "終わった日（日本時間）"
      case .started: "見始めた日"
      case .finished: "見終えた日"
      case .added: "リストに加えた日"
      case .changed: "最後に変更した日"
      case .on: "配信・掲載サイト"
      case .id: "作品の ID（ここ、またはサイトの）"
      }
    },
    mark: { mark in
      switch mark {
      case .followed: "フォロー中"
      case .airing: "放送中"
      case .upcoming: "放送前"
      case .ended: "終了"
      case .listed: "リストにある"
      case .unwatched: "見ていない話が出ている"
      case .gone: "提供元にもうない"
      case .pinned: "すべての版を保存"
      }
    },
    form: form,
    saved: "保存した絞り込み")

  private static func form(_ form: FilterField.Form) -> String {
    switch form {
    case .choice(let words), .rank(let words): words.joined(separator: ", ")
    case .number: "整数"
    case .score: "0〜10（小数第一位まで）"
    case .season: "2026-autumn のような季節、または年"
    case .date: "2026-08-15・2026-08・2026・today のような日、または 30d・+2w のような長さ"
    case .text: "文字"
    case .id: "mal:52991 のような ID"
    }
  }
}
