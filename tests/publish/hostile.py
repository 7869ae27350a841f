"""A lesson whose every text tries to be more than text."""

from pathlib import Path

from kit.lesson.lesson import Lesson
from tests.lesson import small

HOSTILE = (
    """</p></style><script>window.hit=1</script><img src=x onerror="window.hit=1">'"&amp;\u202e"""
)

MARKDOWN = f"""---
title: 予算{HOSTILE}
source: 新聞{HOSTILE}
license: CC{HOSTILE}
---

:::{{before}}
- 何{HOSTILE}
:::

政府は予算案を決定した。{HOSTILE}

:::{{question}} だれが{HOSTILE}
:id: who
- [x] 政府{HOSTILE}
- [ ] 国会{HOSTILE}
  > 理由{HOSTILE}
:::

## 反応{HOSTILE}

野党は修正を求める。

- 点{HOSTILE}

:::{{summary}}
- 一{HOSTILE}
- 二{HOSTILE}
- 三{HOSTILE}
:::
"""

CELL = HOSTILE.replace('"', '""')
REASON = CELL.replace(";", "").replace(":", "")

WORDS = f"""word,reading,meaning,part of speech,example,confusions
予算案,よさんあん,"draft{CELL}",noun,,
修正,しゅうせい,revision,noun,"市は計画の一部を修正した。{CELL}","修理: {REASON}; 習性: {REASON}"
"""


def hostile(folder: Path) -> Lesson:
    """The lesson, in a workspace in `folder`."""
    return small.read(small.write(folder, MARKDOWN, WORDS))
