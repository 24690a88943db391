"""Whether the clock of the computer can be right: nothing in the vault was written later than now.

A doubt is said, never used in silence: nothing is closed or called in time by it, and a day that somebody
typed wins from a clock that runs behind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from planbureau.clock import AMSTERDAM, Clock
from planbureau.rules.dutch import plain_date

TOLERANCE = timedelta(minutes=10)
"""Two laptops never have quite the same time."""
LONG_AGO = timedelta(days=400)
"""After so long without a single word in the vault a clock that runs ahead is as likely as a long absence."""


class ClockWatch:
    """Compares the clock with the latest moment that is known: of the vault, and of this session.

    `written_now` tells anew when the vault was last written, to name the right moment.
    """

    def __init__(
        self,
        clock: Clock,
        last_written: datetime | None,
        written_now: Callable[[], datetime | None] | None = None,
    ) -> None:
        self._clock = clock
        self._written_now = written_now or (lambda: last_written)
        self._latest = last_written
        now = clock.now()
        self._ahead = last_written if last_written is not None and now - last_written > LONG_AGO else None
        self.behind()

    def note(self, moment: datetime) -> None:
        """Something was written at this moment."""
        self._latest = moment if self._latest is None else max(moment, self._latest)

    def behind(self) -> datetime | None:
        """The moment that lies after the clock; None as long as the clock can be right."""
        now = self._clock.now()
        if self._latest is not None and now < self._latest - TOLERANCE:
            return self._latest
        self.note(now)
        return None

    def doubted(self) -> datetime | None:
        """The moment in the vault that the clock is held against; None when the clock can be right."""
        return self.behind() or self._ahead

    @contextmanager
    def called_right(self) -> Iterator[None]:
        """Somebody says that the clock is right: what another one wrote counts no more, unless this fails."""
        before = self._latest, self._ahead
        self._latest, self._ahead = self._clock.now(), None
        try:
            yield
        except BaseException:
            self._latest, self._ahead = before
            raise

    def last_day(self) -> date:
        """The last day that can have passed: today, or any day when the clock runs behind."""
        return date.max if self.behind() is not None else self._clock.today()

    def doubt(self) -> str:
        """What is the matter, in Dutch, and what to do; empty when the clock can be right."""
        later = self.behind()
        if later is not None:
            now, written = self._clock.now(), self._written_now()
            if written is not None and now < written - TOLERANCE:
                told = f"maar in deze kluis is al iets geschreven op {_words(written)}"
            else:  # it leapt ahead and came back, and nothing was written meanwhile
                told = f"maar stond eerder al op {_words(later)}, toen de kluis ook open was"
            return (
                f"De klok van deze computer staat op {_words(now)}, {told}. Er is niets weg. Zet de klok "
                "goed en kijk datums zelf na."
            )
        if self._ahead is not None:
            return (
                f"De klok van deze computer staat op {_words(self._clock.now())}. Het laatste in deze kluis "
                f"is van {_words(self._ahead)}. Klopt de klok? Anders kloppen ‘te laat’ en ‘bijna’ niet."
            )
        return ""


def _words(moment: datetime) -> str:
    local = moment.astimezone(AMSTERDAM)
    return f"{plain_date(local.date())}, {local:%H:%M} uur"
