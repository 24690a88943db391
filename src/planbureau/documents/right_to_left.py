"""Arabic and Hebrew on paper: letters that join, and the order in which a reader sees them.

DejaVu Sans has a sign for each form of an Arabic letter (alone, at the beginning, in the middle, at the end);
which form fits is told by its neighbours. Vowel points are not drawn, as in most printed text; they stay in
the spoken and copied text. The order is the Unicode bidirectional algorithm (UAX 9) as far as names and
quotes in a Dutch document need it, with one difference: a telephone number is never turned around.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from planbureau.documents.signs import clusters, is_right_to_left

_TATWEEL = "\u0640"
_LAM = "\u0644"
_FORM_BLOCKS = (range(0xFB50, 0xFE00), range(0xFE70, 0xFEFD))
_PARTS = re.compile(r"[()\[\]{}]|(?<!\w)\+?\d(?:[\d .,:/+-]*\d)?(?!\w)|[^()\[\]{}\s]+|\s+")
_SENTENCE, _MOSTLY = 20, 3
"""From so many letters on, and so many times the others, a paragraph is not a name in a Dutch sentence."""
_BRACKETS = {")": "(", "]": "[", "}": "{"}
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


def drawn_letters(text: str) -> str:
    """The letters of one word in the forms in which they are drawn, still in the order of speech."""
    letters = [letter for letter in text if unicodedata.category(letter) != "Mn"]
    drawn = []
    at = 0
    while at < len(letters):
        before = at > 0 and _joins_on(letters[at - 1]) and _joins_back(letters[at])
        pair = "".join(letters[at : at + 2])
        one = pair if pair in _forms() else letters[at]
        following = letters[at + len(one)] if at + len(one) < len(letters) else ""
        after = bool(following) and _joins_on(one[-1]) and _joins_back(following)
        forms = _forms().get(one, {})
        drawn.append(forms.get(_FORM_NAMES[before, after]) or forms.get("isolated") or one)
        at += len(one)
    return "".join(drawn)


def turned(text: str) -> str:
    """The text as it stands on paper from left to right, with brackets that still open and close."""
    return "".join(reversed(list(clusters(text)))).translate(_MIRRORED)


def begins_right(text: str) -> bool:
    """Whether a paragraph is one in Arabic or Hebrew: it begins and ends so, or mostly is so.

    A Dutch sentence that begins with an Arabic name is a Dutch sentence.
    """
    letters = [sign for sign in text if unicodedata.bidirectional(sign) in {"L", "R", "AL"}]
    if not letters or not is_right_to_left(letters[0]):
        return False
    turned_letters = sum(map(is_right_to_left, letters))
    mostly = turned_letters >= _SENTENCE and turned_letters >= _MOSTLY * (len(letters) - turned_letters)
    return mostly or is_right_to_left(letters[-1])


def split_for_order(text: str) -> list[str]:
    """Cut a text where its direction may change: at spaces, at brackets, and around numbers."""
    return _PARTS.findall(text)


def levels(texts: Sequence[str], *, base: int) -> list[int]:
    """The level of each part of a line: odd is drawn from right to left; `base` is that of the paragraph."""
    own = [_own_level(text, base) for text in texts]
    found = _resolved(texts, own, base)
    for start, end in _brackets(texts):  # what closes stands in the direction of what it closes (rule N0)
        own[start] = own[end] = found[start]
    return _resolved(texts, own, base)


def _resolved(texts: Sequence[str], own: Sequence[int | None], base: int) -> list[int]:
    """Signs and spaces follow their neighbours when those agree (rules N1 and N2); numbers are not turned."""
    found = []
    for at, level in enumerate(own):
        if level is None:
            left = next((one for one in reversed(own[:at]) if one is not None), base)
            right = next((one for one in own[at + 1 :] if one is not None), base)
            inside = left if left == right else base
            number = inside % 2 and any(sign.isdigit() for sign in texts[at])
            found.append(inside + 1 if number else inside)
        else:
            found.append(level)
    return found


def _brackets(texts: Sequence[str]) -> list[tuple[int, int]]:
    """The places of the brackets that belong together."""
    opened: list[int] = []
    pairs = []
    for at, text in enumerate(texts):
        if text in _BRACKETS.values():
            opened.append(at)
        elif text in _BRACKETS and opened and texts[opened[-1]] == _BRACKETS[text]:
            pairs.append((opened.pop(), at))
    return pairs


def order(found: Sequence[int]) -> list[int]:
    """The places of the parts of a line from left to right (UAX 9, rule L2)."""
    places = list(range(len(found)))
    for level in range(max(found, default=0), 0, -1):
        start = 0
        while start < len(places):
            end = start
            while end < len(places) and found[places[end]] >= level:
                end += 1
            places[start:end] = places[start:end][::-1]
            start = end + 1
    return places


def _own_level(text: str, base: int) -> int | None:
    """The level of a part with letters; None for signs and numbers, which follow their neighbours."""
    if is_right_to_left(text):
        return 1
    if any(unicodedata.bidirectional(sign) == "L" for sign in text):
        return 2 if base else 0
    return None


_FORM_NAMES = {
    (False, False): "isolated",
    (True, False): "final",
    (False, True): "initial",
    (True, True): "medial",
}


def _joins_on(letter: str) -> bool:
    """Whether the next letter may be joined to this one."""
    return letter == _TATWEEL or "initial" in _forms().get(letter, {})


def _joins_back(letter: str) -> bool:
    return letter == _TATWEEL or "final" in _forms().get(letter, {})


@cache
def _forms() -> dict[str, dict[str, str]]:
    """The drawn signs of each Arabic letter, and of lam with an alef, from the names of Unicode itself."""
    found: dict[str, dict[str, str]] = {}
    for code in (code for block in _FORM_BLOCKS for code in block):
        kind, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        plain = "".join(chr(int(one, 16)) for one in letters)
        joined = len(plain) == 2 and plain[0] == _LAM and plain[1] in "\u0622\u0623\u0625\u0627"
        if len(plain) == 1 or joined:
            found.setdefault(plain, {})[kind.strip("<>")] = chr(code)
    return found
