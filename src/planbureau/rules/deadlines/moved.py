"""Which dates move when a trigger is corrected, for the history and for the person who corrects it (T13)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from planbureau.rules import dutch
from planbureau.rules.deadlines.deadline import Deadline


@dataclass(frozen=True, slots=True)
class Moved:
    """The last day of one deadline before and after a correction; None where there is no date."""

    key: str
    title: str
    old_date: date | None
    new_date: date | None

    @property
    def text(self) -> str:
        """The move in Dutch: "Plan vaststellen: van 16-2-2026 naar 23-2-2026"."""
        if self.old_date is not None and self.new_date is not None:
            old, new = dutch.number_date(self.old_date), dutch.number_date(self.new_date)
            return f"{self.title}: van {old} naar {new}"
        if self.new_date is not None:
            return f"{self.title}: nu {dutch.number_date(self.new_date)}"
        gone = dutch.number_date(self.old_date) if self.old_date is not None else "de datum"
        return f"{self.title}: {gone} vervalt"


def moved(before: Iterable[Deadline], after: Iterable[Deadline]) -> tuple[Moved, ...]:
    """The deadlines whose last day differs, in the order of their keys."""
    old = {one.key: one for one in before}
    new = {one.key: one for one in after}
    found = []
    for key in sorted(old.keys() | new.keys()):
        was, becomes = old.get(key), new.get(key)
        old_date = was.last_date if was is not None else None
        new_date = becomes.last_date if becomes is not None else None
        either = becomes or was
        if old_date != new_date and either is not None:
            found.append(Moved(key, either.title, old_date, new_date))
    return tuple(found)
