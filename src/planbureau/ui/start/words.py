"""An error in two parts for a banner: what happened, and what to do now."""

from __future__ import annotations

from dataclasses import dataclass

from planbureau.errors import PlanbureauError


@dataclass(frozen=True)
class Told:
    """What happened, and the advice."""

    what: str
    advice: str = ""


def told(problem: Exception) -> Told:
    """The words of an error. One that nobody foresaw is told without its technical text."""
    if isinstance(problem, PlanbureauError):
        return Told(problem.what, problem.advice)
    return Told(
        f"Er ging iets mis dat Planbureau niet kent ({type(problem).__name__}).",
        "Wat bewaard was, is er nog. Sluit Planbureau en start het opnieuw.",
    )
