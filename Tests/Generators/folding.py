#!/usr/bin/env python3
"""Writes Sources/Anime/Search/FoldingTable.swift from Debian's unicode-data package.

    python3 Tests/Generators/folding.py > Sources/Anime/Search/FoldingTable.swift
    python3 Tests/Generators/folding.py --classes   # the largest classes of characters that fold together

Two tables come out. `characters` has case folding and the compatibility forms
of NFKC, without the marks on Latin, Greek and Cyrillic letters; katakana are
folded by arithmetic and are not in it. `han` has the simplified, traditional
and Japanese forms of a character, each with the one that stands for all.

Unihan knows the Chinese pairs, and as kJinmeiyoKanji and kJoyoKanji some
Japanese ones; the others are typed in below. Its semantic variants are left
out: they join characters that mean the same and look different.
"""

import sys
from collections import defaultdict

from unidata import pairs_literal, rows

HAN = range(0x3400, 0xA000)  # three bytes of UTF-8 each; rarer ones stay as they are
KANA = range(0x3041, 0x3100)
LARGEST = 9

# The Japanese form since 1946 and the older ones; each word folds together.
JAPANESE = """
亜亞 悪惡 圧壓 囲圍 医醫 為爲 壱壹 隠隱 栄榮 営營 衛衞 駅驛 円圓 塩鹽 縁緣
艶艷 応應 欧歐 殴毆 桜櫻 奥奧 横橫 温溫 穏穩 仮假 価價 画畫 会會 壊壞 懐懷
絵繪 概槪 拡擴 殻殼 覚覺 学學 岳嶽 楽樂 渇渴 勧勸 巻卷 寛寬 歓歡 缶罐 観觀
関關 陥陷 顔顏 帰歸 気氣 亀龜 偽僞 戯戲 犠犧 旧舊 拠據 挙擧 虚虛 峡峽 挟挾
狭狹 暁曉 区區 駆驅 勲勳 薫薰 径徑 恵惠 掲揭 携攜 渓溪 経經 継繼 茎莖 蛍螢
軽輕 鶏鷄雞 芸藝 撃擊 倹儉 剣劍劔劒剱 圏圈 検檢 権權 献獻 県縣 研硏 険險 顕顯
験驗 厳嚴 広廣 恒恆 鉱鑛礦 号號 国國圀囯 黒黑 済濟 砕碎 斎齋 剤劑 雑雜 参參
惨慘 桟棧 産產 蚕蠶 賛贊 残殘 糸絲 歯齒 児兒 辞辭 湿濕 実實 舎舍 写寫 釈釋
寿壽 収收 従從 渋澁 獣獸 縦縱 粛肅 処處 緒緖 叙敍敘 奨獎 将將 渉涉 焼燒 称稱
証證 乗乘 剰剩 壌壤 嬢孃 条條 浄淨 状狀 畳疊 譲讓 醸釀 嘱囑 触觸 寝寢 慎愼
真眞 刃刄 尽盡 図圖 粋粹 酔醉 随隨 髄髓 数數 枢樞 瀬瀨 声聲 斉齊 静靜 窃竊
摂攝 専專 戦戰 浅淺 潜潛 繊纖 践踐 銭錢 禅禪 双雙 壮壯 捜搜 挿插 巣巢 争爭
窓窗 総總 聡聰 荘莊 装裝 騒騷 増增 臓臟 蔵藏 即卽 属屬 続續 堕墮 体體躰軆
対對 帯帶 滞滯 滝瀧 択擇 沢澤 単單 担擔 胆膽 団團 弾彈 断斷 痴癡 遅遲 昼晝
虫蟲 鋳鑄 庁廳 徴徵 聴聽 勅敕 鎮鎭 逓遞 鉄鐵鉃 転轉 点點 伝傳 党黨 盗盜 灯燈
当當 闘鬭鬪鬥 徳德 独獨 読讀 届屆 縄繩 弐貳 悩惱 脳腦 覇霸 廃廢 拝拜 杯盃 売賣
麦麥 発發 髪髮 抜拔 晩晚 蛮蠻 秘祕 浜濱 瓶甁 払拂 仏佛 併倂 並竝 変變 辺邊邉
弁辯辨瓣 舗舖 歩步 穂穗 宝寶 褒襃 豊豐 没沒 翻飜 毎每 万萬 満滿 麺麵 黙默
餅餠 戻戾 弥彌 訳譯 薬藥 与與 予豫 余餘 誉譽 揺搖 様樣 謡謠 遥遙 来來 頼賴
乱亂 覧覽 竜龍 両兩 猟獵 緑綠 涙淚 塁壘 礼禮 励勵 霊靈 齢齡 暦曆 歴歷 恋戀
錬鍊 炉爐 労勞 楼樓 録錄 湾灣 亘亙 凛凜 尭堯 巌巖 晃晄 桧檜 槙槇 祢禰 祷禱
禄祿 穣穰 萌萠 鴎鷗 頬頰 填塡 剥剝 蝉蟬 箪簞 掴摑 痩瘦 躯軀 繋繫 嘘噓 焔焰
麹麴 噛嚙 侠俠 蛎蠣 蝋蠟 醤醬 鹸鹼 騨驒 賎賤 砺礪 篭籠 鴬鶯 潅灌 冤寃 讃讚
芦蘆 壷壺 曽曾 涛濤 迩邇 鯵鰺 戸戶 呉吳 黄黃 青靑 清淸 郎郞 郷鄕鄉 説說 税稅
脱脫 悦悅 鋭銳 閲閱 強强 教敎 姫姬 絶絕 兎兔 冨富 峰峯 島嶋嶌 高髙 裏裡 群羣
煙烟 脚腳 姉姊 涼凉 券劵 歳歲 鎌鐮 彦彥 柵栅 冊册 珍珎 皐皋 糧粮 館舘 蕊蘂
野埜 鑑鑒 雁鴈 桑桒 宮宫 昇昪 内內 呂吕 虚虗 鶴鸖 梅楳 杉杦 松枩 略畧 秋秌
船舩 憩憇 隣鄰 回囘 飲飮 飯飰 粧妝 猫貓 狸貍 鬱欝 仙僊 恥耻 尚尙 卵夘
蝶蜨
"""


