from datetime import date

import pytest

from kit.classroom.document.origin import Origin, credited, dates, merged, origin, referred

DAY = date(2026, 1, 10)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026年1月10日", DAY),
        ("２０２６年１月１０日（土）", DAY),
        ("2026年 1月 10日", DAY),
        ("令和8年1月10日", DAY),
        ("2026年（令和8年）1月10日", DAY),
        ("令和元年五月一日", date(2019, 5, 1)),
        ("平成三十一年四月三十日", date(2019, 4, 30)),
        ("昭和64年1月7日", date(1989, 1, 7)),
        ("二〇二六年一月十日", DAY),
        ("2026-01-10", DAY),
        ("2026/1/10 18:30", DAY),
        ("2026.01.10", DAY),
        ("会議は2026年1月10日に開かれた。", DAY),
        ("1月10日付", None),
        ("2026年1月", None),
        ("2026年2月30日", None),
        ("電話は03-2026-0110です。", None),
        ("12026-01-10", None),
        ("0000年1月1日", None),
    ],
)
def test_a_day_with_its_year(text: str, day: date | None) -> None:
    assert next(dates(text), None) == day


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("2026年1月10日", Origin(DAY)),
        ("2026年1月10日（土）18時30分 公開", Origin(DAY)),
        ("公開日：2026-01-10", Origin(DAY)),
        ("最終更新：2026/01/10 18:30", Origin(DAY)),
        ("2026年1月10日　架空新聞　朝刊", Origin(DAY, "架空新聞 朝刊")),
        ("架空新聞 2026年1月10日付", Origin(DAY, "架空新聞")),
        ("1月10日付", Origin(undated=True)),
        ("1月10日 18:30 配信", Origin(undated=True)),
        ("（共同）", Origin(source="共同通信")),
        ("〔時事〕", Origin(source="時事通信")),
        ("共同通信", Origin(source="共同通信")),
        ("（2026年1月10日　共同通信配信）", Origin(DAY, "共同通信")),
        ("出典：架空放送", Origin(source="架空放送")),
        ("出典: 架空放送、2026年1月10日", Origin(DAY, "架空放送")),
        (
            "出典：架空放送 https://news.example.jp/1",
            Origin(source="架空放送", url="https://news.example.jp/1"),
        ),
        ("引用元：https://news.example.jp/1", Origin(url="https://news.example.jp/1")),
        ("https://news.example.jp/1", Origin(url="https://news.example.jp/1")),
        ("文・取材：山田花子", None),
        ("文：山田花子", Origin(writer="山田花子")),
        ("政治部　山田花子記者", Origin(writer="政治部 山田花子記者")),
        ("山田花子記者", Origin(writer="山田花子記者")),
        ("ライセンス：CC BY 4.0", Origin(license="CC BY 4.0")),
        ("CC BY-SA 4.0", Origin(license="CC BY-SA 4.0")),
        ("2026年1月10日の会議", None),
        ("2026年1月10日、政府は予算案を決めた。", None),
        ("外相会談、関係の強化で一致", None),
        ("主要ニュース", None),
        ("（敬称略）", None),
        ("（1）", None),
        ("", None),
        ("出典：" + "長" * 200, None),
    ],
)
def test_a_line_that_tells_only_where_the_article_comes_from(
    line: str, told: Origin | None
) -> None:
    assert origin(line) == told


@pytest.mark.parametrize(
    ("line", "text", "told"),
    [
        ("【共同】政府は決めた。", "政府は決めた。", Origin(source="共同通信")),
        ("【ソウル共同】政府は決めた。", "政府は決めた。", Origin(source="共同通信")),
        ("【ＮＨＫ】政府は決めた。", "政府は決めた。", Origin(source="NHK")),
        (
            "［東京　１０日　ロイター］ - 政府は決めた。",
            "政府は決めた。",
            Origin(source="ロイター"),
        ),
        ("【ＡＦＰ＝時事】政府は決めた。", "政府は決めた。", Origin(source="AFP=時事")),
        ("【ソウル＝山田花子】政府は決めた。", "政府は決めた。", Origin(writer="山田花子")),
        ("政府は決めた。（共同）", "政府は決めた。", Origin(source="共同通信")),
        ("政府は決めた。【山田花子】", "政府は決めた。", Origin(writer="山田花子")),
        ("政府は決めた。（山田花子記者）", "政府は決めた。", Origin(writer="山田花子記者")),
        ("政府は決めた。（2026年1月10日公開）", "政府は決めた。", Origin(DAY)),
        ("予算案を決定（架空通信）", "予算案を決定", Origin(source="架空通信")),
    ],
)
def test_a_credit_is_told_from_the_text(line: str, text: str, told: Origin) -> None:
    assert credited(line) == (text, told)


@pytest.mark.parametrize(
    "line",
    [
        "【独自】政府は決めた。",
        "【解説】予算案とは",
        "（1）政府は決めた。",
        "政府は決めた。（敬称略）",
        "政府は決めた。（肩書は当時）",
        "官房長官（山田花子）",
        "新しい枠組み（共同声明）",
        "政府は決めた。",
        "（共同）",
    ],
)
def test_what_is_no_credit_stays(line: str) -> None:
    assert credited(line) is None


def test_the_first_line_that_says_something_is_right() -> None:
    lines = (Origin(source="架空通信"), Origin(DAY, "共同通信"), Origin(url="https://example.jp"))
    assert merged(lines) == Origin(DAY, "架空通信", url="https://example.jp")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("news.example.jp", Origin(source="news.example.jp")),
        ("Budget approved: https://example.jp/1", Origin(url="https://example.jp/1")),
        ("Budget approved", Origin()),
    ],
)
def test_a_reference(line: str, told: Origin) -> None:
    assert referred(line) == told
