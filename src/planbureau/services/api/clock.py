"""The clock of the computer, and what people said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date

    from planbureau.changes import Changes
    from planbureau.views import AheadView, ClockCheckView


class ClockService(Protocol):
    """Nothing is decided in silence: a doubt is told, and only a person takes it away."""

    def doubt(self) -> str:
        """Why the clock of the computer cannot be right, in Dutch, and what to do; empty when it can."""
        ...

    def last_day(self) -> date:
        """The last day that can have passed: today, or any day when the clock runs behind.

        A day that somebody typed wins from such a clock.
        """
        ...

    @property
    def can_call_right(self) -> bool:
        """Whether who works here may say that the clock is right."""
        ...

    def call_right(self, reason: str) -> Changes:
        """Records who says that the clock is right, and why. The same fault is not told again.

        No term changes by it. Raises InvalidInputError without a reason, or when there is no doubt.
        """
        ...

    def checks(self) -> tuple[ClockCheckView, ...]:
        """Each time that somebody called the clock right, the last one first."""
        ...

    def ahead(self) -> tuple[AheadView, ...]:
        """What closed a term on a day that must still come: likely written by a wrong clock."""
        ...
