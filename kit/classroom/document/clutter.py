"""What stands around an article without being part of it: advertisements, captions, buttons."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from kit.classroom.document.wrapped import finished

LONGEST = 120
"""Characters of the longest line that is looked at; what is longer is text."""

COPYRIGHT, LINKS, REFERENCES = "line on copyright", "link to another article", "reference"
"""What three kinds of clutter are called."""

_QUIET = r"[\s>»→…。!|\[\]【】()・:●■▼◆]*"
_SHARED = (
    r"シェア|ツイート|ポスト|投稿|送る|LINE|Facebook|フェイスブック|Twitter|X|Pocket|Instagram"
    r"|はてな(?:ブックマーク|ブログ)?|ブックマーク|メール|印刷|プリント|保存|クリップ|コピー|URL"
    r"|フォロー|いいね|お気に入り|スクラップ|コメント|リンク|note|この記事|記事|share|tweet|print|save"
)
_PATTERNS = (
    (
        "advertisement",
        r"(?:広告|PR|AD|ads?|advertisements?|sponsored(?: links?)?|スポンサー(?:ド)?リンク)"
        r"|[【\[(](?:PR|AD|広告)[】\])].*|(?:広告の|ここから)?(?:後|あと|下)?に?本文が?続きます",
    ),
    (
        "photo caption",
        r"[▲△▼▽←→↑]*[【\[(〔](?:写真|画像|図|図表|動画|映像|イラスト)[^】\])〕]{0,40}[】\])〕].*"
        r"|[▲△▼▽←→↑]*(?:写真|画像|図表?|図解|動画|映像|撮影|イラスト|photo|image)\s?\d*\s?[=:/].*"
        r"|[^。=]{2,60}=(?:[^。=]{0,12}、)?(?:[^。=、]{0,6}月)?\d{1,2}日(?:午[前後])?(?:、[^。]{1,40})?"
        r"|[^。]{2,70}[=(](?:[^()=。]{0,20})(?:写真|撮影|資料写真|共同|時事|ロイター|AFP|AP|Getty.*)\)?",
    ),
    (
        "link to another page",
        r"(?:この記事の|記事の)?続き(?:を|は).{0,14}(?:読む|見る|こちら.{0,6})|もっと(?:見る|読む)"
        r"|(?:記事)?全文(?:を|は)?.{0,8}(?:読む|表示(?:する)?|見る|こちら)|(?:次|前)の(?:ページ|記事).{0,8}"
        r"|記事(?:一覧)?(?:を読む|を見る|へ)|(?:トップ|一覧)(?:ページ)?(?:へ|に)(?:戻る)?"
        r"|ページの?(?:先頭|トップ)へ.{0,3}|read more|continue reading"
        r"|[【\[(]?関連(?:記事|ニュース|リンク)[】\])]?\s?[:=】].+",
    ),
    (
        "button for sharing",
        rf"(?:(?:{_SHARED})(?:で|に|を|する|される|\s|[・|/,]|\d)*)+",
    ),
    (
        "note on paid access",
        r".{0,40}(?:有料(?:会員|記事|プラン|版)|会員(?:限定|登録)|無料(?:会員)?登録|ログイン|定期購読"
        r"|購読(?:者限定|の?(?:お?申し込み|手続き)))"
        r".{0,30}(?:です|ます|ください|できます|こちら|記事|限定|登録|申し込み|する|読む)"
        r"|.{0,20}残り\s?:?\s?[\d,]+\s?(?:文字|字).{0,20}|.{0,6}(?:ログイン|新規登録|会員登録)",
    ),
    (
        COPYRIGHT,
        r".*(?:©|copyright|\(c\)\s?\d|all rights reserved"
        r"|無断(?:転載|複製|使用|での)|著作権(?:は|者)).*",
    ),
    (
        "line of navigation",
        r"(?:トップ|ホーム|HOME|TOP)(?:ページ)?\s?[>›»/|].*|(?:メニュー|検索|目次|ホーム|トップ(?:ページ)?)"
        r"|文字(?:の)?サイズ.{0,12}|(?:音声で聞く|読み上げる?|再生する?)|コメントを?(?:書く|する|見る).{0,6}"
        r"|(?:この記事は)?\s?約?\s?\d+\s?分で読め?(?:ます|る)|.{0,60}(?:cookie|クッキー).{0,50}",
    ),
    ("address of a mailbox", r"[\w.+-]{1,40}@[\w-]{1,40}\.[\w.]{2,20}"),
)
_KINDS = tuple(
    (label, re.compile(f"{_QUIET}(?:{pattern}){_QUIET}", re.IGNORECASE))
    for label, pattern in _PATTERNS
)
_LIST_OF_LINKS = re.compile(
    _QUIET + r"(?:関連(?:する)?(?:記事|ニュース|リンク|トピックス?|キーワード|動画|特集)"
    r"|[あ合]わせて読みたい.{0,6}|(?:おすすめ|注目|人気|新着|最新)の?(?:記事|ニュース)|(?:アクセス|記事)?ランキング"
    r"|この記事(?:に関連|の関連|を読んだ).{0,14})(?:一覧)?" + _QUIET,
)
_REFERENCES = re.compile(
    _QUIET
    + r"(?:references?(?:\(s\))?|sources?|(?:参考|引用)(?:文献|資料|記事|リンク|元)?|出典|出所)"
    + _QUIET,
    re.IGNORECASE,
)


class Clutter(NamedTuple):
    """What a line is that is no part of the article.

    label: what to call it. opens: whether the lines below it belong to it, up to a sentence.
    """

    label: str
    opens: bool = False


def clutter(line: str) -> Clutter | None:
    """What a line is, where it is no part of an article; None for text."""
    if len(line) > LONGEST:
        return None
    text = unicodedata.normalize("NFKC", line).strip()
    if _LIST_OF_LINKS.fullmatch(text):
        return Clutter(LINKS, opens=True)
    if _REFERENCES.fullmatch(text):
        return Clutter(REFERENCES, opens=True)
    return next((Clutter(label) for label, kind in _KINDS if kind.fullmatch(text)), None)


def is_link(line: str) -> bool:
    """Whether a line below the head of a list of links or references is one: no sentence."""
    return len(line) <= LONGEST and not finished(line)
