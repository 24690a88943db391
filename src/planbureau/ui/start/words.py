"""An error in two parts for a banner: what happened, and what to do now."""

from __future__ import annotations

from dataclasses import dataclass

from planbureau.errors import unforeseen


@dataclass(frozen=True)
class Told:
    """What happened, and the advice."""

    what: str
    advice: str = ""


def told(problem: Exception) -> Told:
    """The words of an error. One that nobody foresaw is told without its technical text."""
    words = unforeseen(problem)
    return Told(words.what, words.advice)
