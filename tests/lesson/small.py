"""A small lesson of our own, for tests."""

from pathlib import Path

from kit.lesson import library
from kit.lesson.lesson import Lesson

NAME = "budget"

MARKDOWN = """---
title: 予算案を閣議決定
source: 架空新聞, 2026-01-10
license: CC BY 4.0
date: 2026-01-10
---

政府は10日、来年度の予算案を閣議で決定した。

:::{easy}
政府は、来年のお金の使い方を決めました。
:::

:::{question} だれが決めましたか。
:id: who-decided
- [x] 政府
- [ ] 国会
  > 国会はこれから審議します。
:::

## 野党の反応

野党は予算案の修正を求める方針だ。
次の点を問題にしている。

- 防衛費の増額
- 国債の発行

:::{english}
The opposition intends to demand changes to the draft budget.
:::

与党は修正に応じる姿勢を見せていない。
"""

WORDS = """word,reading,meaning,part of speech,collocation,example
予算案,よさんあん,draft budget,noun,予算案を決める,市は予算案をまとめた。
決定,けってい,decision,"noun, する",,
修正,しゅうせい,revision; amendment,"noun, する",修正を求める,
方針,ほうしん,policy,noun,,
姿勢,しせい,stance,noun,,
応じる,おうじる,to agree to,verb,,
"""

FULL_ROW = (
    '修正,しゅうせい,revision; amendment,"noun, する",修正を求める,市は計画の一部を修正した。,'
    "修理: is for machines; 習性: is a habit,"
    "招く: goes with 結果を招く; 述べる: goes with 意見を述べる,changing"
)
"""A row with all that a teacher may give; `WITH_ALL` is the CSV file that has it."""

WITH_ALL = (
    "\n".join(
        line + ",,," if not line.startswith(("word,", "修正,")) else line
        for line in WORDS.replace(
            "example\n", "example,confusions,wrong partners,theme\n"
        ).splitlines()
    ).replace('修正,しゅうせい,revision; amendment,"noun, する",修正を求める,', FULL_ROW)
    + "\n"
)

FINISHED = """---
title: 予算案を閣議決定
source: 架空新聞, 2026-01-10
license: CC BY 4.0
date: 2026-01-10
---

:::{before}
- だれが何を決めたのでしょうか。
:::

政府は10日、来年度の予算案を閣議において決定し、国会審議で野党が求める修正に応じる姿勢を示さない方針を表明した。

:::{standard}
政府は10日、来年度の予算案を閣議で決めた。野党は国会で修正を求めている。政府はこれに応じない方針だ。
:::
:::{easy}
政府は10日に、来年のお金の使い方を決めました。反対の人たちは、直してほしいと言っています。でも、政府は直しません。
:::
:::{english}
The government decided on the draft budget on the 10th and stated a policy of showing no stance
of agreeing to the revision that the opposition demands in the Diet.
:::
:::{grammar} 〜において
Here: 「閣議において」 is a written 「閣議で」.
:::
:::{question} だれが決めましたか。
:id: who-decided
:asks: detail
- [x] 政府
- [ ] 国会
  > 国会はこれから審議します。
:::
:::{summary}
- 政府が予算案を決めた。
- 野党が修正を求めた。
- 政府は応じないと述べた。
:::
"""
"""A lesson of one paragraph with neither errors nor gaps."""


def write(folder: Path, markdown: str = MARKDOWN, words: str = WORDS) -> Path:
    """A workspace with the lesson."""
    (folder / "notebooks" / NAME).mkdir(parents=True)
    (folder / "vocab").mkdir()
    (folder / "notebooks" / NAME / "lesson.md").write_text(markdown, encoding="utf-8")
    (folder / "vocab" / f"{NAME}.csv").write_text(words, encoding="utf-8-sig")
    return folder


def read(workspace: Path) -> Lesson:
    return library.around(workspace).open(NAME)
