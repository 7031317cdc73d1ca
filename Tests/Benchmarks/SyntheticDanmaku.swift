/// Comments with the lengths, modes, colours and crowded moments of real episodes; the same ones at every run.
struct SyntheticDanmaku {
  private var random = SplitMix(state: 1)
  private let seconds: Double
  private var hot: [Double] = []

  private static let phrases = [
    "前方高能", "来了来了", "第一", "打卡", "泪目", "名场面", "哈哈哈哈", "草", "awsl", "233333", "666", "好耶", "笑死", "绷不住了", "完结撒花",
    "不愧是你", "这个镜头真的绝了", "作画也太帅了吧", "配乐燃起来了！", "声优可爱啊~", "编剧有点东西……", "看得我一愣一愣的", "经费在燃烧", "かわいい", "すごい！",
    "おめでとう", "Good job!", "yyds", "Tom & Jerry", "ok <3", "再看一遍还是泪目，第二遍", "没看懂，有人解释一下吗？", "😂😂", "👍",
  ]
  private static let colors = [16_646_914, 16_740_868, 16_755_202, 16_776_960, 52_480, 104_601, 4_351_678, 2_236_962]

  /// Comments of an episode of `seconds`.
  init(seconds: Double = 1440) {
    self.seconds = seconds
    hot = (0..<27).map { _ in fraction() * seconds }
  }

  /// `count` comments as Bilibili gives them: not in the order of their times.
  mutating func xml(count: Int) -> [UInt8] {
    var xml: [UInt8] = []
    xml.reserveCapacity(count * 110)
    write(count: count, as: .xml) { xml += $0 }
    return xml
  }

  /// The forms in which Bilibili gives comments.
  enum Form: String {
    case xml
    case protobuf = "pb"
  }

  /// Hands `count` comments on in blocks.
  mutating func write(count: Int, as form: Form, to sink: ([UInt8]) -> Void) {
    var block: [UInt8] = []
    if form == .xml { block += "<?xml version=\"1.0\" encoding=\"UTF-8\"?><i><chatid>0</chatid>".utf8 }
    for number in 0..<count {
      let comment = sample(number)
      block += form == .xml ? comment.xml : comment.protobuf
      guard block.count > 1 << 20 else { continue }
      sink(block)
      block.removeAll(keepingCapacity: true)
    }
    if form == .xml { block += "</i>".utf8 }
    sink(block)
  }

  private mutating func sample(_ number: Int) -> SyntheticComment {
    let color = fraction() < 0.72 ? 16_777_215 : Self.colors[Int.random(in: 0..<Self.colors.count, using: &random)]
    return SyntheticComment(
      time: Int(time() * 100_000), mode: mode, size: fraction() < 0.97 ? 25 : 18, color: color,
      sent: 1_700_000_000 + number * 20, id: 1_000_000_000_000_000_000 + number * 500_000,
      weight: Int.random(in: 1...11, using: &random), text: text)
  }

  /// Seconds: most anywhere, many around crowded moments, some at the start.
  private mutating func time() -> Double {
    let draw = fraction()
    if draw < 0.6 { return fraction() * seconds }
    if draw > 0.95 { return fraction() * fraction() * 15 }
    let spread = draw < 0.85 ? 8.0 : 3.0
    let place = hot[Int.random(in: draw < 0.85 ? 0..<24 : 24..<27, using: &random)]
    let nearness = fraction() + fraction() + fraction() - 1.5
    return min(max(0, place + nearness * spread), seconds)
  }

  private var mode: Int {
    mutating get {
      switch fraction() {
      case ..<0.86: 1
      case ..<0.95: 5
      case ..<0.99: 4
      case ..<0.995: 6
      default: 7
      }
    }
  }

  private var text: String {
    mutating get {
      let parts = [1, 1, 1, 1, 2, 2, 3].randomElement(using: &random) ?? 1
      return (0..<parts).map { _ in Self.phrases.randomElement(using: &random) ?? "" }.joined()
    }
  }

  private mutating func fraction() -> Double { Double.random(in: 0..<1, using: &random) }
}

/// A generator whose numbers are the same on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
