"""The endings of Japanese verbs and adjectives, each with what it attaches to and what it makes.

A row is (stem, endings, result, name): every ending of the row, spellings of one another,
attaches to that stem of a word, and what comes out can go on as `result` says. The stems are
those of `kit.language.inflection.rules`. Terms follow the common reference grammars (Makino and
Tsutsui; Martin 1975).
"""

from __future__ import annotations


class S:
    """What a form is: a word of a JMdict class, or a form that takes only certain endings."""

    V1 = 1 << 0
    V1_S = 1 << 1
    V5B = 1 << 2
    V5G = 1 << 3
    V5K = 1 << 4
    V5K_S = 1 << 5
    V5M = 1 << 6
    V5N = 1 << 7
    V5R = 1 << 8
    V5R_I = 1 << 9
    V5ARU = 1 << 10
    V5S = 1 << 11
    V5T = 1 << 12
    V5U = 1 << 13
    V5U_S = 1 << 14
    VK = 1 << 15
    VS_I = 1 << 16
    VS_S = 1 << 17
    VZ = 1 << 18
    VS = 1 << 19
    ADJ_I = 1 << 20
    ADJ_IX = 1 << 21
    ADJ_NA = 1 << 22
    ADJ_T = 1 << 23
    COP = 1 << 24
    CAUSATIVE = 1 << 25
    PASSIVE = 1 << 26
    POTENTIAL = 1 << 27
    AUXILIARY = 1 << 28
    NEGATIVE = 1 << 29
    DESIRE = 1 << 30
    DERIVED = 1 << 31
    MASU = 1 << 32
    MASEN = 1 << 33
    HEN = 1 << 34
    PAST = 1 << 35
    SEEMING = 1 << 36
    EXP = 1 << 37
    END = 1 << 38


State = int
ANY_STATE = (S.END << 1) - 1
LEXICAL = ((S.COP << 1) - 1) | S.EXP
ICHIDAN = S.V1 | S.V1_S | S.CAUSATIVE | S.PASSIVE | S.POTENTIAL | S.AUXILIARY
ADJECTIVE = S.ADJ_I | S.ADJ_IX | S.NEGATIVE | S.DESIRE | S.DERIVED
NOMINAL = S.ADJ_NA | S.SEEMING

Row = tuple[str, str, State, str]

PASSIVE_OF = "passive, potential or honorific"
ONGOING = "ongoing or resulting state"
MUST = "must"

