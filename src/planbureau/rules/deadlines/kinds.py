"""The closed sets of words that deadline rules are written in."""

from __future__ import annotations

from enum import Enum


class Status(Enum):
    """Where a deadline stands today (T11); the value is the Dutch word on the screen."""

    NOT_STARTED = "nog niet gestart"
    RUNNING = "loopt"
    NEAR = "bijna"
    TODAY = "vandaag"
    LATE = "te laat"
    DONE_IN_TIME = "gedaan op tijd"
    DONE_LATE = "gedaan te laat"
    DEVIATED = "afgeweken"
    NOT_APPLICABLE = "n.v.t."
    LAPSED = "vervallen"
    CLOSED = "voorbij"

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return self in _OPEN


_OPEN = (Status.NOT_STARTED, Status.RUNNING, Status.NEAR, Status.TODAY, Status.LATE)


class Severity(Enum):
    """How strongly the screen draws attention: the colour of a breach follows the mark of its rule."""

    NONE = "geen"
    SOON = "let op"
    YELLOW = "geel"
    ORANGE = "oranje"
    RED = "rood"


class Unit(Enum):
    """What an interval is counted in."""

    DAYS = "dagen"
    WORKING_DAYS = "werkdagen"
    MONTHS = "maanden"
    KEEPING_YEARS = "bewaarjaren"
    AGE_MONTHS = "leeftijd in maanden"
    HOURS = "uren"


class Direction(Enum):
    """Whether a term is counted on from its trigger, or back from it."""

    FORWARD = "na"
    BACKWARD = "voor"


class Series(Enum):
    """How a rule that comes back finds its next date (T15)."""

    NO = "eenmalig"
    LAST_DONE = "vanaf de laatste keer"
    CHOICE = "vanaf de laatste keer of in een vast ritme, naar keuze van de organisatie"


class Shape(Enum):
    """What the date of a rule means: do it by then, a window ends then, or it may begin then."""

    DUE = "uiterlijk"
    WINDOW = "venster"
    OPENS = "vanaf"
