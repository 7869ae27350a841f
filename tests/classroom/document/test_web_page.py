from datetime import date

import pytest

from kit.classroom.document.block import HEADING, ITEM, PARAGRAPH, Block
from kit.classroom.document.document import Document, of_bytes
from kit.errors import InputError

BUDGET = "政府は10日、来年度の予算案を閣議で決定した。内閣は月内に国会へ提出する方針だ。"
REACTION = "野党側は、暮らしを支える対策が足りないとして、修正を求める考えを示した。"
SCHEDULE = "審議は来月から始まる見通しで、与党は年度内の成立を目指している。"

NAVIGATION = """
<header><nav><ul><li><a href="/">トップ</a></li><li><a href="/p">政治</a></li></ul></nav></header>
"""
AFTER = """
<aside><h2>関連記事</h2><ul><li><a href="/1">補正予算が成立、与野党の賛成多数で可決</a></li></ul>
</aside><footer><p>© 2026 架空新聞社</p></footer>
"""


def page(body: str, head: str = "<title>予算案を決定 | 架空新聞</title>") -> str:
    return f'<!DOCTYPE html>\n<html lang="ja"><head>{head}</head><body>{body}</body></html>'


def read(html: str | bytes, name: str = "page.html") -> Document:
    return of_bytes(name, html if isinstance(html, bytes) else html.encode())


def with_ruby(text: str) -> str:
    text = text.replace("閣議", "<ruby>閣議<rt>かくぎ</rt></ruby>")
    return text.replace("内閣", "<ruby><rb>内閣</rb><rt>ないかく</rt></ruby>")


WHOLE = page(
    f"""{NAVIGATION}<main><article>
<h1>予算案を<ruby>閣議<rp>（</rp><rt>かくぎ</rt><rp>）</rp></ruby>決定</h1>
<p class="date">2026年1月10日 18時30分</p>
<div class="share"><a href="#">シェア</a><a href="#">ツイート</a></div>
<figure><img src="a.jpg"><figcaption>会見する官房長官</figcaption></figure>
<p>{with_ruby(BUDGET)}</p>
<h2>野党の反応</h2>
<p>{REACTION}</p>
<ul><li>子育て世帯への支援の拡大</li><li>中小企業の負担の軽減</li></ul>
<div class="ad">広告</div>
<table><tr><th>項目</th><th>額</th></tr><tr><td>支援</td><td>8兆円</td></tr></table>
<p><strong>今後の日程</strong></p>
<p>{SCHEDULE}<br>首相は<a href="/s">「丁寧に説明したい」</a>と述べた。</p>
</article></main>{AFTER}""",
    head="""<meta charset="utf-8"><title>予算案を閣議決定 | 架空新聞</title>
<meta property="og:site_name" content="架空新聞デジタル">
<meta property="article:published_time" content="2026-01-10T18:30:00+09:00">
<link rel="canonical" href="https://news.example.jp/politics/1.html">
<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">
<script>var ad = "広告";</script><style>p { color: red }</style>""",
)


def test_the_readings_of_a_page_are_kept_apart_from_its_text() -> None:
    told = read(WHOLE)
    budget = BUDGET.replace("閣議", "{閣議|かくぎ}").replace("内閣", "{内閣|ないかく}")
    assert told.read[0].text == budget
    assert told.title == "予算案を閣議決定"
    assert told.text.count("{") == 0
    assert [block.kind for block in told.read] == [block.kind for block in told.blocks]


def test_a_page_is_an_article() -> None:
    assert read(WHOLE)._replace(ruby=()) == Document(
        title="予算案を閣議決定",
        source="架空新聞デジタル",
        date=date(2026, 1, 10),
        license="CC BY 4.0",
        url="https://news.example.jp/politics/1.html",
        blocks=(
            Block(PARAGRAPH, BUDGET),
            Block(HEADING, "野党の反応"),
            Block(PARAGRAPH, REACTION),
            Block(ITEM, "子育て世帯への支援の拡大"),
            Block(ITEM, "中小企業の負担の軽減"),
            Block(HEADING, "今後の日程"),
            Block(PARAGRAPH, SCHEDULE),
            Block(PARAGRAPH, "首相は「丁寧に説明したい」と述べた。"),
        ),
        notes=(
            "a table of 2 rows left out: 「項目 額」",
            "1 caption of a picture left out: 「会見する官房長官」",
            "1 advertisement left out: 「広告」",
        ),
    )


