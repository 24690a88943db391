"""A story is a list of steps, each on its day. They are told in the order of the days, as it went in life."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from planbureau.clock import FixedClock
from planbureau.errors import FormatError
from planbureau.services.api import Workspace

Step = Callable[[], None]
_MINUTE = timedelta(minutes=1)


@dataclass
class Story:
    """What happened, on which day. `clock` is the clock of the workspace; the story moves it."""

    workspace: Workspace
    clock: FixedClock
    today: date
    _steps: list[tuple[date, Step]] = field(default_factory=list)

    def on(self, day: date, step: Step) -> None:
        """Adds a step. Raises FormatError for a day that has not passed: today is for who opens the demo."""
        if day >= self.today:
            raise FormatError(f"De demo vertelt iets op {day.isoformat()}, maar dat moet nog komen.")
        self._steps.append((day, step))

    def tell(self) -> None:
        """Takes all steps, a minute apart, each on its own day."""
        for day, step in sorted(self._steps, key=lambda pair: pair[0]):
            morning = FixedClock.on(day, 9).moment
            self.clock.moment = max(morning, self.clock.moment + _MINUTE)
            step()
