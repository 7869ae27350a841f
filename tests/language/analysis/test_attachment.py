"""What is attached to an inflected word, and the ladder of forms that leads to it."""

import pytest

from kit import annotate
from kit.language.article import Word


def find(text: str, surface: str) -> Word:
    return next(word for word in annotate(text).words if word.surface == surface)


LADDERS = """
会議が開かれています。 開かれています 開く 開かれる 開かれている 開かれています
両首脳は会談しました。 会談しました 会談 会談する 会談します 会談しました
議長は採決を見送ってしまった。 見送ってしまった 見送る 見送ってしまう 見送ってしまった
対話を進めていきたい。 進めていきたい 進める 進めていく 進めていきたい
辞めざるを得なかった。 辞めざるを得なかった 辞める 辞めざるを得ない 辞めざるを得なかった
税率は高かったです。 高かったです 高い 高かった 高かったです
物価が上がり続けている。 上がり続けている 上がる 上がり続ける 上がり続けている
案を記者に渡してください。 渡してください 渡す 渡してください
支持を得られなかった。 得られなかった 得る 得られる 得られない 得られなかった
法案は可決されるべきだ。 可決されるべき 可決 可決する 可決される 可決されるべき
案が成立しそうだ。 成立しそう 成立 成立する 成立しそう
これからご説明いたします。 ご説明いたします 説明 ご説明いたす ご説明いたします
結果をお伝えしました。 お伝えしました 伝える お伝えする お伝えします お伝えしました
両国は歩調を合わせている。 歩調を合わせている 歩調を合わせる 歩調を合わせている
内容を知らずに署名した。 知らずに 知る 知らずに
値段を上げなくちゃ。 上げなくちゃ 上げる 上げない 上げなくちゃ
民に知らしむべからず。 知らしむべからず 知る 知らしめる 知らしむべからず
責任を感ぜさせる演説だ。 感ぜさせる 感じる 感ずる 感ぜさせる
誰も知りませんかった。 知りませんかった 知る 知ります 知りません 知りませんかった
一円も払えない。 払えない 払う 払える 払えない
"""


@pytest.mark.parametrize("row", LADDERS.strip().splitlines())
def test_each_step_of_inflection_gives_a_real_form(row: str) -> None:
    sentence, surface, headword, *forms = row.split()
    word = find(sentence, surface)
    assert word.headword == headword
    assert [step.form for step in word.inflection] == forms


@pytest.mark.parametrize(
    ("sentence", "surface", "step"),
    [
        ("会議が開かれた。", "開かれた", "〜れる: passive, potential or honorific"),
        ("会議が続いている。", "続いている", "〜ている: ongoing or resulting state"),
        ("会議が続きます。", "続きます", "polite"),
        ("会議が続いた。", "続いた", "〜た: past"),
        ("会議が続かない。", "続かない", "〜ない: negative"),
        ("負担が重すぎる。", "重すぎる", "〜すぎる: too"),
        ("会議に出たい。", "出たい", "〜たい: want to"),
    ],
)
def test_a_step_is_called_what_it_does(sentence: str, surface: str, step: str) -> None:
    assert step in [found.step for found in find(sentence, surface).inflection]


@pytest.mark.parametrize("sentence", ["会議を開く。", "税率が高い。", "首相が会談に臨む。"])
def test_dictionary_forms_have_no_steps(sentence: str) -> None:
    assert {word.inflection for word in annotate(sentence).words} == {()}


@pytest.mark.parametrize(
    ("sentence", "ends"),
    [
        ("雨が降ったと聞いた。", "降った"),
        ("雨が降るらしい。", "降る"),
        ("雨が降るだろう。", "降る"),
        ("雨が降るようだ。", "降る"),
        ("雨が降ったり晴れたりする。", "降ったり"),
        ("雨が降れば中止する。", "降れば"),
        ("雨が降るので中止する。", "降る"),
        ("歩きながら話した。", "歩きながら"),
        ("検討しつつ進める。", "検討しつつ"),
        ("対策の進め方を話し合う。", "進め方"),
        ("会議に出るので待つ。", "出る"),
    ],
)
def test_where_an_inflected_word_ends(sentence: str, ends: str) -> None:
    assert ends in [word.surface for word in annotate(sentence).words]


@pytest.mark.parametrize(
    ("sentence", "surface", "reading"),
    [
        ("会議が開かれています。", "開かれています", "ひらかれています"),
        ("首相が来なかった。", "来なかった", "こなかった"),
        ("首相が来た。", "来た", "きた"),
        ("調査を行っている。", "行っている", "おこなっている"),
        ("会談しました。", "会談しました", "かいだんしました"),
        ("案を取り下げざるを得ない。", "取り下げざるを得ない", "とりさげざるをえない"),
        ("政府は影響も及ぼした。", "影響も及ぼした", "えいきょうもおよぼした"),
        ("お待ちしております。", "お待ちしております", "おまちしております"),
    ],
)
def test_the_reading_is_of_the_surface_as_it_stands(
    sentence: str, surface: str, reading: str
) -> None:
    assert find(sentence, surface).reading == reading


@pytest.mark.parametrize(
    ("sentence", "headword"),
    [
        ("重要な政策と位置づけられている。", "位置づける"),
        ("報告を義務づけた。", "義務づける"),
        ("関係を裏づける資料だ。", "裏づける"),
    ],
)
def test_a_verb_whose_sound_changed_in_a_compound_is_looked_up_whole(
    sentence: str, headword: str
) -> None:
    assert headword in [word.headword for word in annotate(sentence).words]
