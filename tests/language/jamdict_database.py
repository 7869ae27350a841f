"""A tiny database as jamdict builds it, for tests of what reads one."""

import sqlite3
from pathlib import Path

TABLES = {
    "Entry": "idseq INTEGER",
    "Kanji": "ID INTEGER PRIMARY KEY, idseq INTEGER, text TEXT",
    "KJI": "kid INTEGER, text TEXT",
    "KJP": "kid INTEGER, text TEXT",
    "Kana": "ID INTEGER PRIMARY KEY, idseq INTEGER, text TEXT, nokanji BOOLEAN",
    "KNR": "kid INTEGER, text TEXT",
    "KNI": "kid INTEGER, text TEXT",
    "KNP": "kid INTEGER, text TEXT",
    "Sense": "ID INTEGER PRIMARY KEY, idseq INTEGER",
    "stagk": "sid INTEGER, text TEXT",
    "stagr": "sid INTEGER, text TEXT",
    "pos": "sid INTEGER, text TEXT",
    "misc": "sid INTEGER, text TEXT",
    "SenseGloss": "sid INTEGER, lang TEXT, gend TEXT, text TEXT",
    "NEEntry": "idseq INTEGER",
    "NEKanji": "ID INTEGER PRIMARY KEY, idseq INTEGER, text TEXT",
    "NEKana": "ID INTEGER PRIMARY KEY, idseq INTEGER, text TEXT, nokanji BOOLEAN",
    "NETranslation": "ID INTEGER PRIMARY KEY, idseq INTEGER",
    "NETransType": "tid INTEGER, text TEXT",
    "NETransGloss": "tid INTEGER, lang TEXT, gend TEXT, text TEXT",
    "character": "ID INTEGER PRIMARY KEY, literal TEXT, grade TEXT",
    "rm_group": "ID INTEGER PRIMARY KEY, cid INTEGER",
    "reading": "gid INTEGER, r_type TEXT, value TEXT",
    "meaning": "gid INTEGER, value TEXT, m_lang TEXT",
    "nanori": "cid INTEGER, value TEXT",
}
"""The tables of jamdict that the kit reads, with their columns."""

ROWS = """
INSERT INTO Entry VALUES (1000), (2000), (3000);
INSERT INTO Kanji VALUES (1, 1000, '会談'), (2, 2000, '甲斐'), (3, 2000, '效');
INSERT INTO KJP VALUES (1, 'news1'), (1, 'nf03');
INSERT INTO KJI VALUES (3, 'word containing out-dated kanji');
INSERT INTO Kana VALUES (1, 1000, 'かいだん', 0), (2, 2000, 'かい', 0), (3, 2000, 'こう', 0);
INSERT INTO Kana VALUES (4, 3000, 'ため', 0);
INSERT INTO KNP VALUES (1, 'nf05'), (1, 'ichi1');
INSERT INTO KNI VALUES (3, 'word containing irregular kana usage');
INSERT INTO KNR VALUES (3, '效');
INSERT INTO Sense VALUES (1, 1000), (2, 2000), (3, 2000), (4, 3000);
INSERT INTO pos VALUES (1, 'noun (common) (futsuumeishi)');
INSERT INTO pos VALUES (1, 'noun or participle which takes the aux. verb suru');
INSERT INTO pos VALUES (2, 'noun (common) (futsuumeishi)'), (3, 'adverb (fukushi)');
INSERT INTO pos VALUES (4, 'a kind of word that has no code');
INSERT INTO misc VALUES (3, 'archaism'), (4, 'word usually written using kana alone');
INSERT INTO stagk VALUES (3, '效');
INSERT INTO stagr VALUES (3, 'こう');
INSERT INTO SenseGloss VALUES (1, 'eng', '', 'talks'), (1, 'ger', '', 'Gespräch');
INSERT INTO SenseGloss VALUES (1, 'eng', '', 'meeting'), (2, 'eng', '', 'effect');
INSERT INTO SenseGloss VALUES (3, 'eng', '', 'of old'), (4, 'eng', '', 'sake');
INSERT INTO NEEntry VALUES (5000), (6000), (7000);
INSERT INTO NEKanji VALUES (1, 5000, '山野川'), (2, 6000, '山野'), (3, 7000, '山野');
INSERT INTO NEKana VALUES (1, 5000, 'やまのがわ', 0), (2, 6000, 'やまの', 0);
INSERT INTO NEKana VALUES (3, 7000, 'さんや', 0);
INSERT INTO NETranslation VALUES (1, 5000), (2, 6000), (3, 7000);
INSERT INTO NETransType VALUES (1, 'place'), (2, 'surname'), (3, 'place');
INSERT INTO NETransGloss VALUES (1, 'eng', '', 'Yamanogawa'), (2, 'eng', '', 'Yamano');
INSERT INTO NETransGloss VALUES (3, 'eng', '', 'San''ya');
INSERT INTO character VALUES (1, '会', '2'), (2, '效', NULL);
INSERT INTO rm_group VALUES (1, 1), (2, 2);
INSERT INTO reading VALUES (1, 'ja_on', 'カイ'), (1, 'ja_on', 'エ'), (1, 'ja_kun', 'あ.う');
INSERT INTO meaning VALUES (1, 'meeting', ''), (1, 'meet', ''), (1, 'réunion', 'fr');
INSERT INTO reading VALUES (1, 'pinyin', 'hui4'), (2, 'ja_on', 'コウ');
INSERT INTO nanori VALUES (1, 'あい');
"""


def build(file: Path, without: str = "") -> Path:
    """A database in `file`, one table left out if it is named."""
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA synchronous = OFF")
    for table, columns in TABLES.items():
        connection.execute(f"CREATE TABLE {table} ({columns})")
    connection.executescript(ROWS)
    if without:
        connection.execute(f"DROP TABLE {without}")
    connection.commit()
    connection.close()
    return file
