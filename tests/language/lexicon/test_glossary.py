from pathlib import Path

import pytest

from kit.errors import InputError
from kit.language.lexicon import glossary
from kit.language.lexicon.glossary import Glossary, Term

HEADER = "word,reading,meaning\n"


@pytest.fixture
def read(tmp_path: Path) -> "Read":
    return Read(tmp_path / "terms.csv")


class Read:
    """Reads a glossary from its text."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, text: str, encoding: str = "utf-8") -> Glossary:
        self.path.write_bytes(text.encode(encoding))
        return Glossary.read(self.path)


def test_a_row_is_a_term(read: Read) -> None:
    terms = read(
        "word,reading,meaning,domain,official,alternatives,note\n"
        "国交,こっこう,diplomatic relations; diplomatic ties,diplomacy,,,old\n"
        '首脳会議,シュノウカイギ,"summit, at the highest level",diplomacy,Summit Meeting,'
        "しゅのうかい;サミット,\n"
    )
    assert list(terms) == [
        Term("国交", "こっこう", ("diplomatic relations", "diplomatic ties"), "term", "diplomacy"),
        Term(
            "首脳会議",
            "しゅのうかいぎ",
            ("summit, at the highest level",),
            "term",
            "diplomacy",
            "Summit Meeting",
            ("しゅのうかい", "さみっと"),
        ),
    ]
    assert terms.get("国交") == next(iter(terms))
    assert terms.get("国") is None
    assert "国交" in terms
    assert len(terms) == 2


def test_a_name_has_a_short_form_unless_that_has_a_row_of_its_own(read: Read) -> None:
    terms = read(
        "word,reading,meaning,kind,official,alternatives,short,short_reading\n"
        "公正取引委員会,こうせいとりひきいいんかい,JFTC,organisation,Japan Fair Trade Commission,,"
        "公取委,こうとりい\n"
        "国際連合,こくさいれんごう,UN,organisation,,,国連,こくれん\n"
        "国連,こくれん,the UN,organisation,United Nations,,,\n"
    )
    assert terms.get("公取委") == Term(
        "公取委",
        "こうとりい",
        ("JFTC",),
        "name",
        "organisation",
        "Japan Fair Trade Commission",
        full="公正取引委員会",
    )
    own = terms.get("国連")
    assert own is not None
    assert (own.glosses, own.full) == (("the UN",), "")


SURNAMES = (
    "word,reading,meaning,kind,short,short_reading,offices,as of\n"
    "山田一郎,やまだいちろう,a politician,person,山田,やまだ,外相; 総務相,2026-10\n"
    "山田花子,やまだはなこ,a judge,person,山田,やまだ,,\n"
    "海野波子,うんのなみこ,a governor,person,海野,うんの,知事,\n"
)


def test_a_short_form_says_whose_it_is_and_which_offices_tell(read: Read) -> None:
    terms = read(SURNAMES)
    assert [(term.full, term.offices, term.as_of) for term in terms.shorts("山田")] == [
        ("山田一郎", ("外相", "総務相"), "2026-10"),
        ("山田花子", (), ""),
    ]
    assert [term.full for term in terms.shorts("海野")] == ["海野波子"]
    assert terms.shorts("川") == ()
    full = terms.get("山田一郎")
    assert full is not None
    assert (full.full, full.offices, full.as_of) == ("", ("外相", "総務相"), "2026-10")


def test_a_surname_that_two_have_is_no_term_of_its_own(read: Read) -> None:
    terms = read(SURNAMES)
    assert terms.get("山田") is None
    assert terms.get("海野") == terms.shorts("海野")[0]


def test_short_forms_stay_when_a_glossary_is_laid_over_another(read: Read) -> None:
    both = Glossary({"案": Term("案", "あん", ("plan",))}).over(read(SURNAMES))
    assert [term.full for term in both.shorts("山田")] == ["山田一郎", "山田花子"]


def test_a_name_has_other_spellings_and_says_its_facts_once(read: Read) -> None:
    terms = read(
        "word,reading,meaning,kind,alternatives,short,short_reading,offices,spellings\n"
        "アン・ベル,あんべる,a minister,person,あぬべる,ベル,べる,外相,"
        "アン・ベール:あんべーる:ベール:べーる;アンヌ・ベル:あんぬべる:ベル:べる;ベル長官：べるちょうかん\n"
        "アンヌ・ベル,あんぬべる,a singer,person,,,,,\n"
    )
    assert terms.get("アン・ベール") == Term(
        "アン・ベール", "あんべーる", ("a minister",), "name", "person", offices=("外相",)
    )
    short = terms.get("ベール")
    assert short is not None
    assert (short.reading, short.full, short.offices) == ("べーる", "アン・ベール", ("外相",))
    assert [term.full for term in terms.shorts("ベル")] == ["アン・ベル", "アンヌ・ベル"]
    assert terms.get("ベル") is not None
    assert terms.shorts("ベル長官") == ()
    own = terms.get("アンヌ・ベル")
    assert own is not None
    assert own.glosses == ("a singer",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_a_spreadsheet_saves_is_read(
    encoding: str, delimiter: str, end: str, read: Read
) -> None:
    rows = [
        ["word", "reading", "meaning"],
        ["首相", "しゅしょう", '"prime minister; PM"'],
        ["", "", ""],
    ]
    terms = read(end.join(delimiter.join(row) for row in rows) + end, encoding)
    assert list(terms) == [Term("首相", "しゅしょう", ("prime minister", "PM"))]


def test_headwords_are_in_the_form_that_the_tagger_sees(read: Read) -> None:
    assert [term.word for term in read(HEADER + "Ｇ２０,ｼﾞｰﾄｩｴﾝﾃｨ,G20\n")] == ["G20"]


def test_empty_last_cells_may_be_missing_or_too_many(read: Read) -> None:
    text = "word,reading,meaning,domain,official\n党,とう,party\n案,あん,plan,,,,\n"
    assert [term.word for term in read(text)] == ["党", "案"]


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("", 1, "the column 'word' is missing"),
        ("word,meaning\n党,party\n", 1, "the column 'reading' is missing"),
        ("word,reading,meaning,reading\n", 1, "the column 'reading' is there twice"),
        (HEADER + "党,とう,party\n,あん,plan\n", 3, "the word is empty"),
        (HEADER + "党,,party\n", 2, "the reading is empty"),
        (HEADER + "党,とう, \n", 2, "the meaning is empty"),
        (HEADER + "党,党,party\n", 2, "the reading '党' is not in kana"),
        (HEADER + "党,tou,party\n", 2, "the reading 'tou' is not in kana"),
        (HEADER + "党首,とう しゅ,leader\n", 2, "the reading 'とう しゅ' is not in kana"),
        (
            HEADER + "党,とう,party\n\n案,あん,plan\n党,とう,side\n",
            5,
            "党 is there already, in line 2",
        ),
        (HEADER + "党,とう\n", 2, "the row has 2 cells, the first line has 3"),
        (HEADER + "党,とう,party, faction\n", 2, "the row has 4 cells, the first line has 3"),
        (HEADER + '党,とう,party\n案,あん,"plan\n法,ほう,law\n', 3, "a double quote is not closed"),
        (HEADER + '案,あん,"plan\n法,ほう,"law"\n', 2, "a double quote is not closed"),
        (HEADER + '"党\n案",とう,party\n', 2, "the word goes over the end of the line"),
        (HEADER + "党,とう,par\0ty\n", 2, "there is a NUL character"),
        (
            "word,reading,meaning,alternatives\n党,とう,party,たう;tou\n",
            2,
            "the alternative reading 'tou' is not in kana",
        ),
        (
            "word,reading,meaning,kind,short,short_reading\n民主党,みんしゅとう,DP,party,民主,\n",
            2,
            "of short and short_reading one is empty",
        ),
        (
            "word,reading,meaning,as of\n党首,とうしゅ,leader,2026-13\n",
            2,
            "the date '2026-13' is no month",
        ),
        (
            "word,reading,meaning,spellings\n党首,とうしゅ,leader,頭首\n",
            2,
            "the spelling '頭首' is not word:reading",
        ),
        (
            "word,reading,meaning,spellings\n党首,とうしゅ,leader,頭首:toushu\n",
            2,
            "the spelling's reading 'toushu' is not in kana",
        ),
    ],
)
def test_a_broken_row_names_file_line_and_mend(
    text: str, line: int, problem: str, read: Read
) -> None:
    with pytest.raises(InputError) as error:
        read(text)
    assert (error.value.file, error.value.line) == (str(read.path), line)
    assert error.value.problem == problem
    assert error.value.mend
    assert "\n" not in str(error.value)


def test_a_row_counts_its_lines_behind_a_cell_of_several(read: Read) -> None:
    with pytest.raises(InputError) as error:
        read(HEADER + '党,とう,"party\nfaction"\n案,,plan\n')
    assert error.value.line == 4


@pytest.mark.parametrize("name", ["no such.csv", ""])
def test_a_glossary_that_cannot_be_read(name: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        Glossary.read(tmp_path / name)
    assert error.value.file == str(tmp_path / name)


def test_a_picture_is_no_glossary(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    with pytest.raises(InputError, match="picture"):
        Glossary.read(tmp_path / "terms.csv")


def test_the_later_file_wins(tmp_path: Path) -> None:
    for name, meaning in (("a.csv", "one"), ("b.csv", "two")):
        (tmp_path / name).write_text(f"{HEADER}党,とう,{meaning}\n", encoding="utf-8")
    terms = Glossary.read(tmp_path / "a.csv", tmp_path / "b.csv")
    assert [term.glosses for term in terms] == [("two",)]


def test_a_glossary_wins_over_another() -> None:
    own = Glossary({"党": Term("党", "とう", ("own",))})
    other = Glossary({"党": Term("党", "とう", ("other",)), "案": Term("案", "あん", ("plan",))})
    both = own.over(other)
    assert [term.glosses for term in both] == [("own",), ("plan",)]
    assert (len(own), len(other)) == (1, 2)


def test_glossaries_are_told_apart_by_identity() -> None:
    assert len({Glossary({}), Glossary({})}) == 2


def test_the_packaged_glossaries_are_read_once() -> None:
    assert glossary.packaged() is glossary.packaged()
    assert {term.kind for term in glossary.packaged()} == {"term", "name"}


def test_a_teachers_word_may_have_two_readings(tmp_path: Path) -> None:
    file = tmp_path / "terms.csv"
    file.write_text(HEADER + "方,かた,person\n方,ほう,way\n党,とう,party\n", encoding="utf-8")
    terms = Glossary.of(glossary.rows(file), taught=True)
    assert [term.reading for term in terms.all("方")] == ["かた", "ほう"]
    assert terms.get("方") == terms.all("方")[0]
    assert [term.reading for term in terms.all("党")] == ["とう"]
    assert terms.all("案") == ()
    assert all(term.taught for term in terms)
    over = terms.over(Glossary({"方": Term("方", "ほう", ("side",))}))
    assert len(over.all("方")) == 2
    under = Glossary({"方": Term("方", "ほう", ("side",))}).over(terms)
    assert len(under.all("方")) == 1


@pytest.mark.parametrize(
    ("word", "reading", "found"),
    [("開く", "ひらいた", "ひらく"), ("開く", "あいて", "あく"), ("開く", "かい", "ひらく")],
)
def test_the_row_of_a_form_is_the_one_that_is_read_most_like_it(
    tmp_path: Path, word: str, reading: str, found: str
) -> None:
    file = tmp_path / "terms.csv"
    file.write_text(HEADER + "開く,ひらく,to hold\n開く,あく,to come open\n", encoding="utf-8")
    term = Glossary.of(glossary.rows(file), taught=True).read_so(word, reading)
    assert term is not None
    assert term.reading == found
