import time

import pytest

from kit.classroom.document.clutter import COPYRIGHT, LINKS, REFERENCES, Clutter, clutter, is_link


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("広告", "advertisement"),
        ("【PR】暮らしに役立つ本", "advertisement"),
        ("スポンサーリンク", "advertisement"),
        ("広告の後に本文が続きます", "advertisement"),
        ("写真＝会見する官房長官", "photo caption"),
        ("【写真】会見する官房長官", "photo caption"),
        ("会見する官房長官＝10日、首相官邸", "photo caption"),
        ("会見する官房長官＝１０日午後、首相官邸（代表撮影）", "photo caption"),
        ("握手する両外相（共同）", "photo caption"),
        ("▲会見する官房長官（撮影）", "photo caption"),
        ("図1：予算の内訳", "photo caption"),
        ("続きを読む", "link to another page"),
        ("この記事の続きを読む＞", "link to another page"),
        ("もっと見る", "link to another page"),
        ("次のページへ", "link to another page"),
        ("関連記事：補正予算が成立", "link to another page"),
        ("シェア", "button for sharing"),
        ("シェアする ツイートする", "button for sharing"),
        ("Facebookでシェア", "button for sharing"),
        ("LINEで送る", "button for sharing"),
        ("印刷", "button for sharing"),
        ("この記事は有料会員限定です。", "note on paid access"),
        ("この記事は有料記事です。残り1,234文字", "note on paid access"),
        ("ログインして続きを読む", "note on paid access"),
        ("© 2026 架空新聞社", COPYRIGHT),
        ("Copyright 2026 Kakuu Shimbun", COPYRIGHT),
        ("記事・写真の無断転載を禁じます。", COPYRIGHT),
        ("トップ ＞ 政治 ＞ 記事", "line of navigation"),
        ("文字サイズ 小 中 大", "line of navigation"),
        ("この記事は約3分で読めます", "line of navigation"),
        ("desk@example.jp", "address of a mailbox"),
    ],
)
def test_what_stands_around_an_article(line: str, label: str) -> None:
    assert clutter(line) == Clutter(label)


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("関連記事", LINKS),
        ("■関連ニュース", LINKS),
        ("【あわせて読みたい】", LINKS),
        ("アクセスランキング", LINKS),
        ("Reference(s):", REFERENCES),
        ("参考資料", REFERENCES),
        ("出典：", REFERENCES),
    ],
)
def test_a_head_opens_a_list_of_what_is_no_text(line: str, label: str) -> None:
    assert clutter(line) == Clutter(label, opens=True)


@pytest.mark.parametrize(
    "line",
    [
        "政府は10日、来年度の予算案を閣議で決定した。",
        "写真は、会見の様子を伝えている。",
        "広告の規制をめぐる議論が続いている。",
        "野党の反応",
        "動画の配信サービスに新たな規制",
        "関連記事の見出しを読むだけでは分からない。",
        "シェアを伸ばした政党",
        "著作権をめぐる国際的な議論が、この会議で初めて本格的に取り上げられた",
        "国会の会期は150日間である。",
        "外相会談、関係の強化で一致",
        "無料の登録制度を設ける方針だ。",
        "続きは来週の会議で話し合われる。",
        "",
        "広告" * 100,
    ],
)
def test_text_is_text(line: str) -> None:
    assert clutter(line) is None


@pytest.mark.parametrize(
    ("line", "linked"),
    [
        ("補正予算が成立、与野党の賛成多数で可決", True),
        ("政府は予算案を決めた。", False),
        ("長" * 200, False),
    ],
)
def test_a_link_is_no_sentence(line: str, linked: bool) -> None:
    assert is_link(line) == linked


@pytest.mark.parametrize("part", ["シェアする", "（", "＝", "で", "【", "=1日、", "あ=", "残り"])
def test_no_line_takes_long(part: str) -> None:
    before = time.perf_counter()
    clutter((part * 120)[:119] + "x")
    assert time.perf_counter() - before < 0.1