# Stems: see conjugation.STEMS. "te" and "ta" are written て… and た… here, ちゃ… and と… for
# their contractions; the voiced で…, だ…, じゃ…, ど… follow from the verb.
VERB_ENDINGS: tuple[Row, ...] = (
    ("negative", "ない", S.NEGATIVE, "〜ない: negative"),
    ("negative", "へん", S.HEN, "〜へん: negative (western)"),
    ("western negative", "へん ひん", S.HEN, "〜へん: negative (western)"),
    ("western negative", "やへん やん", S.HEN, "〜やへん: negative (western)"),
    ("conditional", "へん", S.HEN, "〜へん: negative (western)"),
    ("slurred negative", "ない", S.NEGATIVE, "〜んない: negative (colloquial)"),
    ("irrealis", "ず", S.END, "〜ず: negative, without doing (literary)"),
    ("irrealis", "ずに", S.END, "〜ずに: without doing"),
    ("irrealis", "ずとも", S.END, "〜ずとも: even without doing (literary)"),
    ("irrealis", "ずじまい", S.SEEMING, "〜ずじまい: ending up not doing"),
    ("irrealis", "ずにいる", S.AUXILIARY, "〜ずにいる: stay without doing"),
    ("irrealis", "ずにおく", S.V5K, "〜ずにおく: leave undone"),
    ("irrealis", "ずにすむ ずに済む", S.V5M, "〜ずにすむ: get by without doing"),
    ("irrealis", "ずにはいられない", S.NEGATIVE, "〜ずにはいられない: cannot help doing"),
    ("irrealis", "ずにはいられません", S.MASEN, "〜ずにはいられません: cannot help doing, polite"),
    ("irrealis", "ずにはおかない", S.NEGATIVE, "〜ずにはおかない: be bound to"),
    ("irrealis", "ぬ", S.END, "〜ぬ: negative (literary)"),
    ("irrealis", "ねば", S.END, "〜ねば: if not, must (literary)"),
    ("irrealis", "にゃ にゃあ", S.END, "〜にゃ: if not, must (colloquial)"),
    ("irrealis", "ねばならない", S.NEGATIVE, f"〜ねばならない: {MUST}"),
    ("irrealis", "ねばならぬ ねばならん", S.END, f"〜ねばならぬ: {MUST} (literary)"),
    ("irrealis", "ねばならず", S.END, f"〜ねばならず: {MUST}, and"),
    ("irrealis", "ねばなるまい", S.END, f"〜ねばなるまい: {MUST}, no doubt"),
    ("irrealis", "ねばなりません", S.MASEN, f"〜ねばなりません: {MUST}, polite"),
    ("irrealis", "な", S.END, f"〜な: if not, {MUST} (western)"),
    ("irrealis", "なあかん なあきまへん なあかんで", S.END, f"〜なあかん: {MUST} (western)"),
    ("irrealis", "なあかんかった", S.PAST, f"〜なあかんかった: {MUST}, past (western)"),
    ("irrealis", "なならん なならない", S.END, f"〜なならん: {MUST} (western)"),
    ("irrealis", "んとあかん んといかん", S.END, f"〜んといかん: {MUST} (western)"),
    ("irrealis", "んといけない んとならない", S.NEGATIVE, f"〜んといけない: {MUST} (colloquial)"),
    ("irrealis", "んといけません", S.MASEN, f"〜んといけません: {MUST}, polite (colloquial)"),
    ("irrealis", "んとだめ んと駄目 んとダメ", S.SEEMING, f"〜んとだめ: {MUST} (colloquial)"),
    ("irrealis", "ねばいけない", S.NEGATIVE, f"〜ねばいけない: {MUST}"),
    ("irrealis", "ざる", S.END, "〜ざる: negative before a noun (literary)"),
    ("irrealis", "ざれば", S.END, "〜ざれば: if not (literary)"),
    ("irrealis", "ざりき ざりけり", S.END, "〜ざりき: past negative (literary)"),
    ("irrealis", "ざりし", S.END, "〜ざりし: past negative before a noun (literary)"),
    ("irrealis", "ざるを得ない ざるをえない", S.NEGATIVE, "〜ざるを得ない: cannot but"),
    ("irrealis", "ざるを得ません ざるをえません", S.MASEN, "〜ざるを得ません: cannot but, polite"),
    ("irrealis", "ざるを得ず ざるをえず", S.END, "〜ざるを得ず: cannot but, and"),
    ("irrealis", "ざるを得ぬ ざるをえぬ", S.END, "〜ざるを得ぬ: cannot but (literary)"),
    ("irrealis", "ん", S.END, "〜ん: negative (colloquial)"),
    ("irrealis", "んかった", S.PAST, "〜んかった: past negative (western)"),
    ("irrealis", "なんだ", S.PAST, "〜なんだ: past negative (western)"),
    ("irrealis", "んで んでも", S.END, "〜んで: without doing (colloquial)"),
    ("irrealis", "んといて", S.END, "〜んといて: request not to (western)"),
    ("irrealis", "んとする", S.VS_I, "〜んとする: about to, trying to (literary)"),
    ("irrealis", "んとす", S.END, "〜んとす: about to (literary)"),
    ("irrealis", "んばかり", S.SEEMING, "〜んばかり: as if about to"),
    (
        "irrealis",
        "んがため んがために んが為 んが為に",
        S.END,
        "〜んがため: in order to (literary)",
    ),
    ("irrealis", "ずんば", S.END, "〜ずんば: if not (literary)"),
    ("irrealis", "しめる", S.CAUSATIVE, "〜しめる: causative (literary)"),
    ("irrealis", "はる", S.V5R, "〜はる: honorific (western)"),
    ("irrealis", "む", S.END, "〜む: will, shall (literary)"),
    ("imperative", "", S.END, "imperative"),
    ("literary terminal", "", S.END, "terminal (literary)"),
    ("literary prohibition", "な", S.END, "〜な: prohibition (literary)"),
    ("literary attributive", "", S.END, "before a noun (literary)"),
    ("continuative", "", S.END, "continuative"),
    ("continuative", "ます", S.MASU, "polite"),
    ("continuative", "まする", S.END, "polite (dated)"),
    ("continuative", "やす", S.V5S, "〜やす: polite (dated)"),
    ("continuative", "たい", S.DESIRE, "〜たい: want to"),
    ("continuative", "そう", S.SEEMING, "〜そう: looks as if"),
    ("continuative", "すぎる 過ぎる", S.AUXILIARY, "〜すぎる: too much"),
    ("continuative", "やすい 易い", S.DERIVED, "〜やすい: easy to, likely to"),
    ("continuative", "よい 良い", S.DERIVED, "〜よい: pleasant to"),
    ("continuative", "にくい 難い", S.DERIVED, "〜にくい: hard to"),
    ("continuative", "づらい 辛い", S.DERIVED, "〜づらい: hard to"),
    ("continuative", "がたい 難い", S.DERIVED, "〜がたい: hard to, near impossible to"),
    ("continuative", "っぽい", S.DERIVED, "〜っぽい: apt to"),
    ("continuative", "方 かた", S.END, "〜方: way of doing"),
    ("continuative", "ようがない 様がない ようもない", S.NEGATIVE, "〜ようがない: no way to"),
    ("continuative", "っこない", S.NEGATIVE, "〜っこない: no chance of"),
    ("continuative", "ながら ながらも ながらに", S.END, "〜ながら: while, although"),
    ("continuative", "つつ つつも", S.END, "〜つつ: while, although (literary)"),
    ("continuative", "つつある", S.V5R_I, "〜つつある: in the course of"),
    ("continuative", "がてら", S.END, "〜がてら: while, on the same occasion"),
    ("continuative", "がち", S.SEEMING, "〜がち: tend to"),
    ("continuative", "っぱなし っ放し", S.SEEMING, "〜っぱなし: leave as it is"),
    ("continuative", "たて 立て", S.SEEMING, "〜たて: just done"),
    ("continuative", "かけ 掛け", S.SEEMING, "〜かけ: half done"),
    ("continuative", "次第 しだい", S.END, "〜次第: as soon as"),
    ("continuative", "なさい", S.END, "〜なさい: polite command"),
    ("continuative", "なさる", S.V5ARU, "〜なさる: honorific"),
    ("continuative", "なさんな", S.END, "〜なさんな: prohibition"),
    ("slurred continuative", "なさい", S.END, "〜なさい: polite command (colloquial)"),
    ("continuative", "んさい", S.END, "〜んさい: polite command (western)"),
    ("continuative", "なはる", S.V5R, "〜なはる: honorific (western)"),
    ("continuative", "な", S.END, "〜な: command (familiar)"),
    ("continuative", "たまえ 給え", S.END, "〜たまえ: command (to juniors)"),
    ("continuative", "たまう 給う", S.V5U, "〜たまう: honorific (literary)"),
    ("continuative", "得る える", S.POTENTIAL, "〜得る: possible"),
    ("continuative", "うる", S.END, "〜得る: possible"),
    ("continuative", "うれば", S.END, "〜うれば: if possible"),
    ("continuative", "かねる 兼ねる", S.AUXILIARY, "〜かねる: find it hard to"),
    ("continuative", "はじめる 始める", S.AUXILIARY, "〜始める: begin to"),
    ("continuative", "つづける 続ける", S.AUXILIARY, "〜続ける: go on doing"),
    ("continuative", "おわる 終わる", S.V5R, "〜終わる: finish doing"),
    ("continuative", "おえる 終える", S.AUXILIARY, "〜終える: finish doing"),
    ("continuative", "だす 出す", S.V5S, "〜出す: begin suddenly to"),
    ("continuative", "なおす 直す", S.V5S, "〜直す: do again"),
    ("continuative", "あう 合う", S.V5U, "〜合う: do to one another"),
    ("continuative", "きる 切る", S.V5R, "〜切る: do completely"),
    ("continuative", "ぬく 抜く", S.V5K, "〜抜く: do to the end"),
    ("continuative", "上げる", S.AUXILIARY, "〜上げる: finish doing"),
    ("continuative", "続く", S.V5K, "〜続く: go on"),
    ("continuative", "こむ 込む", S.V5M, "〜込む: do into, do thoroughly"),
    ("continuative", "つくす 尽くす", S.V5S, "〜尽くす: do exhaustively"),
    ("continuative", "かける 掛ける", S.AUXILIARY, "〜かける: be about to, half do"),
    ("continuative", "そこねる 損ねる", S.AUXILIARY, "〜損ねる: fail to"),
    ("continuative", "そこなう 損なう", S.V5U, "〜損なう: fail to"),
    ("continuative", "そびれる", S.AUXILIARY, "〜そびれる: miss the chance to"),
    ("continuative", "わすれる 忘れる", S.AUXILIARY, "〜忘れる: forget to"),
    ("continuative", "なれる 慣れる", S.AUXILIARY, "〜慣れる: be used to"),
    ("continuative", "まくる", S.V5R, "〜まくる: do without stopping (colloquial)"),
    ("continuative", "やがる", S.V5R, "〜やがる: do, with contempt (vulgar)"),
    ("continuative", "くさる", S.V5R, "〜くさる: do, with contempt (western)"),
    ("continuative", "さらす", S.V5S, "〜さらす: do, with contempt (western)"),
    ("continuative", "よる", S.V5R, "〜よる: be doing (western)"),
    ("continuative", "はる", S.V5R, "〜はる: honorific (western)"),
    ("continuative", "はする", S.VS_I, "〜はする: emphatic"),
    ("continuative", "もする", S.VS_I, "〜もする: emphatic"),
    ("continuative", "さえする", S.VS_I, "〜さえする: even, if only"),
    ("continuative", "やしない ゃしない", S.NEGATIVE, "〜やしない: emphatic negative"),
    ("continuative", "けり", S.END, "〜けり: past (literary)"),
    ("continuative", "き", S.END, "〜き: past (literary)"),
    ("continuative", "し", S.END, "〜し: past before a noun (literary)"),
    ("continuative", "たる", S.END, "〜たる: past before a noun (literary)"),
    ("terminal", "な", S.END, "〜な: prohibition"),
    ("terminal", "なかれ 勿れ", S.END, "〜なかれ: prohibition (literary)"),
    ("terminal", "ごとき 如き がごとき が如き", S.END, "〜ごとき: like (literary)"),
    ("terminal", "ごとく 如く がごとく が如く", S.END, "〜ごとく: as if (literary)"),
    ("terminal", "ごとし 如し がごとし が如し", S.END, "〜ごとし: is like (literary)"),
    ("slurred terminal", "な", S.END, "〜んな: prohibition (colloquial)"),
    ("slurred terminal", "の んだ のか", S.END, "〜んの: explanatory (colloquial)"),
    ("slurred terminal", "だ です だよ", S.END, "〜んだ: explanatory (colloquial)"),
    ("slurred terminal", "じゃない", S.NEGATIVE, "〜んじゃない: prohibition (colloquial)"),
    ("terminal", "まじき", S.END, "〜まじき: must not, before a noun (literary)"),
    ("necessity", "べき", S.SEEMING, "〜べき: should"),
    ("necessity", "べし", S.END, "〜べし: should (literary)"),
    ("necessity", "べく", S.END, "〜べく: in order to, as should be (literary)"),
    ("necessity", "べくもない", S.NEGATIVE, "〜べくもない: could not possibly"),
    ("necessity", "べからず", S.END, "〜べからず: must not (literary)"),
    ("necessity", "べくして", S.END, "〜べくして: as was bound to be (literary)"),
    ("necessity", "べからざる", S.END, "〜べからざる: must not, before a noun (literary)"),
    ("negative intention", "まい", S.END, "〜まい: will not, surely not"),
    ("conditional", "ば", S.END, "〜ば: conditional"),
    ("irrealis", "ば", S.END, "〜ば: if (literary)"),
    ("conditional", "ども ど", S.END, "〜ども: although (literary)"),
    ("contracted conditional", " あ ー ぁ", S.END, "〜ば: conditional (contracted)"),
    ("volitional", "", S.END, "〜{u}: volitional"),
    ("volitional", "とする", S.VS_I, "〜{u}とする: try to, be about to"),
    ("volitional", "や", S.END, "〜{u}や: volitional (western)"),
    ("short volitional", "", S.END, "〜{u}: volitional (shortened)"),
    ("volitional", "とも", S.END, "〜{u}とも: even if, no matter how (literary)"),
    ("short volitional", "っか", S.END, "〜{u}か: volitional, shall we (colloquial)"),
    ("short volitional", "っと", S.END, "〜{u}っと: volitional (colloquial)"),
    ("causative's passive", "", S.PASSIVE, "〜られる: passive"),
    ("passive", "", S.PASSIVE, "〜{}: passive, potential or honorific"),
    ("suru passive", "", S.PASSIVE, "〜{}: passive or honorific"),
    ("causative", "", S.CAUSATIVE, "〜{}: causative"),
    ("short causative", "", S.V5S, "〜{}: causative (short)"),
    ("causative passive", "", S.PASSIVE, "〜される: causative passive (contracted)"),
    ("potential", "", S.POTENTIAL, "potential"),
    ("suru potential", "", S.POTENTIAL, "〜できる: potential"),
    ("short potential", "", S.POTENTIAL, "〜れる: potential (ら dropped)"),
    ("continuative", "よう 様", S.END, "〜よう: way of doing"),
    ("ta", "た", S.PAST, "〜た: past"),
    ("ta", "たら たらば", S.END, "〜たら: conditional, when"),
    ("ta", "たり", S.END, "〜たり: representative, doing such things as"),
    ("ta", "たろう", S.END, "〜たろう: probably did"),
    ("ta", "たなら たならば", S.END, "〜たなら: conditional, if it is that"),
    ("ta", "たって たとて", S.END, "〜たって: even if (colloquial)"),
    ("te", "て", S.END, "〜て: te-form"),
    ("te", "ては", S.END, "〜ては: te-form with topic"),
    ("te", "ちゃ ちゃあ", S.END, "〜ちゃ: 〜ては contracted"),
    ("te", "ても", S.END, "〜ても: even if"),
    ("te", "てから", S.END, "〜てから: after doing"),
    ("te", "てはならない", S.NEGATIVE, "〜てはならない: must not"),
    ("te", "てはいけない", S.NEGATIVE, "〜てはいけない: must not"),
    ("te", "ちゃならない ちゃいけない", S.NEGATIVE, "〜ちゃいけない: must not (contracted)"),
    (
        "te",
        "ちゃなりません ちゃいけません",
        S.MASEN,
        "〜ちゃいけない: must not, polite (contracted)",
    ),
    ("te", "てはだめ ては駄目 てはダメ", S.SEEMING, "〜てはだめ: must not"),
    ("te", "ちゃだめ ちゃ駄目 ちゃダメ", S.SEEMING, "〜ちゃだめ: must not (contracted)"),
    ("te", "てはならぬ てはならん てはいかん", S.END, "〜てはならぬ: must not (literary)"),
    ("te", "てはならず", S.END, "〜てはならず: must not, and"),
    (
        "te",
        "ちゃならん ちゃいかん ちゃあかん たらあかん",
        S.END,
        "〜ちゃいかん: must not (western)",
    ),
    ("te", "てはなりません てはいけません", S.MASEN, "〜てはならない: must not, polite"),
    ("te", "ている て居る", S.AUXILIARY, f"〜ている: {ONGOING}"),
    ("te", "てる", S.AUXILIARY, f"〜てる: {ONGOING} (〜ている contracted)"),
    ("te", "ておる て居る", S.V5R, f"〜ておる: {ONGOING} (humble or formal)"),
    ("te", "とる", S.V5R, f"〜とる: {ONGOING} (western)"),
    ("te", "とう", S.END, f"〜とう: {ONGOING} (western)"),
    ("te", "てはる たはる", S.V5R, f"〜てはる: {ONGOING} (honorific, western)"),
    ("te", "ちょる", S.V5R, f"〜ちょる: {ONGOING} (western)"),
    ("te", "ていらっしゃる", S.V5ARU, f"〜ていらっしゃる: {ONGOING} (honorific)"),
    ("te", "てらっしゃる", S.V5ARU, f"〜てらっしゃる: {ONGOING} (honorific, contracted)"),
    ("te", "てござる", S.V5ARU, f"〜てござる: {ONGOING} (polite)"),
    ("te", "てある て有る", S.V5R_I, "〜てある: state left by an action"),
    ("te", "ておく て置く", S.V5K, "〜ておく: do in advance, leave so"),
    ("te", "とく", S.V5K, "〜とく: do in advance (〜ておく contracted)"),
    ("te", "てみる て見る", S.AUXILIARY, "〜てみる: try doing"),
    ("te", "てみせる て見せる", S.AUXILIARY, "〜てみせる: show that one does"),
    ("te", "てしまう て仕舞う て終う", S.V5U, "〜てしまう: completely, or to one's regret"),
    (
        "te",
        "ちゃう ちまう",
        S.V5U,
        "〜ちゃう: completely, or to one's regret (〜てしまう contracted)",
    ),
    ("te", "てくる て来る て來る", S.VK, "〜てくる: come to, do and come"),
    ("te", "てまう", S.V5U, "〜てまう: completely, or to one's regret (western)"),
    ("te", "てもた", S.PAST, "〜てもた: completely, or to one's regret, past (western)"),
    ("te", "ていく て行く てゆく", S.V5K_S, "〜ていく: go on doing, do and go"),
    ("te", "てく", S.V5K_S, "〜てく: go on doing, do and go (〜ていく contracted)"),
    ("te", "てくれる て呉れる", S.V1_S | S.AUXILIARY, "〜てくれる: do for me or us"),
    ("te", "てくださる て下さる", S.V5ARU, "〜てくださる: do for me or us (honorific)"),
    ("te", "てもらう て貰う", S.V5U, "〜てもらう: have someone do"),
    ("te", "ていただく て頂く て戴く", S.V5K, "〜ていただく: have someone do (humble)"),
    ("te", "てあげる て上げる", S.AUXILIARY, "〜てあげる: do for someone"),
    ("te", "たげる", S.AUXILIARY, "〜たげる: do for someone (〜てあげる contracted)"),
    ("te", "てさしあげる て差し上げる", S.AUXILIARY, "〜てさしあげる: do for someone (humble)"),
    ("te", "てやる て遣る", S.V5R, "〜てやる: do for someone (to juniors)"),
    ("te", "たる", S.V5R, "〜たる: do for someone (〜てやる contracted)"),
    ("te", "ちゃる", S.V5R, "〜ちゃる: do for someone (〜てやる contracted, western)"),
    ("te", "てまいる て参る", S.V5R, "〜てまいる: come to, go on doing (humble)"),
    ("te", "てのける", S.AUXILIARY, "〜てのける: manage to do"),
    ("te", "てやがる", S.V5R, "〜てやがる: be doing, with contempt (vulgar)"),
    ("te", "てほしい て欲しい", S.DERIVED, "〜てほしい: want someone to do"),
    ("te", "てください て下さい", S.END, "〜てください: request"),
    ("te", "ておくれ とくれ", S.END, "〜ておくれ: request (familiar)"),
    ("te", "てちょうだい て頂戴", S.END, "〜てちょうだい: request (familiar)"),
    ("te", "てごらん てご覧 て御覧", S.END, "〜てごらん: suggestion to try"),
)

