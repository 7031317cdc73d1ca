extension Speech {
  static let simplifiedChinese = Speech(
    next: "下一集",
    starterOnly: { "这是 \($0) 的内置目录；`yozakura sync` 获取完整目录。" },
    nothingFollowed: "还没有追番：`yozakura follow ID`",
    nothingListed: "列表还是空的：`yozakura set ID --status watching`",
    exported: { "已将 \($0) 部作品写入 \($1)" },
    undone: "已撤销",
    redone: "已重做",
    setAside: { "已搁置：结果缺少 \($1) 部中的 \($0) 部" },
    failed: "失败")
}
