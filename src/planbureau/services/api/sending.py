"""Sending dates to another calendar: what may be chosen, which words go out, and the file itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from planbureau.changes import Changes
    from planbureau.views import AppointmentView, DeadlineRow, TaskView


class Whose(Enum):
    """How a client or household is meant. The value is what is kept, `words` what is said."""

    INITIALS = "initials"
    CODE = "code"
    NOBODY = "nobody"

    @property
    def words(self) -> str:
        """The choice in Dutch."""
        return {"initials": "voorletters", "code": "cliëntcode", "nobody": "niets"}[self.value]


class Standing(Enum):
    """How an item stands against what was sent before."""

    NEW = "nieuw"
    CHANGED = "veranderd"
    SAME = "ongewijzigd"
    GONE = "vervallen"


@dataclass(frozen=True)
class SendChoice:
    """Which words go out. Titles and places of appointments only when somebody chooses so."""

    whose: Whose = Whose.INITIALS
    titles: bool = False
    places: bool = False


@dataclass(frozen=True)
class Outgoing:
    """One item: `known_as` is for the user alone, everything else is exactly what goes into the file."""

    item: str
    known_as: str
    standing: Standing
    summary: str
    day: date
    starts: str
    ends: str
    place: str
    note: str
    sequence: int
    guarded: bool = False  # of a plan that not everybody may open: it goes along only when ticked by hand
    plan_id: str = ""

    @property
    def proposed(self) -> bool:
        """Whether it is ticked before somebody chooses."""
        return self.standing is Standing.GONE or (not self.guarded and self.standing is not Standing.SAME)

    @property
    def cancelled(self) -> bool:
        """Whether it goes out as fallen away."""
        return self.standing is Standing.GONE


class SendService(Protocol):
    """Dates for another calendar (RFC 5545)."""

    def outgoing(
        self, lines: Sequence[DeadlineRow | AppointmentView | TaskView], choice: SendChoice
    ) -> tuple[Outgoing, ...]:
        """These lines as they would go out, and what was sent before and changed or fell away, by day."""
        ...

    def write(
        self,
        lines: Sequence[DeadlineRow | AppointmentView | TaskView],
        choice: SendChoice,
        items: Collection[str],
        path: Path,
    ) -> Changes:
        """Writes these items (`Outgoing.item`) to a file, and notes what went out.

        Raises InvalidInputError when nothing was chosen or the file cannot be written, VaultError when it
        cannot be noted; then nothing went out.
        """
        ...