# Attached to an adjective without its い.
ADJECTIVE_ENDINGS: tuple[tuple[str, State, str], ...] = (
    ("く", S.END, "〜く: adverbial, or joining clauses"),
    ("くて", S.END, "〜くて: te-form"),
    ("くって", S.END, "〜くって: te-form (colloquial)"),
    ("くては", S.END, "〜くては: te-form with topic"),
    ("くちゃ くちゃあ くっちゃ", S.END, "〜くちゃ: 〜くては contracted"),
    ("くても", S.END, "〜くても: even if"),
    ("くたって", S.END, "〜くたって: even if (colloquial)"),
    ("くない", S.NEGATIVE, "〜くない: negative"),
    ("くはない くもない", S.NEGATIVE, "〜くはない: emphatic negative"),
    ("くありません", S.MASEN, "〜くありません: negative, polite"),
    ("くはありません", S.MASEN, "〜くはありません: emphatic negative, polite"),
    ("くございません", S.MASEN, "〜くございません: negative, very polite"),
    ("くある", S.V5R_I, "〜くある: be (literary)"),
    ("かった", S.PAST, "〜かった: past"),
    ("かったら", S.END, "〜かったら: conditional, when"),
    ("かったり", S.END, "〜かったり: representative"),
    ("かったろう", S.END, "〜かったろう: probably was"),
    ("かろう", S.END, "〜かろう: probably"),
    ("ければ", S.END, "〜ければ: conditional"),
    ("けりゃ けりゃあ きゃ きゃあ", S.END, "〜ければ: conditional (contracted)"),
    ("けれど けれども", S.END, "〜けれど: although (literary)"),
    ("くも", S.END, "〜くも: adverbial, emphatic"),
    ("くとも", S.END, "〜くとも: even if"),
    ("くば くんば", S.END, "〜くば: if (literary)"),
    ("さ", S.END, "〜さ: noun of degree"),
    ("げ さげ", S.SEEMING, "〜げ: seeming"),
    ("そう さそう", S.SEEMING, "〜そう: looks as if"),
    ("すぎる 過ぎる さすぎる さ過ぎる", S.AUXILIARY, "〜すぎる: too"),
    ("からず", S.END, "〜からず: negative (literary)"),
    ("からざる", S.END, "〜からざる: negative before a noun (literary)"),
    ("かり", S.END, "〜かり: terminal (literary)"),
    ("かる", S.END, "〜かる: before a noun (literary)"),
    ("けれ", S.END, "〜けれ: terminal after こそ (literary)"),
    ("かりけり", S.END, "〜かりけり: past (literary)"),
    ("からぬ", S.END, "〜からぬ: negative before a noun (literary)"),
    ("かれ", S.END, "〜かれ: imperative (literary)"),
    ("かるべき", S.SEEMING, "〜かるべき: should be (literary)"),
    ("からん", S.END, "〜からん: probably (literary)"),
    ("かるべし", S.END, "〜かるべし: should be (literary)"),
    ("かりし", S.END, "〜かりし: past before a noun (literary)"),
    ("かりき", S.END, "〜かりき: past (literary)"),
    ("いです", S.END, "polite"),
    ("いっす", S.END, "polite (colloquial)"),
    ("っ", S.END, "exclamation (colloquial)"),
)

