"""What a record of a plan is made of on the screen: agreements and risks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

LOW_TO_HIGH = (("laag", "laag"), ("midden", "midden"), ("hoog", "hoog"))


@dataclass(frozen=True)
class Part:
    """One part of a record: its field in the view, its label, and how it is filled in."""

    name: str
    label: str
    kind: str = "line"  # "line", "text", "choice", "date" or "who"
    help: str = ""
    options: tuple[tuple[str, str], ...] = ()
    half: bool = False


AGREEMENT = (
    Part("what", "Wat spreken we af", "text"),
    Part("who", "Wie doet het", "who", "Een persoon, of een functie zoals avonddienst.", half=True),
    Part("when", "Wanneer", help="Bijvoorbeeld: elke ochtend, of dinsdag om 10 uur.", half=True),
    Part("reporting_hint", "Waar let je op als je erover schrijft", half=True),
    Part("valid_until", "Geldt tot en met", "date", half=True),
)
RISK = (
    Part("what", "Wat kan er gebeuren", "text"),
    Part("signs", "Hoe merk je het", "text"),
    Part("measures", "Wat doen we dan, en wat doen we nu al", "text"),
    Part("likelihood", "Hoe groot is de kans", "choice", options=LOW_TO_HIGH, half=True),
    Part("impact", "Hoe erg is het dan", "choice", options=LOW_TO_HIGH, half=True),
    Part("who", "Wie let hierop", "who", half=True),
    Part("look_again_on", "Opnieuw kijken op", "date", half=True),
)
_DATES = frozenset({"valid_until", "look_again_on"})


def to_draft(values: dict[str, Any]) -> dict[str, Any]:
    """The parts in a form that JSON can hold."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def from_draft(values: dict[str, Any]) -> dict[str, Any]:
    """The parts of a draft as the view holds them. Raises ValueError for a date that is none."""
    found: dict[str, Any] = {}
    for name, value in values.items():
        if name in _DATES:
            found[name] = date.fromisoformat(value) if value else None
        else:
            found[name] = tuple(value) if isinstance(value, list) else value
    return found
