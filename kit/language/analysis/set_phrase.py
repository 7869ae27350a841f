"""Set phrases that a text varies: は or も in place of a particle or beside it, or no particle.

足並みがそろう stands in the news as 足並みはそろわない, 足並みもそろった and, in a headline,
足並みそろわず; 視野に入れる as 視野には入れる.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kit.language.analysis.attachment import is_suru
from kit.language.tagger import Unit

PARTICLES = ("を", "が", "に")
TOPICS = frozenset({"は", "も"})
LONGEST_NOUN = 3


def may_vary(units: Sequence[Unit], i: int) -> bool:
    """Whether what follows the noun at `i` can be a set phrase in another wording; quick to ask."""
    after = units[i + 1]
    if after.role != "particle":
        return after.role in {"verb", "adjective", "noun", "suffix"}
    if after.surface in TOPICS:
        return True
    return after.surface in PARTICLES and i + 2 < len(units) and units[i + 2].surface in TOPICS


def _denied(units: Sequence[Unit], verb: int) -> bool:
    """Whether the verb at `verb` is negative: 結論は出さない may be 結論を出す."""
    return any(unit.lemma in {"ない", "ず", "ぬ"} for unit in units[verb + 1 : verb + 4])


def varied(units: Sequence[Unit], i: int) -> Iterator[tuple[int, str]]:
    """The set phrases that the units from `i` on may vary.

    Yields:
        where the verb stops, and the phrase in its dictionary form; none is looked up here.
    """
    if units[i].role not in {"noun", "quality"}:
        return
    noun = ""
    for at in range(i, min(len(units) - 1, i + LONGEST_NOUN)):
        if units[at].role not in {"noun", "quality", "suffix"}:
            return
        noun += units[at].surface
        verb = at + 1
        particles: tuple[str, ...] = PARTICLES
        if units[verb].role == "particle":
            mark = units[verb].surface
            verb += 1
            if mark in PARTICLES and verb < len(units) and units[verb].surface in TOPICS:
                verb, particles = verb + 1, (mark,)
            elif mark not in TOPICS:
                return
            elif mark == "は" and not _denied(units, verb):
                particles = ("が", "に")  # 会社は辞めさせられた is not 会社を辞める
        elif is_suru(units[at], units[verb]):
            return
        if verb < len(units) and units[verb].role in {"verb", "adjective"}:
            last = units[verb]
            if last.form.startswith("仮定形"):
                return  # 時期は早ければ来月だ
            for particle in particles:
                yield verb + 1, noun + particle + last.base
                if last.lemma != last.base:
                    yield verb + 1, noun + particle + last.lemma
            return
