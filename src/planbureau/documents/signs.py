"""Text made ready for paper: which signs belong together, and which can be left out without loss."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_JOINER = "\u200d"
_VARIATION = {"\ufe0e", "\ufe0f"}
_SPACES = dict.fromkeys(
    map(ord, "\t\v\f\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"), " "
)
_REPLACED = _SPACES | {
    ord("\u202f"): "\u00a0",
    ord("\u2007"): "\u00a0",
    ord("\u2011"): "-",
    ord("\u2028"): "\n",
    ord("\u2029"): "\n",
    ord("\u0085"): "\n",
}


def printable(text: str) -> str:
    """The text without control signs, with composed letters and with plain spaces and newlines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").translate(_REPLACED)
    composed = unicodedata.normalize("NFC", lines)
    if composed.isprintable():
        return composed
    return "".join(sign for sign in composed if sign == "\n" or not _is_control(sign))


def clusters(text: str) -> Iterator[str]:
    """Yield what a reader sees as one sign: a letter with its accents, an emoji with all its parts."""
    current = ""
    for sign in text:
        if current and _continues(current, sign):
            current += sign
            continue
        if current:
            yield current
        current = sign
    if current:
        yield current


def drawn_part(cluster: str) -> str:
    """The part of a cluster that needs a drawing: without variation selectors, joiners and skin tones."""
    return "".join(sign for sign in cluster if not _is_silent(sign))


def is_right_to_left(text: str) -> bool:
    """Whether a sign in the text is written from right to left (Arabic, Hebrew)."""
    return any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in text)


def _is_control(sign: str) -> bool:
    category = unicodedata.category(sign)
    return category in {"Cc", "Cs", "Co", "Cn"} or (category == "Cf" and sign != _JOINER)


def _is_silent(sign: str) -> bool:
    return sign == _JOINER or sign in _VARIATION or _is_skin_tone(sign)


def _is_skin_tone(sign: str) -> bool:
    return "\U0001f3fb" <= sign <= "\U0001f3ff"


def _is_flag_letter(sign: str) -> bool:
    return "\U0001f1e6" <= sign <= "\U0001f1ff"


def _continues(current: str, sign: str) -> bool:
    if sign == "\n" or current == "\n":
        return False
    if current[-1] == _JOINER or _is_silent(sign):
        return True
    if _is_flag_letter(sign):
        return _is_flag_letter(current[-1]) and len(current) == 1
    return unicodedata.category(sign) in {"Mn", "Me", "Mc"}
