"""Where a teacher's rows hold: readings and cuts. A word is written `surface/reading`."""

from pathlib import Path

import pytest

from kit.language.annotate import annotate
from kit.language.lexicon import glossary
from kit.language.lexicon.glossary import Glossary


def taught(folder: Path, rows: str, *, forced: bool = False) -> Glossary:
    """A glossary of rows written `米,こめ 方,かた`, over the packaged one."""
    file = folder / "words.csv"
    written = [f"{row},taught {row.replace(',', ' ')}" for row in rows.split()]
    file.write_text("\n".join(["word,reading,meaning", *written]) + "\n", encoding="utf-8")
    own = Glossary.of(glossary.rows(file), taught=True)
    terms = own.over(glossary.packaged())
    return terms.forcing(term.word for term in own) if forced else terms


def found(text: str, terms: Glossary) -> dict[str, str]:
    """The words of a text with their readings; `*` behind those that the teacher's rows are."""
    return {
        word.surface: word.reading + "*" * word.glosses[0].startswith("taught ")
        for word in annotate(text, terms).words
        if word.glosses
    }


@pytest.mark.parametrize(
    ("rows", "text", "surface", "reading"),
    [
        ("米,こめ", "米の価格が上がった。", "米", "こめ*"),
        ("米,こめ", "米大統領が来日した。", "米大統領", "べいだいとうりょう"),
        ("何,なに", "何が変わるのか。", "何", "なに*"),
        ("表,おもて", "表に出ない資金もある。", "表", "おもて*"),
        ("箱,はこ", "空の箱が届いた。", "箱", "はこ*"),
        ("札,ふだ", "札を立てた。", "札", "ふだ*"),
        ("方,かた", "担当の方に聞いた。", "方", "かた*"),
        ("方,かた", "賛成する方が多い。", "方", "ほう"),
        ("方,かた", "話し方を学ぶ。", "話し方", "はなしかた"),
        ("国,くに", "外国の例を調べた。", "外国", "がいこく"),
        ("市場,いちば", "市場を歩いた。", "市場", "いちば*"),
    ],
)
def test_a_row_holds_where_its_reading_can_stand(
    tmp_path: Path, rows: str, text: str, surface: str, reading: str
) -> None:
    assert found(text, taught(tmp_path, rows))[surface] == reading


@pytest.mark.parametrize(
    ("rows", "text", "reading", "sure"),
    [
        ("方,かた 方,ほう", "賛成する方が多い。", "ほう*", True),
        ("方,ほう 方,かた", "賛成する方が多い。", "ほう*", True),
        ("緑地,りょくち 緑地,みどりち", "緑地を広げた。", "りょくち*", False),
        ("緑地,みどりち 緑地,りょくち", "緑地を広げた。", "みどりち*", False),
    ],
)
def test_of_two_rows_the_one_holds_that_the_sentence_asks_for(
    tmp_path: Path, rows: str, text: str, reading: str, sure: bool
) -> None:
    surface = rows[: rows.index(",")]
    terms = taught(tmp_path, rows)
    assert found(text, terms)[surface] == reading
    (word,) = [word for word in annotate(text, terms).words if word.surface == surface]
    assert word.uncertain is not sure
    assert bool(word.alternatives) is not sure


@pytest.mark.parametrize(
    ("rows", "text", "surface", "reading"),
    [
        ("外,そと", "声が外に漏れている。", "外", "そと*"),
        ("外,そと", "外相が会見した。", "外相", "がいしょう"),
        ("行く,いく", "現場にも行った。", "行った", "いった*"),
        ("行く,いく", "調査を行った。", "行った", "おこなった"),
        ("通う,かよう", "学校に通った。", "通った", "かよった*"),
        ("副部長,ふくぶちょう", "正副部長が述べた。", "副部長", "ふくぶちょう*"),
        ("副部長,ふくぶちょう 正副部長,せいふくぶちょう", "正副部長が述べた。",
         "正副部長", "せいふくぶちょう*"),
        ("国,くに", "外国の例を調べた。", "外国", "がいこく"),
        ("本人,ほんにん", "日本人が参加した。", "日本人", "にほんじん"),
        ("ネット,ねっと", "キャビネットが開かれた。", "キャビネット", "きゃびねっと"),
    ],
)  # fmt: skip
def test_a_word_that_the_kit_cuts_otherwise_can_be_made_one(
    tmp_path: Path, rows: str, text: str, surface: str, reading: str
) -> None:
    assert found(text, taught(tmp_path, rows, forced=True))[surface] == reading


def test_surfaces_still_join_to_the_text(tmp_path: Path) -> None:
    text = "正副部長が述べ、声が外に漏れた。副部長。副部"
    terms = taught(tmp_path, "副部長,ふくぶちょう 外,そと 部,ぶ", forced=True)
    assert "".join(word.surface for word in annotate(text, terms).words) == text
