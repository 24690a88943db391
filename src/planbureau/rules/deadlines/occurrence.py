"""A rule laid on a plan: from which day it counts, and on which days it ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from planbureau.rules import dates, dutch
from planbureau.rules.deadlines.kinds import Series
from planbureau.rules.deadlines.known import KnownDates, amount_of
from planbureau.rules.deadlines.rule import DeadlineRule
from planbureau.rules.deadlines.settings import LeapBirthday, SeriesAnchor, TermSettings
from planbureau.rules.wzd.measures import field_of, measure_words, measures_with

_ONCE, _IN_FEBRUARY = Series.NO, LeapBirthday.LAST_OF_FEBRUARY


@dataclass(slots=True, kw_only=True)
class Occurrence:
    """One term before today is looked at; `law_limit` is the day until which a late rhythm breaks no law."""

    trigger: str
    anchor: date | None = None
    term: date | None = None
    last: date | None = None
    done: date | None = None
    amount: int = 0
    subject: str = ""
    subject_label: str = ""
    title: str = ""
    title_after: str = ""  # how it is called once its day has passed
    moment: datetime | None = None
    law_limit: date | None = None
    red_on_day: bool = False
    too_late: bool = False  # done on the last day, after the hour
    agreed: bool = False
    again: bool = False  # of a series: the anchor is the last time that it was done
    rhythm_from: date | None = None  # the first day of a fixed rhythm, when the date counts from there
    why: str = ""
    warning: str = ""


def end_of(rule: DeadlineRule, anchor: date, amount: int, settings: TermSettings) -> tuple[date, date]:
    """The termijn and the uiterste datum of `rule` counted from `anchor` (T1 to T6, T10)."""
    interval = rule.interval
    if interval is None:
        raise ValueError(f"rule {rule.id} has no interval")
    term = interval.end(anchor, amount, leap_in_february=settings.schrikkeldag is _IN_FEBRUARY)
    shifts = rule.atw and settings.atw_toepassen and interval.atw_covers(amount)
    return term, dates.atw_shift(term) if shifts else term


def plain(rule: DeadlineRule, known: KnownDates, settings: TermSettings) -> tuple[Occurrence, ...]:
    """A rule with one trigger and one interval: once, as a series, or once for each measure."""
    if rule.per_measure:
        measures = [one for one in measures_with(known.facts.triggers, rule.triggers[0]) if one]
        found = [_of_measure(rule, known, settings, measure) for measure in measures]
        if found and known.facts.triggers.get(rule.triggers[0]) is None:
            return tuple(found)
        return (*_once(rule, known, settings), *found)
    return _once(rule, known, settings)


def _of_measure(rule: DeadlineRule, known: KnownDates, settings: TermSettings, measure: str) -> Occurrence:
    """The term of one measure: its own first day, and its own end when that was chosen (Wzd 10, 11)."""
    anchor = known.facts.triggers[field_of(rule.triggers[0], measure)]
    amount = amount_of(rule, settings)
    term, last = end_of(rule, anchor, amount, settings)
    one = Occurrence(
        trigger=rule.triggers[0],
        anchor=anchor,
        term=term,
        last=last,
        done=known.done(rule, anchor, measure),
        amount=amount,
        subject=measure,
        subject_label=measure_words(measure),
    )
    return shortened(rule, known, one)


def _once(rule: DeadlineRule, known: KnownDates, settings: TermSettings) -> tuple[Occurrence, ...]:
    trigger, anchor = known.trigger(rule.triggers)
    if anchor is None:
        if rule.only_when_triggered:
            return ()
        return (Occurrence(trigger=trigger, done=known.done(rule, None), amount=amount_of(rule, settings)),)
    if rule.series is not _ONCE:
        return (_series(rule, known, settings, trigger, anchor),)
    amount = amount_of(rule, settings)
    term, last = end_of(rule, anchor, amount, settings)
    done = known.done(rule, anchor)
    found = Occurrence(trigger=trigger, anchor=anchor, term=term, last=last, done=done, amount=amount)
    return (shortened(rule, known, found),)


def shortened(rule: DeadlineRule, known: KnownDates, one: Occurrence) -> Occurrence:
    """The term with the end that was chosen, when that is earlier than what the law allows at most."""
    name = field_of(rule.agreed_end, one.subject) if rule.per_measure else rule.agreed_end
    end = known.facts.triggers.get(name) if name else None
    if end is not None and one.anchor is not None and one.last is not None and one.anchor <= end < one.last:
        one.term = one.last = end
        one.why = "Zo kort is het afgesproken. Van de wet mag het niet langer dan het maximum."
    return one


def _series(
    rule: DeadlineRule, known: KnownDates, settings: TermSettings, trigger: str, anchor: date
) -> Occurrence:
    done = known.series_done(rule, anchor)
    base = done[-1] if done else anchor
    amount = amount_of(rule, settings)
    term, last = next_in_series(rule, settings, anchor, done, amount)
    found = Occurrence(
        trigger=trigger,
        anchor=base,
        term=term,
        last=last,
        amount=amount,
        again=bool(done),
        rhythm_from=anchor if in_fixed_rhythm(rule, settings, done) else None,
    )
    if rule.counts_agreed_dates:
        planned = [day for day in known.facts.agreed_dates.get(rule.id, ()) if day > base]
        if planned:
            _agree(rule, settings, found, base, min(planned))
    return found


def in_fixed_rhythm(rule: DeadlineRule, settings: TermSettings, done: list[date]) -> bool:
    """Whether the next date counts from the first one, and not from the last time it was done (T15)."""
    fixed = rule.series is Series.CHOICE and settings.serie_anker is SeriesAnchor.FIXED
    return fixed and bool(done)


def next_in_series(
    rule: DeadlineRule, settings: TermSettings, anchor: date, done: list[date], amount: int
) -> tuple[date, date]:
    """The next date of a series: from the last time it was done, or in a fixed rhythm from `anchor` (T15).

    Each date of the rhythm is counted from the anchor itself, so that it never drifts. What was done counts
    for the nearest date of the rhythm.
    """
    base = done[-1] if done else anchor
    if not in_fixed_rhythm(rule, settings, done):
        return end_of(rule, base, amount, settings)
    step = 1
    while end_of(rule, anchor, amount * step, settings)[0] < base:
        step += 1
    after = end_of(rule, anchor, amount * step, settings)[0]
    before = end_of(rule, anchor, amount * (step - 1), settings)[0]
    nearest = step if step == 1 or after - base <= base - before else step - 1
    return end_of(rule, anchor, amount * (nearest + 1), settings)


def _agree(rule: DeadlineRule, settings: TermSettings, one: Occurrence, base: date, day: date) -> None:
    """Lays the day that was agreed on the term; a day after the maximum makes it no longer than that."""
    months = _longest(rule, settings)
    limit = dates.add_months(base, months) if months else day
    one.agreed = True
    one.term = one.last = min(day, limit)
    if limit < day:
        most = dutch.months_words(months)
        one.why = f"Afgesproken is {dutch.long_date(day)}, maar er zit nooit meer dan {most} tussen."


def maximum_date(rule: DeadlineRule, settings: TermSettings, base: date | None) -> date | None:
    """The last day to which a deviation or agreement may move a term that counts from `base`."""
    months = _longest(rule, settings)
    return dates.add_months(base, months) if months and base is not None else None


def _longest(rule: DeadlineRule, settings: TermSettings) -> int:
    """The most months that may lie between two times of a rule; nought when nothing limits them."""
    policy = rule.deviation
    return getattr(settings, policy.max_setting) if policy.max_setting else policy.max_months


def counted_evaluations(days: list[date], together: int = 60) -> list[date]:
    """The days that count as separate evaluations: those closer than `together` days count as one (O)."""
    counted: list[date] = []
    for day in days:
        if not counted or day - counted[-1] >= timedelta(days=together):
            counted.append(day)
    return counted
