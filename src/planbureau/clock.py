"""The time, passed in: no rule and no screen asks the operating system itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class Clock(Protocol):
    """Tells the time as an aware moment in UTC, and the calendar day in Amsterdam."""

    def now(self) -> datetime: ...

    def today(self) -> date: ...


class SystemClock:
    """The clock of the computer."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return self.now().astimezone(AMSTERDAM).date()


@dataclass
class FixedClock:
    """A clock that stands still until it is moved: for tests, screenshots and demo data."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.astimezone(AMSTERDAM).date()

    @classmethod
    def on(cls, day: date, hour: int = 10) -> FixedClock:
        """A clock that stands at `hour` in Amsterdam on `day`."""
        return cls(datetime(day.year, day.month, day.day, hour, tzinfo=AMSTERDAM).astimezone(UTC))
