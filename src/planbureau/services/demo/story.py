"""A story is a list of steps, each on its day. They are told in the order of the days, as it went in life."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from planbureau.clock import AMSTERDAM, FixedClock
from planbureau.errors import FormatError, PlanbureauError
from planbureau.formats.model import PlanFormat
from planbureau.services.demo.tables import Part
from planbureau.services.workspace import OpenWorkspace

Step = Callable[[], None]
_MINUTE = timedelta(minutes=1)
_MORNING = time(9)


@dataclass(frozen=True)
class _Told:
    """One step, and when it was taken."""

    day: date
    at: time
    step: Step


@dataclass
class Story:
    """What happened, on which day. `clock` is the clock of the workspace; the story moves it."""

    workspace: OpenWorkspace
    clock: FixedClock
    today: date
    about: dict[str, tuple[str, str]] = field(default_factory=dict)  # plan -> its client, its household
    formats: dict[str, PlanFormat] = field(default_factory=dict)  # plan -> its type
    _steps: list[_Told] = field(default_factory=list)

    def on(self, day: date, step: Step, part: Part) -> None:
        """Adds the step of a part; `at` and `by` in it say at what time, and who wrote it.

        Raises FormatError for a day that has not passed: today is for who opens the demo.
        """
        if day >= self.today:
            raise FormatError(f"{part.name}: dit is op {day.isoformat()}, maar dat moet nog komen.")
        at = part.time("at") if "at" in part.values else _MORNING
        self._steps.append(_Told(day, at, lambda: self._take(step, part)))

    def tell(self) -> None:
        """Takes all steps in one transaction, a minute apart, each on its own day. Raises FormatError."""
        with self.workspace.together():
            for told in sorted(self._steps, key=lambda one: (one.day, one.at)):
                moment = datetime.combine(told.day, told.at, AMSTERDAM)
                self.clock.moment = max(moment, self.clock.moment + _MINUTE)
                told.step()

    def _take(self, step: Step, part: Part) -> None:
        """One step, by whom it says. A fault names the file and the place in it."""
        try:
            with self.workspace.written_by(part.person("by")) if "by" in part.values else nullcontext():
                step()
        except (PlanbureauError, ValueError, KeyError) as problem:
            if str(problem).startswith(part.name):
                raise
            raise FormatError(f"{part.name}: {problem}") from problem
