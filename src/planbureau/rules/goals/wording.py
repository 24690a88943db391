"""The words of a goal without the people in them: for a ready-made goal, and to read how it was said before.

Guessing names is never sure: what may be a name is taken out or shown, and a person decides (own choice).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

NAME = "{naam}"
GAP = "…"
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_TOKEN = re.compile(r"\{[^{}]*\}|\S+@\S+|[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d[\d\s.:/-]{3,}\d")
_MANY = re.compile(r"\{naam\}(?:(?:,| en| of) \{naam\})+|\{naam\}(?: \{naam\})+")
_GAPS = re.compile(rf"{GAP}(?:(?:[ ,]+| en ){GAP})+")
_STARTS = (
    "ik wij we hij zij ze het er de een elke elk iedereen ieder samen mijn ons onze ouders thuis op in na "
    "voor als wie alle vader moeder kind kinderen geen iemand familie vrienden school"
)
_FIRST = frozenset(_STARTS.split())
"""Words that a sentence often begins with and that are nobody's name."""


def to_template(text: str, names: Sequence[str]) -> str:
    """The sentence with {naam} in the place of these names, several of them as one."""
    made = text
    for name in sorted({name.strip() for name in names if name.strip()}, key=len, reverse=True):
        made = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", NAME, made)
    return _MANY.sub(NAME, made)


def words_of(texts: Collection[str]) -> frozenset[str]:
    """Every word of texts that are about nobody, without capitals: those may begin a sentence."""
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(text))


def lower_words(texts: Collection[str]) -> frozenset[str]:
    """Every word that is written without a capital somewhere in these texts: those are no names."""
    return frozenset(word for text in texts for word in _WORD.findall(text) if word == word.lower())


def possible_names(text: str, known: Collection[str], common: Collection[str]) -> tuple[str, ...]:
    """Words that are, or may be, the name of somebody, in their order."""
    names = {name.casefold() for name in known}
    found = [match[0] for match in _TOKEN.finditer(text) if _suspect(text, match, names, common) is not None]
    return tuple(dict.fromkeys(found))


def stripped(text: str, known: Collection[str], common: Collection[str]) -> str:
    """The text without names: the first known ones become {naam}; others, numbers and addresses a gap.

    In a text that has {naam} already, every name is somebody else's.
    """
    names = {name.casefold() for name in known}
    template = NAME in text

    def one(match: re.Match[str]) -> str:
        found = _suspect(text, match, names, common)
        return match[0] if found is None else GAP if template else found

    made = _MANY.sub(NAME, _TOKEN.sub(one, text))
    if not template:
        head, name, tail = made.partition(NAME)
        made = head + name + tail.replace(NAME, GAP)
    return _GAPS.sub(GAP, made).strip()


def _suspect(text: str, match: re.Match[str], names: Collection[str], common: Collection[str]) -> str | None:
    """What to write in the place of a word; None when it can stay."""
    word = match[0]
    if word.startswith("{"):
        return None
    if word[0].isdigit() or "@" in word:
        return GAP
    bare = re.sub(r"['’]s?$", "", word)
    low = bare.casefold()
    single = low.removesuffix("s") if len(low) > 3 else low
    if low in names or single in names:
        return NAME
    if word == word.lower():
        return None
    starts = not text[: match.start()].strip() or text[: match.start()].rstrip()[-1] in ".!?:"
    if starts and (low in common or low in _FIRST):
        return None
    return GAP