# Only for adjectives proper, or those of wish: no such form of a negative verb.
PROPER_ENDINGS: tuple[tuple[str, State, str], ...] = (
    ("み", S.END, "〜み: noun of quality"),
    ("め", S.END, "〜め: rather"),
    ("き", S.END, "〜き: before a noun (literary)"),
    ("し", S.END, "〜し: terminal (literary)"),
    ("がる", S.V5R, "〜がる: show signs of"),
    ("くさい 臭い", S.DERIVED, "〜くさい: in a tiresome way"),
)

# Attached to a negative in place of its ない.
NEGATIVE_ENDINGS: tuple[tuple[str, State, str], ...] = (
    ("ないで", S.END, "〜ないで: without doing"),
    ("ないでいる", S.AUXILIARY, "〜ないでいる: stay without doing"),
    ("ないでる", S.AUXILIARY, "〜ないでる: stay without doing (contracted)"),
    ("ないどく", S.V5K, "〜ないどく: leave undone (contracted)"),
    ("ないでおく", S.V5K, "〜ないでおく: leave undone"),
    ("ないでくれる", S.V1_S | S.AUXILIARY, "〜ないでくれる: refrain for me or us"),
    ("ないでくださる ないで下さる", S.V5ARU, "〜ないでくださる: refrain for me or us (honorific)"),
    ("ないでもらう", S.V5U, "〜ないでもらう: have someone refrain"),
    ("ないでいただく ないで頂く", S.V5K, "〜ないでいただく: have someone refrain (humble)"),
    ("ないでほしい ないで欲しい", S.DERIVED, "〜ないでほしい: want someone not to"),
    ("ないでください ないで下さい", S.END, "〜ないでください: request not to"),
    ("ないでちょうだい ないで頂戴", S.END, "〜ないでちょうだい: request not to (familiar)"),
    ("ないではいられない", S.NEGATIVE, "〜ないではいられない: cannot help doing"),
    ("ないではいられません", S.MASEN, "〜ないではいられません: cannot help doing, polite"),
    ("なそう", S.SEEMING, "〜そう: looks as if"),
    ("ね", S.END, "〜ない: negative (colloquial)"),
    ("なければならない なければいけない", S.NEGATIVE, f"〜なければならない: {MUST}"),
    ("なくてはならない なくてはいけない", S.NEGATIVE, f"〜なくてはならない: {MUST}"),
    (
        "なきゃならない なきゃいけない なくちゃならない なくちゃいけない "
        "なけりゃならない なけりゃいけない なくっちゃならない なくっちゃいけない",
        S.NEGATIVE,
        f"〜なきゃならない: {MUST} (contracted)",
    ),
    ("ないと", S.END, f"〜ないと: if not, {MUST}"),
    ("ないといけない ないとならない", S.NEGATIVE, f"〜ないといけない: {MUST}"),
    ("ないといけません ないとなりません", S.MASEN, f"〜ないといけません: {MUST}, polite"),
    ("ないとだめ ないと駄目 ないとダメ", S.SEEMING, f"〜ないとだめ: {MUST}"),
    ("ないとあかん ないといかん", S.END, f"〜ないといかん: {MUST} (western)"),
    ("ないですむ ないで済む", S.V5M, "〜ないですむ: get by without doing"),
    (
        "なければだめ なければ駄目 なければダメ なくてはだめ なくては駄目 なくてはダメ",
        S.SEEMING,
        f"〜なければだめ: {MUST}",
    ),
    (
        "なきゃだめ なきゃ駄目 なきゃダメ なくちゃだめ なくちゃ駄目 なくちゃダメ",
        S.SEEMING,
        f"〜なきゃだめ: {MUST} (contracted)",
    ),
    (
        "なければいかん なければあかん なきゃいかん なきゃあかん なきゃならん なくちゃならん",
        S.END,
        f"〜なきゃいかん: {MUST} (western)",
    ),
    ("なければなりません なければいけません", S.MASEN, f"〜なければなりません: {MUST}, polite"),
    ("なくてはなりません なくてはいけません", S.MASEN, f"〜なくてはなりません: {MUST}, polite"),
    (
        "なきゃなりません なきゃいけません なくちゃなりません なくちゃいけません",
        S.MASEN,
        f"〜なきゃなりません: {MUST}, polite (contracted)",
    ),
    ("なければなるまい なくてはなるまい", S.END, f"〜なければなるまい: {MUST}, no doubt"),
    ("なくてはならず", S.END, f"〜なくてはならず: {MUST}, and"),
    ("なくてはならぬ なくてはならん", S.END, f"〜なくてはならぬ: {MUST} (literary)"),
    ("なければならず", S.END, f"〜なければならず: {MUST}, and"),
    ("なければならぬ なければならん", S.END, f"〜なければならぬ: {MUST} (literary)"),
)