def scalars(text):
    return [int(code, 16) for code in text.split()]


def katakana_to_hiragana(code):
    return code - 0x60 if code in range(0x30A1, 0x30F7) or code in (0x30FD, 0x30FE) else code


def is_mark(code):
    """Marks that a reader of Latin, Greek or Cyrillic may leave out."""
    return any(code in block for block in
               (range(0x300, 0x370), range(0x1AB0, 0x1B00), range(0x1DC0, 0x1E00), range(0x20D0, 0x2100)))


class Folding:
    def __init__(self):
        self.decomposition = {}
        for row in rows("UnicodeData.txt"):
            code, mapping = int(row[0], 16), row[5]
            if mapping and code not in KANA:
                self.decomposition[code] = scalars(mapping.split("> ")[-1])
        self.case = {}
        for row in rows("CaseFolding.txt"):
            if row[1] in "CF":
                self.case[int(row[0], 16)] = scalars(row[2])

    def decompose(self, code):
        return [result for part in self.decomposition[code] for result in self.decompose(part)] \
            if code in self.decomposition else [code]

    def fold(self, code):
        folded = self.decompose(code)
        folded = [result for part in folded for result in self.case.get(part, [part])]
        folded = [result for part in folded for result in self.decompose(part)]
        return [katakana_to_hiragana(part) for part in folded if not is_mark(part)]


