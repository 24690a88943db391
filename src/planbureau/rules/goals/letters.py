"""Numbers of goals and letters of actions: given once, in order of making, never used again (D2.2, D2.4)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from planbureau.errors import InvalidInputError

_BASE = 26
_LETTERS = re.compile(r"[a-z]+")
_CODE = re.compile(r"([1-9][0-9]*)([a-z]+)")


def letter_at(position: int) -> str:
    """The letter at `position` (0 is "a", 25 is "z", 26 is "aa"). Raises ValueError below zero."""
    if position < 0:
        raise ValueError(position)
    letters = ""
    left = position + 1
    while left:
        left, digit = divmod(left - 1, _BASE)
        letters = chr(ord("a") + digit) + letters
    return letters


def position_of(letter: str) -> int:
    """The position of a letter, the inverse of `letter_at`. Raises InvalidInputError for anything else."""
    if not _LETTERS.fullmatch(letter):
        raise InvalidInputError("Dit is geen letter van een actie.", "Gebruik a tot en met z, dan aa, ab.")
    value = 0
    for sign in letter:
        value = value * _BASE + ord(sign) - ord("a") + 1
    return value - 1


def next_letter(used: Iterable[str]) -> str:
    """The letter of a new action. `used` holds every letter ever given, also of lapsed actions."""
    return letter_at(max((position_of(letter) for letter in used), default=-1) + 1)


def action_code(number: int, letter: str) -> str:
    """The full name of an action, such as "2b"."""
    position_of(letter)
    return f"{number}{letter}"


def split_code(code: str) -> tuple[int, str]:
    """Goal number and letter of an action code such as "2b". Raises InvalidInputError."""
    match = _CODE.fullmatch(code.strip().lower())
    if match is None:
        raise InvalidInputError(
            "Dit is geen nummer van een actie.", "Een actie heet bijvoorbeeld 2b: doel 2, actie b."
        )
    return int(match[1]), match[2]