# Attached to a polite verb in place of its ます.
POLITE_ENDINGS: tuple[tuple[str, State, str], ...] = (
    ("ました", S.PAST, "〜た: past"),
    ("ましたら", S.END, "〜たら: conditional, when"),
    ("ましたり", S.END, "〜たり: representative, doing such things as"),
    ("ましたろう", S.END, "〜たろう: probably did"),
    ("まして", S.END, "〜て: te-form"),
    ("ましても", S.END, "〜ても: even if"),
    ("ません", S.MASEN, "〜ません: negative"),
    ("まへん", S.HEN, "〜まへん: negative (western)"),
    ("ませぬ", S.END, "〜ません: negative (dated)"),
    ("ませず", S.END, "〜ませず: negative, and"),
    ("ましょう", S.END, "〜ましょう: volitional"),
    ("ましょ まひょ", S.END, "〜ましょう: volitional (shortened)"),
    ("ましょっか", S.END, "〜ましょうか: volitional, shall we (colloquial)"),
    ("ますまい", S.END, "〜まい: will not, surely not"),
    ("ませ まし", S.END, "imperative"),
    ("ますれば ませば", S.END, "〜ば: conditional"),
)

POLITE_NEGATIVE_ENDINGS: tuple[tuple[str, State, str], ...] = (
    ("でした", S.PAST, "〜でした: past"),
    ("かった", S.PAST, "〜かった: past"),
    ("かったら", S.END, "〜かったら: conditional, when"),
    ("けりゃ ければ", S.END, "〜ければ: conditional (dated)"),
    ("でしたろう", S.END, "〜でしたろう: probably did not"),
    ("だろう", S.END, "〜だろう: probably"),
    ("でしたら", S.END, "〜でしたら: conditional, when"),
    ("でしょう", S.END, "〜でしょう: probably"),
    ("で", S.END, "〜で: te-form"),
    ("です", S.END, "polite"),
)

