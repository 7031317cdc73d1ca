#!/usr/bin/env python3
"""Writes Sources/Anime/ReleaseMatching/ReadingTable.swift from Debian's unicode-data package.

    python3 Tests/Generators/readings.py > Sources/Anime/ReleaseMatching/ReadingTable.swift

Unihan has the readings of each kanji; those of JIS X 0208 come out, spelled in
few letters as Romaji.swift spells what is typed, and with the kanji folded as
titles are. Words that are read as a whole are typed in below, and readings that
titles have and Unihan has not.
"""

import re
from collections import defaultdict

import folding
from unidata import rows

# Words whose kanji are not read one by one.
WORDS = """
今日 kyou, 明日 ashita asu, 昨日 kinou, 今年 kotoshi, 今朝 kesa, 大人 otona, 一人 hitori, 二人 futari, 独り hitori,
上手 jouzu, 下手 heta, 可愛 kawai, 本気 maji, 真剣 maji, 時計 tokei, 友達 tomodachi, 部屋 heya, 真面目 majime,
田舎 inaka, 土産 miyage, 眼鏡 megane, 大和 yamato, 息子 musuko, 海老 ebi, 紅葉 momiji, 吹雪 fubuki, 百合 yuri,
小夜 sayo, 五月 satsuki, 弥生 yayoi, 如月 kisaragi, 師走 shiwasu, 永遠 towa, 何時 itsu, 貴方 anata, 彼方 kanata,
何処 doko, 黄昏 tasogare, 宇宙 sora, 二十歳 hatachi, 七夕 tanabata, 老舗 shinise, 素人 shirouto, 玄人 kurouto,
相撲 sumou, 浴衣 yukata, 風邪 kaze, 火傷 yakedo, 欠伸 akubi, 煙草 tabako, 仲人 nakoudo, 迷子 maigo, 行方 yukue,
若人 wakoudo, 小豆 azuki, 団扇 uchiwa, 神楽 kagura, 心地 kokochi, 竹刀 shinai, 太刀 tachi, 梅雨 tsuyu, 雪崩 nadare,
博士 hakase, 八百屋 yaoya, 十六夜 izayoi, 東雲 shinonome, 不知火 shiranui, 陽炎 kagerou, 向日葵 himawari,
紫陽花 ajisai, 蒲公英 tanpopo, 狐狸 kori, 似非 ese, 無垢 muku, 従兄弟 itoko, 叔父 oji, 伯母 oba, 祖母 baba,
一日 ichinichi tsuitachi, 二日 futsuka, 三日 mikka, 十日 tooka, 二十日 hatsuka, 日和 biyori hiyori, 生贄 ikenie,
悪戯 itazura, 秘密 himitsu, 昔話 mukashibanashi, 白雪 shirayuki, 刀剣 touken, 女神 megami, 乙女 otome, 巫女 miko,
早乙女 saotome, 海女 ama, 天邪鬼 amanojaku, 美味 oishi umai, 不味 mazui, 流石 sasuga, 沢山 takusan, 素敵 suteki,
一昨日 ototoi, 明後日 asatte, 硝子 garasu, 麦酒 biiru, 倶楽部 kurabu, 型録 katarogu, 合羽 kappa, 珈琲 koohii
"""

# Readings that Unihan has not; upper case is read as a Japanese word, of which titles write the end in kana.
EXTRA = """
私 WATASHI, 僕 boku, 俺 ORE, 君 KIMI, 何 NANI nan, 家 UCHI, 娘 KO, 時 TOKI, 夜 YORU YO, 奴 YATSU, 彼 KANO, 女 ME,
達 TACHI, 等 RA, 主 NUSHI, 姫 HIME, 妹 IMOUTO, 兄 NII, 姉 NEE, 父 TOU, 母 KAA, 爺 JII, 婆 BAA, 剣 KEN TSURUGI,
刃 YAIBA, 魔 MA, 鬼 ONI, 龍 RYUU TATSU, 竜 RYUU TATSU, 狼 OOKAMI, 狐 KITSUNE, 猫 NEKO, 犬 INU, 鷹 TAKA, 獣 KEMONO,
話 HANASHI, 物 MONO, 語 KATARI, 恋 KOI, 愛 ITOSHII, 初 HATSU UI, 嘘 USO, 噂 UWASA, 煩 WAZURAI, 葬 sou, 薬 KUSURI,
嫁 YOME, 婿 MUKO, 旅 TABI, 歌 UTA, 唄 UTA, 詩 UTA, 声 KOE, 形 KATACHI, 名 NA, 夢 YUME, 幻 MABOROSHI, 街 MACHI,
城 SHIRO JOU, 空 SORA, 宙 SORA, 星 HOSHI, 月 TSUKI, 陽 HI, 風 KAZE, 雷 IKAZUCHI, 雪 YUKI, 桜 SAKURA, 花 HANA, 華 HANA,
鍵 KAGI, 扉 TOBIRA, 鎖 KUSARI, 檻 ORI, 籠 KAGO, 罪 TSUMI, 罰 BATSU, 呪 NOROI, 祟 TATARI, 憑 TSUKI, 化 BAKE, 偽 NISE,
傷 KIZU, 終 OWARI, 始 HAJIMARI, 続 zoku, 憂 YUU, 鬱 utsu, 的 teki, 真 SHIN MA, 新 ARATA, 古 KO, 旧 kyuu, 神 KAMI KA,
"""

