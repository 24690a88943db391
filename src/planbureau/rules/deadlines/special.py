"""The rules of which the dates need more than one trigger and one interval."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from planbureau.clock import AMSTERDAM
from planbureau.rules import dates
from planbureau.rules.deadlines.catalogue import RULES
from planbureau.rules.deadlines.known import KnownDates, amount_of
from planbureau.rules.deadlines.occurrence import (
    Occurrence,
    counted_evaluations,
    end_of,
    in_fixed_rhythm,
    next_in_series,
    plain,
    shortened,
)
from planbureau.rules.deadlines.rule import DeadlineRule, Special
from planbureau.rules.deadlines.settings import TalkRhythm, TermSettings
from planbureau.rules.deadlines.special_ages import client_age, late_start, person_age
from planbureau.rules.deadlines.special_files import keeping, keeping_longest, request, wzd_destruction

Expand = Callable[[DeadlineRule, KnownDates, TermSettings], tuple[Occurrence, ...]]

WRITTEN_AT = "besluit_op_schrift"
_TOGETHER_DAYS = 60
_ORGANISATIONS = 3


def _at_once(rule: DeadlineRule, known: KnownDates, settings: TermSettings) -> tuple[Occurrence, ...]:
    """Due the same day; late once a whole working day has passed (WLZ-03)."""
    found = plain(rule, known, settings)
    for one in found:
        if one.anchor is not None:
            one.last = dates.add_working_days(one.anchor, 1)
    return found


def _next_working_day(
    rule: DeadlineRule, known: KnownDates, settings: TermSettings
) -> tuple[Occurrence, ...]:
    """Due the same day; late from the next working day on (JR-02)."""
    found = plain(rule, known, settings)
    for one in found:
        if one.anchor is not None:
            one.last = dates.add_working_days(one.anchor, 1) - timedelta(days=1)
    return found


def _agreed(rule: DeadlineRule, known: KnownDates, settings: TermSettings) -> tuple[Occurrence, ...]:
    """Only on a day that was agreed: no law or guidance asks for a rhythm (EVA-01)."""
    if rule.id not in known.facts.agreed_dates:
        return ()
    return tuple(one for one in plain(rule, known, settings) if one.agreed)


def _small_talk(rule: DeadlineRule, known: KnownDates, settings: TermSettings) -> tuple[Occurrence, ...]:
    """Only where the organisation wants it; the last talk about the plan begins it too (GHZ-01)."""
    if settings.klein_gesprek is TalkRhythm.NONE:
        return ()
    return plain(replace(rule, triggers=("datum_laatste_planbespreking", *rule.triggers)), known, settings)


def _twice_a_year(rule: DeadlineRule, known: KnownDates, settings: TermSettings) -> tuple[Occurrence, ...]:
    """A half-yearly rhythm inside "two in every twelve months" (WLZ-04).

    The second evaluation after the one before last may never be later than a year after that one. When the
    client has given up the right, one evaluation a year stays.
    """
    trigger, anchor = known.trigger(rule.triggers)
    amount = amount_of(rule, settings)
    if anchor is None:
        return (Occurrence(trigger=trigger, amount=amount),)
    done = known.series_done(rule, anchor)
    base = done[-1] if done else anchor
    if known.waiver(rule) is not None:
        amount = settings.eval_max_maanden
        term, last = end_of(rule, base, amount, settings)
        again = bool(done)
        return (Occurrence(trigger=trigger, anchor=base, term=term, last=last, amount=amount, again=again),)
    term, last = next_in_series(rule, settings, anchor, done, amount)
    limit = dates.add_months(base, 12)
    counted = counted_evaluations([anchor, *done], _TOGETHER_DAYS)
    why = ""
    if len(counted) > 1:
        by_law = dates.add_months(counted[-2], 12)
        if by_law >= counted[-1] + timedelta(days=_TOGETHER_DAYS):
            limit = by_law
    if limit < last:
        term = last = limit
        why = "Dat is eerder dan het ritme: anders zijn het er geen twee in twaalf maanden."
    return (
        Occurrence(
            trigger=trigger,
            anchor=base,
            term=term,
            last=last,
            amount=amount,
            again=bool(done),
            rhythm_from=anchor if in_fixed_rhythm(rule, settings, done) else None,
            law_limit=limit,
            why=why,
        ),
    )


def _organisations(rule: DeadlineRule, known: KnownDates, settings: TermSettings) -> tuple[Occurrence, ...]:
    """Due when the third organisation joins, and on the day of the request at the latest (GZP-01)."""
    del settings
    options: list[tuple[date, str]] = []
    third = third_organisation(known)
    if third is not None:
        options.append((third, "datum_derde_organisatie"))
    asked = known.facts.triggers.get("datum_aanvraag_individuele_voorziening")
    if asked is not None:
        options.append((asked, "datum_aanvraag_individuele_voorziening"))
    if not options:
        return ()
    day, trigger = min(options)
    return (
        Occurrence(
            trigger=trigger,
            anchor=day,
            term=day,
            last=day,
            done=known.done(rule, day),
            red_on_day=day == asked,
        ),
    )


def third_organisation(known: KnownDates) -> date | None:
    """The day on which the third distinct organisation joined; the GP does not count (GZP-01).

    The day that somebody gave goes before what the program knows: when they were entered.
    """
    given = known.facts.triggers.get("datum_derde_organisatie")
    if given is not None:
        return given
    first: dict[str, date] = {}
    for organisation in known.facts.organisations:
        name = " ".join(organisation.name.split()).casefold()
        if name and not organisation.is_gp:
            first[name] = min(organisation.added_on, first.get(name, organisation.added_on))
    joined = sorted(first.values())
    return joined[_ORGANISATIONS - 1] if len(joined) >= _ORGANISATIONS else None


def _after_term(rule: DeadlineRule, known: KnownDates, settings: TermSettings) -> tuple[Occurrence, ...]:
    """Possible from the day after another term (WMO-04)."""
    found = plain(rule, known, settings)
    for one in found:
        if one.last is not None:
            one.term = one.last = one.last + timedelta(days=1)
    return found


def _moment(rule: DeadlineRule, known: KnownDates, settings: TermSettings) -> tuple[Occurrence, ...]:
    """From a moment with a clock: real hours, or days after its day in Amsterdam (WZD-08)."""
    name = rule.triggers[0]
    moment = known.facts.moments.get(name)
    if moment is None:
        return ()
    anchor = moment.astimezone(AMSTERDAM).date()
    amount = amount_of(rule, settings)
    if rule.id == "WZD-08a":
        end = dates.add_hours(moment, amount)
        term = end.date()
        settled = known.done(rule, anchor)
        return (
            Occurrence(
                trigger=name,
                anchor=anchor,
                term=term,
                last=term,
                moment=end,
                amount=amount,
                done=settled,
                too_late=settled == term and _after_the_hour(rule, known, end),
                why=_clock_change(moment.astimezone(AMSTERDAM), end, amount),
            ),
        )
    term, last = end_of(rule, anchor, amount, settings)
    done = known.done(rule, anchor)
    found = Occurrence(trigger=name, anchor=anchor, term=term, last=last, amount=amount, done=done)
    return (shortened(rule, known, found),)


def _clock_change(start: datetime, end: datetime, hours: int) -> str:
    """Why the end lies on another hour of the clock than the start: the hours are real ones (Wzd 15)."""
    before, after = start.utcoffset(), end.utcoffset()
    if before is None or after is None or before == after:
        return ""
    return f"In deze {hours} uur gaat de klok een uur {'terug' if after < before else 'vooruit'}."


def _after_the_hour(rule: DeadlineRule, known: KnownDates, end: datetime) -> bool:
    """Whether it was done on the last day but after its hour; a reason is asked only of who is late."""
    written = known.facts.moments.get(WRITTEN_AT)
    if written is not None and written.astimezone(AMSTERDAM).date() == end.date():
        return written > end
    return rule.id in known.facts.late_reasons


_BY_SPECIAL: dict[Special, Expand] = {
    Special.NO: plain,
    Special.PERSON_AGE: person_age,
    Special.CLIENT_AGE: client_age,
    Special.LATE_START: late_start,
    Special.AT_ONCE: _at_once,
    Special.AGREED: _agreed,
    Special.SMALL_TALK: _small_talk,
    Special.NEXT_WORKING_DAY: _next_working_day,
    Special.TWICE_A_YEAR: _twice_a_year,
    Special.ORGANISATIONS: _organisations,
    Special.REQUEST: request,
    Special.WZD_DESTRUCTION: wzd_destruction,
    Special.AFTER_TERM: _after_term,
    Special.MOMENT: _moment,
    Special.KEEPING: keeping,
    Special.KEEPING_LONGEST: keeping_longest,
}

EXPAND: dict[str, Expand] = {rule.id: _BY_SPECIAL[rule.special] for rule in RULES.values()}
"""For each rule id the function that lays the rule on a plan."""
