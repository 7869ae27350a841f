import pytest

from kit.classroom.draft.attribution import attribution
from kit.language.lexicon.glossary import packaged
from tests.classroom.fishery import paragraphs


def told(sentence: str) -> tuple[str, str, str] | None:
    """The speaker, what is reported, and the thought."""
    (paragraph,) = paragraphs(sentence)
    found = attribution(paragraph.sentences[0], packaged())
    return None if found is None else (found.speaker.text, found.said, found.thought)


@pytest.mark.parametrize(
    ("sentence", "speaker", "said", "thought"),
    [
        (
            "森下課長は「漁期の短縮が避けられない」と述べた。",
            "森下課長",
            "漁期の短縮が避けられない",
            "",
        ),
        ("浜田組合長は、補償が欠かせないと強調しました。", "浜田組合長", "補償が欠かせない", ""),
        (
            "王毅氏は、両国の関係が、より高い段階へと進んでいると語っている。",
            "王毅氏",
            "より高い段階へと進んでいる",
            "",
        ),
        (
            "浜田組合長は県庁を訪れ、休漁への補償が必要だと訴えた。",
            "浜田組合長",
            "休漁への補償が必要だ",
            "",
        ),
        (
            "森下課長は会合の後、記者団に「計画の骨子を春に示す」と説明した。",
            "森下課長",
            "計画の骨子を春に示す",
            "",
        ),
        (
            "浜田組合長はまた、関係をさらに前進させたいとの考えを示した。",
            "浜田組合長",
            "関係をさらに前進させたい",
            "考え",
        ),
        (
            "これに対しラブロフ氏は、連携を一層深めていく意向を表明した。",
            "ラブロフ氏",
            "連携を一層深めていく",
            "意向",
        ),
        (
            "木原官房長官は会見で、経済への影響は限られるとの見方を示した。",
            "木原官房長官",
            "経済への影響は限られる",
            "見方",
        ),
    ],
)
def test_whose_words_a_sentence_reports(
    sentence: str, speaker: str, said: str, thought: str
) -> None:
    assert told(sentence) == (speaker, said, thought)


@pytest.mark.parametrize(
    "sentence",
    [
        "補償が欠かせないと強調した。",  # nobody is named
        "同氏は、補償が欠かせないと強調した。",  # who that is stands elsewhere
        "漁協は、補償が欠かせないと強調した。",  # no person
        "浜田氏側は、補償が欠かせないと強調した。",  # not he himself
        "浜田組合長は、森下課長は誤っていると述べた。",  # two could be the speaker
        "浜田組合長は、森下課長が約束を守ると述べた。",
        "浜田組合長も、補償が欠かせないと強調した。",  # others said so too
        "浜田組合長は、補償が欠かせないと述べなかった。",
        "浜田組合長は、補償が欠かせないと指摘された。",  # somebody else did
        "浜田組合長は、補償が欠かせないと述べたという。",  # hearsay
        "浜田組合長は、補償が欠かせないと考えている。",  # no verb of saying
        "浜田組合長は記者団に補償が欠かせないと述べた。",  # where does the quotation begin?
        "浜田組合長は、記者会見で補償が欠かせないと述べた。",
        "浜田組合長は、必要だと述べた。",  # too short to ask about
        "浜田組合長は、浜田家は代々漁師だと述べた。",  # it names the speaker
        "浜田組合長は「補償が欠かせない。県は急ぐべきだ」と述べた。",  # two sentences
        "浜田組合長は「補償が欠かせないと述べた。",  # a mark is missing
        "浜田組合長は、補償が" + "とても" * 30 + "欠かせないと述べた。",
        "浜田組合長は、補償をめぐる姿勢を示した。",  # no clause that he thinks
        "",
        "。",
    ],
)
def test_where_it_is_not_certain_nobody_is_named(sentence: str) -> None:
    for paragraph in paragraphs(sentence):
        for one in paragraph.sentences:
            assert attribution(one, packaged()) is None
