"""The time, passed in: no rule and no screen asks the operating system itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from datetime import date, datetime
    from zoneinfo import ZoneInfo

    AMSTERDAM: ZoneInfo


def __getattr__(name: str) -> Any:
    """`AMSTERDAM`, read when it is asked for: the first window does without dates and time zones."""
    if name == "AMSTERDAM":
        return _amsterdam()
    raise AttributeError(name)


@cache
def _amsterdam() -> ZoneInfo:
    from zoneinfo import ZoneInfo

    return ZoneInfo("Europe/Amsterdam")


class Clock(Protocol):
    """Tells the time as an aware moment in UTC, and the calendar day in Amsterdam."""

    def now(self) -> datetime: ...

    def today(self) -> date: ...


class SystemClock:
    """The clock of the computer."""

    def now(self) -> datetime:
        from datetime import UTC, datetime

        return datetime.now(UTC)

    def today(self) -> date:
        return self.now().astimezone(_amsterdam()).date()


@dataclass
class FixedClock:
    """A clock that stands still until it is moved: for tests, screenshots and demo data."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.astimezone(_amsterdam()).date()

    @classmethod
    def on(cls, day: date, hour: int = 10) -> FixedClock:
        """A clock that stands at `hour` in Amsterdam on `day`."""
        from datetime import UTC, datetime

        return cls(datetime(day.year, day.month, day.day, hour, tzinfo=_amsterdam()).astimezone(UTC))
