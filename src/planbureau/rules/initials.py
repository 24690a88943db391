"""How people are meant outside the vault: by initials or a code, never by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_KIND_OF_HOME = frozenset({"gezin", "familie", "huishouden", "huis", "fam.", "fam"})
_SHORTEST = 2
_NUMBER = re.compile(r"\+?\d(?:[\s()./-]{0,2}\d){4,}")
_MAIL = re.compile(r"\S+@\S+")
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
    whole words, whatever their capitals.
    """

    def __init__(self, people: Iterable[tuple[str, ...]]) -> None:
        known: dict[str, str] = {}
        for names in people:
            for name in names:
                for part in (name, *name.split()):
                    if len(part) >= _SHORTEST and not part.islower():
                        known[part.casefold()] = initials(part)
        self._known: Mapping[str, str] = known
        self._pattern: re.Pattern[str] | None = None
        if known:
            longest_first = sorted(known, key=len, reverse=True)
            words = "|".join(re.escape(word) for word in longest_first)
            self._pattern = re.compile(rf"(?<!\w)(?:{words})(?:'?s)?(?!\w)", re.IGNORECASE)

    def __call__(self, text: str) -> str:
        """The text with initials in the place of names, and a gap in that of numbers and addresses."""
        text = _NUMBER.sub(GAP, _MAIL.sub(GAP, text))
        return self._pattern.sub(self._initial, text) if self._pattern else text

    def _initial(self, match: re.Match[str]) -> str:
        word = match.group(0).casefold()
        for ending in ("", "s", "'s"):
            found = self._known.get(word.removesuffix(ending)) if word.endswith(ending) else None
            if found is not None:
                return found
        return GAP
