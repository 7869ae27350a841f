"""An article of our own, for tests: who says what in it is certain, and so is what came first."""

from datetime import date

from kit.classroom.document.block import HEADING, ITEM, PARAGRAPH, Block, Document
from kit.language.annotate import annotate_line
from kit.language.article import Paragraph
from kit.language.lexicon.glossary import packaged

TEXT = """南浜県の漁業再生で協議会が初会合　県と漁協が計画案を議論
架空新聞 2026年3月10日

南浜県の沿岸で漁獲量の減少が続くなか、県と漁協などでつくる協議会が10日、初めての会合を開いた。漁場の管理と若手の育成を柱とする計画案を、夏までにまとめる方針を確認した。

## 立場の違い

県水産課の森下課長は「資源の回復には、漁期の短縮を避けて通れない」と述べた。これに対し浜田組合長は、休漁の期間に応じた補償を県に求めていく考えを示した。

協議会は次の3点を検討する。

- 禁漁区の拡大と監視の強化
- 新たに漁に就く人への住居の提供
- 未利用の魚を使った加工品の開発
"""

DOCUMENT = Document(
    "南浜県の漁業再生で協議会が初会合　県と漁協が計画案を議論",
    "架空新聞",
    date(2026, 3, 10),
    "",
    "",
    (
        Block(
            PARAGRAPH,
            "南浜県の沿岸で漁獲量の減少が続くなか、県と漁協などでつくる協議会が10日、"
            "初めての会合を開いた。漁場の管理と若手の育成を柱とする計画案を、"
            "夏までにまとめる方針を確認した。",
        ),
        Block(HEADING, "立場の違い"),
        Block(
            PARAGRAPH,
            "県水産課の森下課長は「資源の回復には、漁期の短縮を避けて通れない」と述べた。"
            "これに対し浜田組合長は、休漁の期間に応じた補償を県に求めていく考えを示した。",
        ),
        Block(PARAGRAPH, "協議会は次の3点を検討する。"),
        Block(ITEM, "禁漁区の拡大と監視の強化"),
        Block(ITEM, "新たに漁に就く人への住居の提供"),
        Block(ITEM, "未利用の魚を使った加工品の開発"),
    ),
)
"""The document that `TEXT` is."""


def paragraphs(*lines: str, kind: str = PARAGRAPH) -> list[Paragraph]:
    """Lines of text, annotated."""
    return [annotate_line(text, kind, packaged()) for text in lines]
