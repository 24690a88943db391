"""Comparing Dutch words: without case and diacritics, and across simple verb forms and plurals."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

GAP = "..."
"""Stands in a form for some other words: "staat ... op"."""

_WORD = re.compile(r"[a-z0-9]+|\.\.\.")
_SENTENCE_END = re.compile(r"(?<!\.)\.(?!\.)|[!?;:\n]")
_SHORT_VOWEL_END = re.compile(r"(?:^|[^aeiou])([aeou])[^aeiouwxyj]$")
_PLURAL_S = re.compile(r"(?:[^aeiou][aiouy]|[^aeiou]e|ie|ee|[^aeiou]e[lrnm])s$")
_VOWELS = "aeiouy"

STOP_WORDS = frozenset(
    """
    aan al alle als altijd andere anders ben bent bij daar dan dat de deze die dit doe doen doet door
    dus een eens eigen elk elke en er ga gaan gaat geeft geen goed goede graag haar had hebben hebt
    heeft hem hen het hier hij hoe hun ieder iedere iemand iets ik in is je jij jou jouw jullie kan
    kunnen laat maak maakt maar mag me meer met mij mijn moet moeten na naar niet niets nog nu of om
    omdat onder ons onze ook op over te ten ter toch toe tot u uit uw vaak van vanaf veel via voor vroeg
    waar want waren was wat we weer weet wel welke werd wie wij wil willen worden wordt zal ze zich zij zijn
    zo zoals zonder zou
    """.split()  # noqa: SIM905 - a list of words is read more easily without quotes
)
"""Words that say too little to suggest a picture on their own; typed alone they still search."""


def fold(text: str) -> str:
    """Lower case without diacritics and apostrophes; everything that is no letter or digit is a space."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    plain = plain.replace("'", "").replace("’", "").replace("…", GAP)
    return " ".join(_WORD.findall(plain))


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, in order."""
    return tuple(fold(text).split())


def sentences(text: str) -> tuple[tuple[str, ...], ...]:
    """The folded words of each sentence of a text; a sentence without words is left out."""
    return tuple(found for part in _SENTENCE_END.split(text) if (found := words(part)))


@lru_cache(maxsize=20_000)
def stems(word: str) -> tuple[str, ...]:
    """Possible dictionary shapes of one folded word, the likeliest first; the word itself is the first.

    Two words are taken for forms of one word when they share a shape: `doucht` and `douche` share
    `douch`, `boze` and `boos` share `boos`.
    """
    found = [word]
    for shape in found:  # grows while we read: a past tense loses its e, then its t
        found.extend(stem for stem in _shorter(shape) if len(stem) > 1 and stem not in found)
    return tuple(found)


@lru_cache(maxsize=20_000)
def typed_stems(word: str) -> tuple[str, ...]:
    """The shapes of a word that was typed: also a past participle without its `ge` (gewassen, gefietst).

    Only for typed words: in the index it would make the name Daan of `gedaan`.
    """
    if len(word) > 5 and word.startswith("ge") and word.endswith(("d", "t", "en")):
        return tuple(dict.fromkeys((*stems(word), *stems(word[2:]))))
    return stems(word)


def same_word(typed: str, term: str) -> bool:
    """Whether a typed word may be a form of the word of a term; both folded."""
    return typed == term or not set(typed_stems(typed)).isdisjoint(stems(term))


def _shorter(word: str) -> list[str]:
    """The word without one ending, spelled as Dutch spells it then."""
    if len(word) < 4:
        return []
    if word.endswith("en") and word[-3] not in _VOWELS:
        return _respelled(word[:-2])
    if word.endswith("e") and word[-2] not in _VOWELS:
        return _respelled(word[:-1])
    if word.endswith("jes"):
        return [word[:-1]]
    if word.endswith("tje") and len(word) > 5:
        return [word[:-3], word[:-2]]
    if word.endswith("je") and len(word) > 4:
        return [word[:-2]]
    if word.endswith("t") and word[-2] not in "aeou":
        return [word[:-1]]
    if _PLURAL_S.search(word):
        return [word[:-1]]
    return []


def _respelled(stem: str) -> list[str]:
    """`lop` is `loop`, `wass` is `was`, `lev` is `leef`, `boz` is `boos`; the short shape stays possible."""
    if len(stem) > 2 and stem[-1] == stem[-2]:
        return [stem[:-1]]
    shapes = [stem]
    if _SHORT_VOWEL_END.search(stem):
        shapes.insert(0, f"{stem[:-1]}{stem[-2:]}")
    devoiced = {"v": "f", "z": "s"}
    return [shape[:-1] + devoiced.get(shape[-1], shape[-1]) for shape in shapes]