# Attached to a な-adjective, or to what behaves as one (〜そう, 〜べき).
NOMINAL_ENDINGS: tuple[tuple[str, State, str], ...] = (
    ("な", S.END, "〜な: before a noun"),
    ("に", S.END, "〜に: adverbial"),
    ("だ", S.END, "〜だ: copula"),
    ("だった", S.PAST, "〜だった: past"),
    ("だったら", S.END, "〜だったら: conditional, when"),
    ("だったり", S.END, "〜だったり: representative"),
    ("だろう だろ", S.END, "〜だろう: probably"),
    ("で", S.END, "〜で: te-form"),
    ("では", S.END, "〜では: te-form with topic"),
    ("でも", S.END, "〜でも: even if"),
    ("です", S.END, "〜です: copula, polite"),
    ("でした", S.PAST, "〜でした: past, polite"),
    ("でしょう でしょ", S.END, "〜でしょう: probably, polite"),
    ("だったろう", S.END, "〜だったろう: probably was"),
    ("でしたろう", S.END, "〜でしたろう: probably was, polite"),
    ("なり", S.END, "〜なり: copula (literary)"),
    ("や じゃ", S.END, "〜や: copula (western)"),
    ("やった じゃった", S.PAST, "〜やった: past (western)"),
    ("やろ やろう じゃろ じゃろう", S.END, "〜やろう: probably (western)"),
    ("やない やあらへん", S.END, "〜やない: negative (western)"),
    ("でございます", S.MASU, "〜でございます: copula, very polite"),
    ("でござる", S.V5ARU, "〜でござる: copula, polite (dated)"),
    ("なら ならば", S.END, "〜なら: conditional"),
    ("である", S.V5R_I, "〜である: copula (written)"),
    ("ではない でない じゃない", S.NEGATIVE, "〜ではない: negative"),
    ("ではありません でありません じゃありません", S.MASEN, "〜ではありません: negative, polite"),
)

