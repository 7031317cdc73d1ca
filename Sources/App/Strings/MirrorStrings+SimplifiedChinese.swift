extension MirrorStrings {
  static let simplifiedChinese = MirrorStrings(
    title: "镜像",
    awaited: "正在查看镜像。",
    none: "没有可用的镜像；“yozakura provider list”可查看来源。",
    blameless: { "问题出在本机：\($0)。不怪任何镜像。" },
    usable: { "镜像 \($0)/\($1)" },
    usableOf: { "\($0)/\($1) 可用" },
    disputed: "不一致",
    disputedAtLength: "同一版本在各镜像上内容不同；继续使用最先得到的。",
    fetched: { "\($0)获取" },
    state: { state in
      switch state {
      case .unknown: "尚未询问"
      case .good: "良好"
      case .probing: "正在探测"
      case .open: "多次失败，休息中"
      case .busy: "繁忙"
      case .refusing: "拒绝服务"
      case .distrusted: "不再信任"
      }
    },
    stateWord: { state in
      switch state {
      case .unknown: "未询问"
      case .good: ""
      case .probing: "探测中"
      case .open: "休息中"
      case .busy: "繁忙"
      case .refusing: "拒绝"
      case .distrusted: "不信任"
      }
    },
    versionSource: "查版本",
    role: { role, provider in
      switch role {
      case .mirror: "\(provider) 的镜像"
      case .versionSource: "告知 \(provider) 的版本"
      }
    },
    pin: "固定", pinned: "已固定：最先询问",
    reason: { reason in
      switch reason {
      case .slow(let milliseconds): "慢：首字节要 \(milliseconds) 毫秒"
      case .unreliable(let percent): "不稳定：成功率 \(percent)%"
      case .behind: "数据落后"
      case .lied: "数据有误"
      case .refusing: "拒绝服务"
      case .busy: "要求稍候"
      case .failing: "最近几次都失败"
      case .untried: "尝试次数太少"
      }
    },
    due: { state, wait in
      switch state {
      case .open, .unknown, .good, .probing: "\(wait)后探测"
      case .busy: "\(wait)后可询问"
      case .refusing: "\(wait)后再问"
      case .distrusted: "\(wait)后恢复信任"
      }
    },
    behind: "落后",
    milliseconds: { "\($0) 毫秒" },
    address: "地址", data: "数据", grade: "等级",
    group: "故障组", aloneInGroup: "独立", firstByte: "首字节",
    firstBytes: { median, slowest in "半数在 \(median)内" + (slowest.map { "，95% 在 \($0)内" } ?? "") },
    lastTries: { "最近 \($0) 次" },
    throughput: "速度", success: "成功率",
    successes: { "\($1) 次中 \($0)%" },
    version: { version, isBehind in version.map { $0 + (isBehind ? "，别处有更新的" : "") } ?? (isBehind ? "落后" : "未知") },
    lastSuccess: "上次成功", never: "从未", lastError: "上次失败", next: "接下来",
    trying: { "正在询问 \($0)。" },
    answered: { "\($0) 有回应。" },
    tried: { "\($0)：\($1)。" },
    comparing: { "正在比较 \($0) 的镜像。" },
    compared: { comparison in
      let name = [comparison.provider, comparison.version].compactMap(\.self).joined(separator: " ")
      guard !comparison.isEmpty else { return "\(name)：地址中没有版本，无从比较。" }
      let agreeing = comparison.agreeing.count
      let parts = [
        agreeing == 1 ? "1 个镜像有回应" : "\(agreeing) 个镜像一致",
        comparison.differing.isEmpty ? nil : "\(comparison.differing.joined(separator: "、")) 内容不同",
        comparison.silent.isEmpty ? nil : "\(comparison.silent.joined(separator: "、")) 没有回应",
      ]
      return "\(name)：\(agreeing == 0 ? "没有镜像回应" : parts.compactMap(\.self).joined(separator: "，"))。"
    })
}
