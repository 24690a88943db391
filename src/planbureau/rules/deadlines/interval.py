"""The length of a term, and the day on which it ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planbureau.rules import dates, dutch
from planbureau.rules.deadlines.kinds import Direction, Unit

# Python 3.11 looks up a member of an enum each time that it is named; terms do so half a million times.
_DAYS, _MONTHS, _AGE_MONTHS, _FORWARD = Unit.DAYS, Unit.MONTHS, Unit.AGE_MONTHS, Direction.FORWARD


@dataclass(frozen=True, slots=True)
class Interval:
    """`amount` in `unit`, on or back from a trigger; `setting` names the key whose number replaces it."""

    amount: int
    unit: Unit = Unit.DAYS
    direction: Direction = Direction.FORWARD
    setting: str = ""

    def end(self, anchor: date, amount: int, *, leap_in_february: bool = False) -> date:
        """The computed day (termijn) for `amount` of this unit from `anchor`, before any ATW shift."""
        unit = self.unit
        if unit is _DAYS:
            return dates.add_days(anchor, amount if self.direction is _FORWARD else -amount)
        if unit is _MONTHS:
            return dates.add_months(anchor, amount if self.direction is _FORWARD else -amount)
        if unit is _AGE_MONTHS:
            return dates.age_point(anchor, amount, leap_in_february=leap_in_february)
        if unit is Unit.WORKING_DAYS:
            return dates.add_working_days(anchor, amount)
        if unit is Unit.KEEPING_YEARS:
            return dates.keep_until(anchor, amount)
        raise ValueError("a term in hours ends at a moment, not on a day")

    def atw_covers(self, amount: int) -> bool:
        """Whether a term of `amount` is short enough for the ATW (T6); an organisation may choose longer."""
        if self.unit is _DAYS:
            return dates.atw_covers_days(amount)
        return self.unit is not _MONTHS or dates.atw_covers_months(amount)

    def words(self, amount: int) -> str:
        """The length in Dutch: "zes weken", "een jaar", "vijf werkdagen"."""
        if self.unit is Unit.DAYS:
            return dutch.days_words(amount)
        if self.unit is Unit.WORKING_DAYS:
            return dutch.count(amount, "werkdag", "werkdagen")
        if self.unit is Unit.KEEPING_YEARS:
            return dutch.years_words(amount)
        if self.unit is Unit.HOURS:
            return dutch.hours_words(amount)
        return dutch.months_words(amount)

    def is_short(self, amount: int) -> bool:
        """Whether a term of `amount` is at most fourteen days, so that "bijna" begins later (T11)."""
        if self.direction is Direction.BACKWARD:
            return False
        return self.unit in {Unit.WORKING_DAYS, Unit.HOURS} or (self.unit is Unit.DAYS and amount <= 14)


def days(amount: int, setting: str = "") -> Interval:
    """A number of days after the trigger."""
    return Interval(amount, setting=setting)


def months(amount: int, setting: str = "") -> Interval:
    """A number of months after the trigger."""
    return Interval(amount, Unit.MONTHS, setting=setting)


def days_before(amount: int, setting: str = "") -> Interval:
    """A number of days counted back from the trigger; the ATW never holds for these (T6)."""
    return Interval(amount, direction=Direction.BACKWARD, setting=setting)


def working_days(amount: int) -> Interval:
    """A number of working days after the trigger (T9)."""
    return Interval(amount, Unit.WORKING_DAYS)


def keeping_years(amount: int, setting: str) -> Interval:
    """A number of years of keeping (T5)."""
    return Interval(amount, Unit.KEEPING_YEARS, setting=setting)


def age(amount: int, setting: str = "") -> Interval:
    """An age in months (T3, T4)."""
    return Interval(amount, Unit.AGE_MONTHS, setting=setting)


def hours(amount: int) -> Interval:
    """Real hours after a moment (Wzd 15)."""
    return Interval(amount, Unit.HOURS)
