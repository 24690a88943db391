"""The text of a recovery code as people copy it: which signs count, and which look alike."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

_LOOKALIKES = str.maketrans("OIL", "011")

Pick = Callable[[Sequence[int], int], list[int]]
"""Picks so many different numbers out of a sequence."""


def signs_of(typed: str) -> str:
    """Letters and digits in capitals; O counts as 0, I and L as 1, everything else is left out."""
    kept = "".join(sign for sign in typed.upper() if sign.isalnum())
    return kept.translate(_LOOKALIKES)


def groups_of(code: str) -> tuple[str, ...]:
    """The groups as they stand on paper."""
    return tuple(code.split("-"))


def pick_at_random(numbers: Sequence[int], count: int) -> list[int]:
    """Which groups are asked; no secret, so plain chance is enough."""
    return random.sample(numbers, count)
