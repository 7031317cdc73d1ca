import Anime

extension FilterStrings {
  static let simplifiedChinese = FilterStrings(
    problem: { reason in
      switch reason {
      case .unknownField(let name, let nearest?): "没有“\(name)”这个字段；是“\(nearest)”吗？"
      case .unknownField(let name, nil): "没有“\(name)”这个字段；带符号的标题请加引号"
      case .unknownWord(let field, let word, let nearest?):
        "“\(field.rawValue)”没有“\(word)”；是“\(nearest)”吗？"
      case .unknownWord(let field, let word, nil): "“\(field.rawValue)”没有“\(word)”；可用：\(form(field.form))"
      case .unknownFilter(let name, let nearest?): "没有名为“\(name)”的筛选；是“\(nearest)”吗？"
      case .unknownFilter(let name, nil): "没有名为“\(name)”的筛选"
      case .wrongValue(let field, let text): "“\(field.rawValue)”不能是“\(text)”；应为\(form(field.form))"
      case .missingValue(let field): "“\(field.rawValue)”缺少值；应为\(form(field.form))"
      case .notComparable(let field) where field.isOrdered: "“<”和“>”后面只能有一个值，不能是“none”或“*”"
      case .notComparable(let field): "“\(field.rawValue)”没有大小；请用“:”或“!=”"
      case .missingTerm: "这里缺少条件"
      case .openParenthesis: "这个括号没有关闭"
      case .closedParenthesis: "这个括号没有打开"
      case .openQuotation: "这个引号没有关闭"
      case .tooDeep(let limit): "括号最多嵌套 \(limit) 层"
      case .tooLong(let limit): "筛选最多 \(limit) 个字符"
      }
    },
    field: { field in
      switch field {
      case .title: "标题中的文字"
      case .status: "在列表中的状态"
      case .score: "你的评分"
      case .progress: "看过的话数"
      case .rewatches: "重看的次数"
      case .priority: "想看的程度"
      case .tag: "你的标签"
      case .note: "备注中的文字"
      case .type: "作品类型"
      case .language: "作品的语言"
      case .season: "开播的季度"
      case .year: "开播的年份"
      case .episodes: "总话数"
      case .begin: "开播日（日本时间）"
      case .end: "完结日（日本时间）"
      case .started: "开始看的日子"
      case .finished: "看完的日子"
      case .added: "加入列表的日子"
      case .changed: "最后改动的日子"
      case .on: "收录它的网站"
      case .id: "作品 ID（本地或网站的）"
      }
    },
    mark: { mark in
      switch mark {
      case .followed: "已追"
      case .airing: "连载中"
      case .upcoming: "未开播"
      case .ended: "已完结"
      case .listed: "在列表中"
      case .unwatched: "还有没看的"
      case .gone: "来源已不再收录"
      case .pinned: "保留所有版本"
      }
    },
    form: form,
    saved: "已保存的筛选")

  private static func form(_ form: FilterField.Form) -> String {
    switch form {
    case .choice(let words), .rank(let words): words.joined(separator: "、")
    case .number: "整数"
    case .score: "0 到 10，最多一位小数"
    case .season: "季度（如 2026-autumn）或年份"
    case .date: "日期（如 2026-08-15、2026-08、2026、today）或时长（如 30d、+2w）"
    case .text: "文字"
    case .id: "ID（如 mal:52991）"
    }
  }
}