@pytest.mark.parametrize(
    ("codec", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", ""),
        ("cp932", "Shift_JIS"),
        ("cp932", "x-sjis"),
        ("cp932", "utf-8"),
        ("cp932", ""),
        ("euc_jp", "EUC-JP"),
        ("euc_jp", ""),
        ("utf-16", ""),
        ("iso2022_jp", "iso-2022-jp"),
        ("utf-8", "no-such-code"),
    ],
)
def test_the_encoding_is_the_one_that_fits(codec: str, declared: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    html = page(f"<h1>予算案を決定</h1><p>{BUDGET}</p><p>{REACTION}</p>", head)
    assert read(html.encode(codec)).blocks == (Block(PARAGRAPH, BUDGET), Block(PARAGRAPH, REACTION))


def test_a_broken_letter_is_no_reason_to_refuse_a_page() -> None:
    html = page(f"<h1>予算案を決定</h1><p>{BUDGET}</p>" + f"<p>{REACTION}</p>" * 50).encode()
    broken = html.replace("だ。</p>".encode(), b"\xe3\x81</p>", 1)
    assert "some letters of the page could not be read" in read(broken).notes


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>予算案を決定</h1><p>{BUDGET}</p><p>{REACTION}</p><p>{SCHEDULE}</p>",
        f"<h1>予算案を決定</h1><div>　{BUDGET}<br><br>　{REACTION}<br>　{SCHEDULE}</div>",
        f"<h1>予算案を決定</h1><div><span>{BUDGET}</span></div><div><span>{REACTION}</span></div>"
        f"<div><span>{SCHEDULE}</span></div>",
        f"<main><h1>予算案を決定</h1><p>{BUDGET}\n\n{REACTION}</p><p>{SCHEDULE}</p></main>",
        f"<article><h1>予算案を決定</h1><p>{BUDGET}</p><p>{REACTION}</p><p>{SCHEDULE}</p></article>",
        f"<h1>予算案を決定</h1><p>{BUDGET[:12]}\n   {BUDGET[12:]}</p><p>{REACTION[:8]}\n<b>"
        f"{REACTION[8:20]}</b>\n{REACTION[20:]}</p><p>{SCHEDULE}</p>",
        f"<table><tr><td><ul><li><a href='/'>政治</a></li></ul></td><td><h1>予算案を決定</h1>"
        f"<p>{BUDGET}</p><p>{REACTION}</p><p>{SCHEDULE}</p></td></tr></table>",
        f"<h1>予算案を決定</h1><p>{BUDGET}<!-- 広告 --></p><p>{REACTION}</p><p>{SCHEDULE}</p>",
        f"<h1>予算案を決定</h1><p>{BUDGET}</p><p style='display:none'>隠した文がある。</p>"
        f"<p>{REACTION}</p><p>{SCHEDULE}</p>",
    ],
)
@pytest.mark.parametrize("around", [("", ""), (NAVIGATION, AFTER)])
def test_paragraphs_however_a_page_is_built(body: str, around: tuple[str, str]) -> None:
    told = read(page(around[0] + body + around[1]))
    assert (told.title, told.source) == ("予算案を決定", "架空新聞")
    assert [block.text for block in told.blocks] == [BUDGET, REACTION, SCHEDULE]


def test_a_short_page_is_taken_whole_without_its_links() -> None:
    told = read(page(f"{NAVIGATION}<h1>予算案を決定</h1><p>首相は会見で述べた。</p>{AFTER}"))
    assert told.blocks == (Block(PARAGRAPH, "首相は会見で述べた。"),)
    assert "the article was not told from its page: delete what is none of it" in told.notes


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2026-01-10T18:30:00+09:00">', 10),
        ('<meta property="article:published_time" content="2026-01-09T20:00:00Z">', 10),
        ('<meta property="article:published_time" content="2026-01-10T20:00:00-05:00">', 10),
        ('<meta name="pubdate" content="2026/01/10">', 10),
        ('<meta itemprop="datePublished" content="2026-01-10">', 10),
        (
            '<script type="application/ld+json">{"datePublished": "2026-01-10T09:00:00"}</script>',
            10,
        ),
        ('<meta property="article:published_time" content="yesterday">', None),
        ('<meta property="article:published_time" content="9999-12-31T23:00:00Z">', None),
        ("", None),
    ],
)
def test_the_day_that_a_page_tells_search_engines(head: str, day: int | None) -> None:
    told = read(page(f"<h1>予算案を決定</h1><p>{BUDGET}</p><p>{REACTION}</p>", head))
    assert told.date == (day and date(2026, 1, day))


