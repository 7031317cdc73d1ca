import App
import Danmaku

/// Twenty-four minutes of comments in three languages, written for the pictures.
enum ShowcaseDanmaku {
  static let content = StageContent(
    title: "夜桜の下で 第8話.xml", file: DanmakuFile(comments: Comments(comments)), duration: minutes * 60_000)

  private static let minutes = 24

  private static let texts = [
    "夜桜きれい……", "来了来了！", "前方高能", "このカット好き", "作画が本気すぎる", "goosebumps", "草", "名场面", "泣いた",
    "BGM 太好听了", "ここで桜を散らすの天才", "每年春天都来看一遍", "好き", "音楽が神", "从第一集追到现在", "here we go",
    "この回だけで10回見た", "弹幕护体", "お団子たべたい", "夜樱真美啊", "待ってた", "the lanterns!!", "提灯の色がいい",
    "月も出てる", "泪目", "神回", "おかえり", "欢迎回来", "声優さんすごい", "そこで笑うの反則", "原来伏笔在这里",
    "second time watching, still crying", "風の音まで聞こえる", "88888888", "散るまで見ていたい", "花见大会开始",
    "このあと酒がうまい", "截图当壁纸了", "petals in the wind", "桜前線、東京に到着",
  ]

  private static let colors: [UInt32] = [
    0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xFFB7C5, 0xFFFFFF, 0xFFD700, 0x7FDBFF, 0xB8E986,
  ]

  /// Less than one a second, seven around the two great scenes; the same ones at every run.
  private static let comments: [Danmaku.Comment] = {
    var noise: UInt64 = 8
    func random(_ count: Int) -> Int {
      noise = noise &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(noise >> 33) % count
    }
    var comments: [Danmaku.Comment] = []
    for second in 0..<(minutes * 60 - 20) {
      let isGreat = (440..<500).contains(second) || (1120..<1200).contains(second)
      for _ in 0..<(isGreat ? 7 : random(8) < 5 ? 1 : 0) {
        comments.append(
          Danmaku.Comment(
            time: second * 1000 + random(1000), color: CommentColor(colors[random(colors.count)]),
            text: texts[random(texts.count)]))
      }
    }
    return comments + captions
  }()

  private static let captions = [
    Danmaku.Comment(time: 477_000, mode: .top, color: CommentColor(0xFFB7C5), text: "♪ 夜桜、ひとひら"),
    Danmaku.Comment(time: 477_000, mode: .bottom, color: CommentColor(0xFFD700), text: "夜樱啊，落下一片"),
    Danmaku.Comment(time: 474_500, mode: .reverse, color: CommentColor(0x7FDBFF), text: "<<< 逆走中"),
  ]
}