# Forms of the copula as a word of its own.
COPULA_ENDINGS: tuple[tuple[str, State, str], ...] = (
    ("です", S.END, "polite"),
    *((text, state, name) for text, state, name in NOMINAL_ENDINGS if text not in {"だ", "です"}),
)
POLITE_COPULA_ENDINGS: tuple[tuple[str, State, str], ...] = (
    ("でした", S.PAST, "〜た: past"),
    ("でしたら", S.END, "〜たら: conditional, when"),
    ("でしょう でしょ", S.END, "〜でしょう: probably"),
    ("でして", S.END, "〜て: te-form"),
)

SEEMING_ENDINGS: tuple[tuple[str, State, str], ...] = (
    ("もない にない にもない", S.NEGATIVE, "〜もない: negative"),
    ("もありません にありません にもありません", S.MASEN, "〜もありません: negative, polite"),
)

NA_ENDINGS: tuple[tuple[str, State, str], ...] = (
    ("さ", S.END, "〜さ: noun of degree"),
    ("すぎる 過ぎる", S.AUXILIARY, "〜すぎる: too"),
    ("そう", S.SEEMING, "〜そう: looks as if"),
    ("がる", S.V5R, "〜がる: show signs of"),
    ("げ", S.SEEMING, "〜げ: seeming"),
    ("なる", S.END, "〜なる: before a noun (literary)"),
    ("たる", S.END, "〜たる: before a noun (literary)"),
)

