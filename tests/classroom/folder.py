"""Folders of articles to rank, made of a few sentences in ever new order."""

from __future__ import annotations

import random
from pathlib import Path

PLACES = "東京 大阪 札幌 仙台 広島 福岡 那覇 新潟".split()
TOPICS = "貿易 農業 教育 医療 防災 観光 環境 交通".split()
ACTS = "話し合った 取り上げた 説明した 検討した 確認した".split()
SENTENCES = (
    "{place}で{topic}についての会議が開かれ、{number}人の代表が新しい計画を{act}。",
    "{place}市は来年、{topic}の予算を{number}億円に増やす方針だ。",
    "議員は「{topic}の問題は{place}だけのものではない」と述べ、国の協力を求めた。",
    "{topic}をめぐる協議は{number}時間続き、最後に{place}の市長が結果を{act}。",
)


def article(number: int, sentences: int = 8) -> str:
    """A text of a headline and so many sentences, another one for each number."""
    chance = random.Random(number)
    lines = [f"{chance.choice(PLACES)}で{chance.choice(TOPICS)}会議"]
    for _ in range(sentences):
        lines.append(
            chance.choice(SENTENCES).format(
                place=chance.choice(PLACES),
                topic=chance.choice(TOPICS),
                act=chance.choice(ACTS),
                number=chance.randrange(2, 90),
            )
        )
    return "\n".join(lines)


def write(folder: Path, count: int, sentences: int = 8) -> list[Path]:
    """A folder of so many articles."""
    folder.mkdir(exist_ok=True)
    files = [folder / f"{number:03}.txt" for number in range(count)]
    for number, file in enumerate(files):
        file.write_text(article(number, sentences), encoding="utf-8")
    return files
