extension NetworkStrings {
  static let simplifiedChinese = NetworkStrings(
    cause: { cause in
      switch cause {
      case .noName: "找不到该主机"
      case .nameTimeout: "域名服务器没有回应"
      case .refused: "连接被拒绝"
      case .unreachable: "无法连接"
      case .timedOut: "没有及时回应"
      case .notYetValid: "证书尚未生效"
      case .insecure: "无法建立安全连接"
      case .reset: "连接中断"
      case .stalled: "传输停滞"
      case .tooSlow: "传输太慢"
      case .truncated: "回应不完整"
      case .busy: "服务繁忙，要求稍候"
      case .refusing: "服务拒绝了请求"
      case .missing: "文件不存在"
      case .status(let code): "服务返回 \(code)"
      case .badAnswer: "收到的不是番剧数据"
      case .lying: "收到的数据已证实有误"
      case .tooBig: "回应过大"
      case .setAside(let missing): "收到的数据缺少 \(missing) 部作品，已搁置"
      case .disputed: "各镜像对该版本的内容不一致"
      case .noRoom: "磁盘空间不足，不再保存新内容"
      case .offline: "已设为不使用网络"
      case .noRoute: "没有连上网络"
      case .noDNS: "无法解析域名"
      case .portal: "被登录页面拦截"
      case .wrongClock: "时钟不准"
      case .tampering: "数据在途中被改动"
      case .everythingFails: "所有连接同时失败"
      case .other(let text): text
      }
    },
    advice: { cause in
      switch cause {
      case .noName: "地址对吗？可用“yozakura provider list”查看。"
      case .missing: "也许已经搬走；可用“yozakura provider list”查看地址。"
      case .notYetValid, .wrongClock: "请校准本机时钟；“date”可以查看。"
      case .insecure: "中间可能有代理，或 ca-certificates 太旧。"
      case .lying: "没有留下它的任何数据；比较镜像可看出谁不同。"
      case .disputed: "没有采用任何数据；比较镜像可看出谁不同。"
      case .setAside: "“yozakura capsule accept”予以采纳。"
      case .noRoom: "请腾出磁盘空间，或试试“yozakura capsule gc”。"
      case .offline: "不带 --offline 启动即可恢复。"
      case .noRoute: "请检查网线或 Wi-Fi。"
      case .noDNS, .nameTimeout: "请检查 /etc/resolv.conf 中的域名服务器。"
      case .portal: "请用浏览器打开任意网页并登录。"
      case .tampering: "请换一个网络；没有留下它的任何数据。"
      case .everythingFails: "“yozakura doctor”可查找原因。"
      default: nil
      }
    },
    quoted: { "“\($0)”" },
    failing: { isOutage, age in (isOutage ? "离线" : "未同步") + (age.map { " \($0)" } ?? "") },
    capsuleOf: { "\($0) 的胶囊" },
    nextTry: { "\($0)后重试" }, retry: "重试",
    seconds: { "\($0)秒" }, perSecond: { "\($0)/秒" })
}