TARU_ENDINGS: tuple[tuple[str, State, str], ...] = (
    ("たる", S.END, "〜たる: before a noun"),
    ("と", S.END, "〜と: adverbial"),
    ("とした", S.PAST, "〜とした: before a noun"),
    ("として", S.END, "〜として: te-form"),
)

# Attached to a noun that takes する.
NOUN_ENDINGS: tuple[tuple[str, State, str], ...] = (
    ("する", S.VS_I, "〜する: makes a verb of the noun"),
    ("できる 出来る", S.POTENTIAL, "〜できる: potential of 〜する"),
    ("なさる", S.V5ARU, "〜なさる: honorific of 〜する"),
    ("いたす 致す", S.V5S, "〜いたす: humble of 〜する"),
    ("くださる 下さる", S.V5ARU, "〜くださる: do for me or us (honorific)"),
    ("ください 下さい", S.END, "〜ください: request"),
    ("いただく 頂く 戴く", S.V5K, "〜いただく: have someone do (humble)"),
    ("申し上げる 申しあげる もうしあげる", S.AUXILIARY, "〜申し上げる: humble of 〜する"),
    ("願う", S.V5U, "〜願う: request"),
)

# Attached to the plain form of any verb or adjective, present or past.
PLAIN_ENDINGS: tuple[tuple[str, State, str], ...] = (
    ("らしい", S.DERIVED, "〜らしい: apparently"),
    ("っぽい", S.DERIVED, "〜っぽい: seems (colloquial)"),
    ("そうだ", S.END, "〜そうだ: reportedly"),
    ("そうです", S.END, "〜そうです: reportedly, polite"),
    ("みたい", S.SEEMING, "〜みたい: seems (colloquial)"),
    ("だろう だろ", S.END, "〜だろう: probably"),
    ("でしょう でしょ", S.END, "〜でしょう: probably, polite"),
    ("っす", S.END, "polite (colloquial)"),
    ("やろ やろう じゃろ じゃろう", S.END, "〜やろう: probably (western)"),
)

# After お or ご and a continuative, or a noun that takes する.
HONORIFIC_ENDINGS: tuple[tuple[str, State, str], ...] = (
    ("になる", S.V5R, "お〜になる: honorific"),
    ("なさる", S.V5ARU, "お〜なさる: honorific"),
    ("あそばす 遊ばす", S.V5S, "お〜あそばす: honorific (dated)"),
    ("される", S.V1 | S.AUXILIARY, "お〜される: honorific"),
    ("する", S.VS_I, "お〜する: humble"),
    ("いたす 致す", S.V5S, "お〜いたす: humble"),
    ("申し上げる 申しあげる もうしあげる", S.AUXILIARY, "お〜申し上げる: humble"),
    ("申す", S.V5S, "お〜申す: humble"),
    ("できる 出来る", S.POTENTIAL, "お〜できる: humble potential"),
    ("くださる 下さる", S.V5ARU, "お〜くださる: do for me or us (honorific)"),
    ("ください 下さい", S.END, "お〜ください: polite request"),
    ("いただく 頂く 戴く", S.V5K, "お〜いただく: have someone do (humble)"),
    ("願う ねがう", S.V5U, "お〜願う: polite request"),
    ("だ", S.END, "お〜だ: honorific"),
    ("です", S.END, "お〜です: honorific, polite"),
    ("", S.END, "お〜: honorific noun"),
)

# After a set expression that ends in the western negative ん (あかん).
EXPRESSION_ENDINGS: tuple[tuple[str, State, str], ...] = (
    ("かった", S.PAST, "〜かった: past (western)"),
    ("かったら", S.END, "〜かったら: conditional, when (western)"),
)

# Dated contractions of ます after some verbs: ござんす for ございます.
CONTRACTED_POLITE: tuple[tuple[str, str], ...] = (
    ("ござんす", "ございます"),
    ("ござんした", "ございました"),
    ("ござんして", "ございまして"),
    ("ござんせん", "ございません"),
    ("ござんしょう", "ございましょう"),
    ("ありんす", "あります"),
    ("ありんした", "ありました"),
    ("ありんせん", "ありません"),
)
