extension MirrorStrings {
  static let japanese = MirrorStrings(
    title: "ミラー",
    awaited: "ミラーを調べています。",
    none: "使うミラーがありません。提供元は「yozakura provider list」で確認できます。",
    blameless: { "こちら側の問題: \($0)。ミラーのせいではありません。" },
    usable: { "ミラー \($0)/\($1)" },
    usableOf: { "\($0)/\($1) 利用可" },
    disputed: "不一致",
    disputedAtLength: "同じ版なのに、ミラーによって内容が違います。最初のものを使い続けます。",
    fetched: { "取得 \($0)" },
    state: { state in
      switch state {
      case .unknown: "まだ問い合わせていません"
      case .good: "良好"
      case .probing: "確認中"
      case .open: "失敗が続いたため休止中"
      case .busy: "混雑中"
      case .refusing: "拒否"
      case .distrusted: "信用停止"
      }
    },
    stateWord: { state in
      switch state {
      case .unknown: "未確認"
      case .good: ""
      case .probing: "確認中"
      case .open: "休止中"
      case .busy: "混雑中"
      case .refusing: "拒否"
      case .distrusted: "信用停止"
      }
    },
    versionSource: "版の確認",
    role: { role, provider in
      switch role {
      case .mirror: "\(provider) のミラー"
      case .versionSource: "\(provider) の版を教える"
      }
    },
    pin: "固定", pinned: "固定（最初に使う）",
    reason: { reason in
      switch reason {
      case .slow(let milliseconds): "遅い（最初のバイトまで \(milliseconds) ms）"
      case .unreliable(let percent): "不安定（成功率 \(percent)%）"
      case .behind: "データが古い"
      case .lied: "データに誤りがあった"
      case .refusing: "断られた"
      case .busy: "待つように言われた"
      case .failing: "最近は失敗している"
      case .untried: "試した回数が少ない"
      }
    },
    due: { state, wait in
      switch state {
      case .open, .unknown, .good, .probing: "\(wait)後に確認"
      case .busy: "\(wait)後に再開"
      case .refusing: "\(wait)後にもう一度"
      case .distrusted: "\(wait)後に信用を回復"
      }
    },
    behind: "古い",
    milliseconds: { "\($0) ms" },
    address: "アドレス", data: "データ", grade: "等級",
    group: "系統", aloneInGroup: "単独", firstByte: "最初のバイト",
    firstBytes: { median, slowest in "半数が \(median) 以内" + (slowest.map { "、95% が \($0) 以内" } ?? "") },
    lastTries: { "直近\($0)回" },
    throughput: "速度", success: "成功率",
    successes: { "\($1)回のうち \($0)%" },
    version: { version, isBehind in version.map { $0 + (isBehind ? "（もっと新しい版があります）" : "") } ?? (isBehind ? "古い" : "不明")
    },
    lastSuccess: "最後の成功", never: "なし", lastError: "最後の失敗", next: "次",
    trying: { "\($0) を試しています。" },
    answered: { "\($0) は応答しました。" },
    tried: { "\($0): \($1)。" },
    comparing: { "\($0) のミラーを比べています。" },
    compared: { comparison in
      let name = [comparison.provider, comparison.version].compactMap(\.self).joined(separator: " ")
      guard !comparison.isEmpty else { return "\(name): アドレスに版がないため、比べられません。" }
      let agreeing = comparison.agreeing.count
      let parts = [
        agreeing == 1 ? "応答したミラーは1つ" : "\(agreeing)つのミラーが一致",
        comparison.differing.isEmpty ? nil : "\(comparison.differing.joined(separator: ", ")) は内容が違います",
        comparison.silent.isEmpty ? nil : "\(comparison.silent.joined(separator: ", ")) は応答なし",
      ]
      return "\(name): \(agreeing == 0 ? "応答したミラーはありません" : parts.compactMap(\.self).joined(separator: "、"))。"
    })
}
