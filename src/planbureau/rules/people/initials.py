"""How people are meant outside the vault: by initials or a code, never by name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_KIND_OF_HOME = frozenset({"gezin", "familie", "huishouden", "huis", "fam.", "fam"})
_SHORTEST = 2
_NUMBER = re.compile(r"\+?\d(?:[\s()./-]{0,2}\d){4,}")
_MAIL = re.compile(r"\S+@\S+")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_ENDINGS = ("s", "'s", "’s")
GAP = "…"


def initials(*names: str) -> str:
    """The first letter of each name with a capital: ("Fatma", "van den Berg") gives "F.B."."""
    words = [word for name in names for word in name.split()]
    found = [word for word in words if word[:1].isupper()] or words
    return "".join(f"{word[0].upper()}." for word in found)


def home_initials(name: str) -> str:
    """A household by initials: "Gezin Demir-Voorbeeld" gives "gezin D.V."."""
    words = [word for word in re.split(r"[\s/&-]+", name) if word and word.casefold() not in _KIND_OF_HOME]
    return f"gezin {initials(*words)}".strip()


class Masker:
    """Takes names, numbers and addresses of mail out of a text that goes outside.

    `people` are given and family names of everyone who is known, whose names become initials. It looks at
    whole words, whatever their capitals and accents.
    """

    def __init__(self, people: Iterable[tuple[str, ...]]) -> None:
        words = {word for names in people for name in names for word in _WORD.findall(name)}
        self._known = {
            _bare(word)
            for word in words
            if len(word) >= _SHORTEST and word[:1].isupper() and _bare(word) not in _KIND_OF_HOME
        }

    def __call__(self, text: str) -> str:
        """The text with initials in the place of names, and a gap in that of numbers and addresses."""
        text = unicodedata.normalize("NFC", text)
        return _WORD.sub(self._initial, _NUMBER.sub(GAP, _MAIL.sub(GAP, text)))

    def _initial(self, match: re.Match[str]) -> str:
        word = match.group(0)
        bare = _bare(word)
        if bare in self._known or any(bare.removesuffix(end) in self._known for end in _ENDINGS):
            return initials(word[:1].upper())
        return word


def _bare(word: str) -> str:
    """A word as it is compared: without capitals and accents."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