HEPBURN = [
    ("tch", "tty"), ("cch", "tty"), ("shi", "si"), ("sh", "sy"), ("chi", "ti"), ("ch", "ty"), ("ts", "t"), ("dz", "z"),
    ("ji", "zi"), ("j", "zy"), ("f", "h"), ("wo", "o"), ("v", "b"), ("mb", "nb"), ("mp", "np"), ("'", ""),
]


def spelled(reading):
    """The letters that Romaji.spelling(ofLatin:) makes of the reading."""
    reading = reading.lower()
    for typed, letters in HEPBURN:
        reading = reading.replace(typed, letters)
    assert re.fullmatch("[a-z]+", reading), reading
    return reading


class Fold:
    """Folds a kanji as titles are folded."""

    def __init__(self):
        self.other = {code: root for root, codes in folding.han_classes().items() for code in codes}

    def __call__(self, text):
        return "".join(chr(self.other.get(ord(character), ord(character))) for character in text)


def is_common(character):
    """Whether it is one of JIS X 0208."""
    try:
        return len(character.encode("euc_jp")) == 2
    except UnicodeEncodeError:
        return False


def readings(fold):
    """The readings of each kanji, those of Chinese origin in lower case, Japanese words in upper case."""
    found = defaultdict(set)
    for row in rows("Unihan_Readings.txt.bz2"):
        if len(row) != 3 or row[1] not in ("kJapaneseOn", "kJapaneseKun"):
            continue
        kanji = chr(int(row[0][2:], 16))
        if is_common(kanji):
            words = [spelled(word) for word in row[2].split()]
            found[fold(kanji)] |= {word.upper() if row[1] == "kJapaneseKun" else word for word in words}
    for entry in EXTRA.replace("\n", " ").split(","):
        if entry.strip():
            kanji, *words = entry.split()
            found[fold(kanji)] |= {spelled(word).upper() if word.isupper() else spelled(word) for word in words}
    return found


def words(fold):
    """The readings of words."""
    for entry in WORDS.replace("\n", " ").split(","):
        word, *spoken = entry.split()
        yield fold(word), [spelled(reading) for reading in spoken]


def literal(entries):
    """The entries, each followed by a bar, in lines of a multi-line literal that joins them again."""
    lines, line = [], ""
    for entry in entries:
        if len(line) + len(entry) > 104:
            lines, line = lines + [line], ""
        line += entry + "|"
    return "\n".join(f"    {line}\\" for line in lines + [line]).removesuffix("\\")


def main():
    fold = Fold()
    print("// Generated by Tests/Generators/readings.py from Unicode 15.0: do not edit.")
    print()
    print("/// How kanji are read, in the letters of `Romaji`; a kanji or word, then its readings and a bar.")
    print("enum ReadingTable {")
    print("  /// The readings of each kanji: those of Chinese origin in lower case, Japanese words in upper case.")
    print('  static let kanji: StaticString = """')
    print(literal(kanji + " ".join(sorted(found)) for kanji, found in sorted(readings(fold).items())))
    print('    """')
    print()
    print("  /// The readings of words whose kanji are not read one by one.")
    print('  static let words: StaticString = """')
    print(literal(word + " ".join(spoken) for word, spoken in sorted(words(fold))))
    print('    """')
    print("}")


if __name__ == "__main__":
    main()