class Classes:
    """Sets of characters, joined pair by pair."""

    def __init__(self):
        self.parent = {}

    def root(self, code):
        while code in self.parent:
            code = self.parent[code]
        return code

    def join(self, one, other):
        one, other = self.root(one), self.root(other)
        if one != other:
            self.parent[max(one, other)] = min(one, other)

    def all(self):
        members = defaultdict(list)
        for code in self.parent:
            members[self.root(code)].append(code)
        return {root: sorted(codes) for root, codes in members.items()}


def han_classes():
    classes = Classes()
    pairs = []
    for row in rows("Unihan_Variants.txt.bz2"):
        if row[1] in ("kSimplifiedVariant", "kTraditionalVariant", "kZVariant"):
            pairs += [(row[0], variant.split("<")[0]) for variant in row[2].split()]
    for row in rows("Unihan_OtherMappings.txt.bz2"):
        if row[1] in ("kJinmeiyoKanji", "kJoyoKanji") and "U+" in row[2]:
            pairs.append((row[0], row[2].split(":")[-1]))
    pairs = [(int(one[2:], 16), int(other[2:], 16)) for one, other in pairs]
    pairs += [(ord(word[0]), ord(other)) for word in JAPANESE.split() for other in word[1:]]
    for one, other in pairs:
        if one in HAN and other in HAN:
            classes.join(one, other)
    return classes.all()


def runs(table):
    """Joins neighbours: (first, count, step, target) where targets run along, else single ones."""
    sources = sorted(table)
    used = set()
    for source in sources:
        if source in used:
            continue
        target = table[source]
        best = (source, 1, 1, target)
        if len(target) == 1:
            for step in (1, 2):
                count = 1
                while source + count * step not in used and table.get(source + count * step) == [target[0] + count * step]:
                    count += 1
                if count > best[1]:
                    best = (source, count, step, target)
        used.update(source + index * best[2] for index in range(best[1]))
        yield best


def entry(run):
    first, count, step, target = run
    repeat = "" if count == 1 else f"{'+' if step == 1 else '*'}{count:X}"
    return f"{first:X}{repeat}=" + ".".join(f"{code:X}" for code in target)


def literal(text, separator):
    """`text` in lines of a multi-line literal that joins them again."""
    lines, line = [], ""
    for word in text.split(separator):
        if len(line) + len(word) + len(separator) > 108:
            lines.append(line)
            line = ""
        line += word + separator
    return "\n".join(f"    {line}\\" for line in lines) + f"\n    {line}"


def main():
    classes = han_classes()
    if "--classes" in sys.argv:
        for root, codes in sorted(classes.items(), key=lambda item: -len(item[1]))[:60]:
            print(chr(root) + "".join(map(chr, codes)))
        return
    largest = max(len(codes) + 1 for codes in classes.values())
    assert largest <= LARGEST, f"{largest} characters fold together: see --classes"
    representative = {code: root for root, codes in classes.items() for code in codes}

    folding = Folding()
    table = {}
    for code in sorted(set(folding.decomposition) | set(folding.case)):
        folded = [representative.get(part, part) for part in folding.fold(code)]
        if folded and folded != [code]:
            table[code] = folded
    characters = " ".join(entry(run) for run in runs(table))

    print("// Generated by Tests/Generators/folding.py from Unicode 15.0: do not edit.")
    print()
    print("/// Which characters a search takes for the same.")
    print("enum FoldingTable {")
    print("  /// Case and compatibility: `FIRST=TO.TO` in hexadecimal; `FIRST+COUNT=TO` for neighbours that map to")
    print("  /// neighbours, `FIRST*COUNT=TO` for every second one.")
    print('  static let characters: StaticString = """')
    print(literal(characters, " "))
    print('    """')
    print()
    print("  /// Simplified, traditional and Japanese forms: a character, and the one that stands for its class; each takes")
    print("  /// three bytes.")
    print('  static let han: StaticString = """')
    print(pairs_literal(representative.items()))
    print('    """')
    print("}")


if __name__ == "__main__":
    main()