@pytest.mark.parametrize(
    ("html", "url"),
    [
        (page(f"<p>{BUDGET}</p><p>{REACTION}</p>"), ""),
        (
            "<!-- saved from url=(0030)https://news.example.jp/1.html -->"
            + page(f"<p>{BUDGET}</p><p>{REACTION}</p>"),
            "https://news.example.jp/1.html",
        ),
    ],
)
def test_the_address_that_a_browser_saved(html: str, url: str) -> None:
    assert read(html).url == url


@pytest.mark.parametrize(
    ("title", "h1", "headline", "site"),
    [
        ("予算案を決定 | 架空新聞", "", "予算案を決定", "架空新聞"),
        ("予算案を決定｜架空新聞", "", "予算案を決定", "架空新聞"),
        ("予算案を決定 - 架空新聞", "", "予算案を決定", "架空新聞"),
        ("予算案を決定：架空新聞デジタル", "", "予算案を決定", "架空新聞デジタル"),
        ("外相の会見：対話の窓", "", "外相の会見：対話の窓", ""),
        ("架空新聞", "<h1>予算案を決定</h1>", "予算案を決定", ""),
        ("予算案を決定（架空通信） - 架空新聞", "", "予算案を決定", "架空新聞"),
        ("コロナ-19の対策", "", "コロナ-19の対策", ""),
    ],
)
def test_headline_and_site(title: str, h1: str, headline: str, site: str) -> None:
    told = read(page(f"{h1}<p>{BUDGET}</p><p>{REACTION}</p>", f"<title>{title}</title>"))
    assert (told.title, told.source) == (headline, site)


WORD = """<html xmlns:w="urn:schemas-microsoft-com:office:word"><head>
<meta name=Generator content="Microsoft Word 15"></head><body lang=JA><div class=WordSection1>
<p class=MsoTitle>予算案を決定</p>
<p class=MsoNormal><span lang=EN-US>2026</span>年<span lang=EN-US>1</span>月10日<o:p></o:p></p>
<p class=MsoNormal>政府は<span lang=EN-US>10</span>日、来年度の
予算案を<ruby>閣議<rt>かくぎ</rt></ruby>で決定した。</p>
<h1>野党の反応</h1>
<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>・<span>&nbsp; </span>
</span><![endif]>子育て世帯への支援の拡大</p>
<p class=MsoNormal>反対した。</p></div></body></html>"""


def test_a_page_that_word_saved_is_all_article() -> None:
    told = read(WORD.encode("cp932"))
    assert (told.title, told.date) == ("予算案を決定", date(2026, 1, 10))
    assert told.blocks == (
        Block(PARAGRAPH, "政府は10日、来年度の予算案を閣議で決定した。"),
        Block(HEADING, "野党の反応"),
        Block(ITEM, "子育て世帯への支援の拡大"),
        Block(PARAGRAPH, "反対した。"),
    )


def test_pictures_in_the_page_itself_are_no_burden() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 12_000_000}">'
    told = read(page(f"<h1>予算案を決定</h1>{picture}<p>{BUDGET}</p><p>{REACTION}</p>"))
    assert len(told.blocks) == 2


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ("<html></html>", "no text"),
        ("<html><frameset><frame src=a></frameset></html>", "no text"),
        ("<html><body>" + "<i>あ</i>" * 60_000, "far larger than an article"),
        ("<html><body>" + "<div>" * 10_000 + BUDGET, "no text"),
        ("<html><body><p>Hello, this is a page about the budget.</p>", "not Japanese"),
        ("<html><script>" + BUDGET, "no text"),
    ],
)
def test_a_page_without_an_article_is_refused(html: str, problem: str) -> None:
    with pytest.raises(InputError) as refused:
        read(html)
    assert problem in refused.value.problem
    assert refused.value.file == "page.html"
