"""Terms that follow from somebody's age: birthdays with new rights, and the plan towards eighteen."""

from __future__ import annotations

from datetime import date

from planbureau.rules import dates, dutch
from planbureau.rules.deadlines.facts import PersonFacts, PersonRole
from planbureau.rules.deadlines.known import KnownDates, amount_of
from planbureau.rules.deadlines.occurrence import Occurrence, end_of
from planbureau.rules.deadlines.rule import DeadlineRule
from planbureau.rules.deadlines.settings import LeapBirthday, TermSettings

_AFTER_LATE_HELP = 14
_HELP_AFTER = (
    "De hulp begon pas na de leeftijd waarop het plan klaar moest zijn. Daarom zijn er twee weken vanaf het "
    "begin van de hulp."
)
_OTHER, _CLIENT = PersonRole.OTHER, PersonRole.CLIENT


def person_age(rule: DeadlineRule, known: KnownDates, settings: TermSettings) -> tuple[Occurrence, ...]:
    """A birthday of each client and member of the family, when it falls after the start of the plan (LFT)."""
    found = []
    since = known.since
    years = amount_of(rule, settings) // 12
    for person in known.facts.persons:
        born = person.birth_date
        if born is None or person.role is _OTHER:
            continue
        if since is not None and born.year + years < since.year:
            continue  # long ago: most people in a file are grown up
        term, last = end_of(rule, born, years * 12, settings)
        if since is not None and term <= since:
            continue
        one = Occurrence(
            trigger="geboortedatum",
            anchor=born,
            term=term,
            last=last,
            amount=years * 12,
            done=known.done(rule, born, person.key),
            subject=person.key,
            subject_label=person.label,
            title=f"{person.label} wordt {years} jaar",
            title_after=f"{person.label} is {years} jaar geworden",
        )
        _forget_long_before(one)
        found.append(one)
    return tuple(found)


def _forget_long_before(one: Occurrence) -> None:
    """What was settled for a birthday that turned out to lie a year or more further is not settled (T13)."""
    if one.done is not None and one.term is not None and one.done <= dates.add_months(one.term, -12):
        day = dutch.plain_date(one.done)
        one.warning = (
            f"Op {day} vastgelegd als gedaan, lang voor deze verjaardag. Dat telt niet. Kijk het na."
        )
        one.done = None


def _client(known: KnownDates) -> PersonFacts | None:
    for person in known.facts.persons:
        if person.role is _CLIENT and person.birth_date is not None:
            return person
    return None


def client_age(rule: DeadlineRule, known: KnownDates, settings: TermSettings) -> tuple[Occurrence, ...]:
    """An age of the client (PPL-01, PPL-02, PPL-04); a plan for help that began later gets fourteen days."""
    person = _client(known)
    amount = amount_of(rule, settings)
    if person is None or person.birth_date is None:
        return (Occurrence(trigger="geboortedatum", amount=amount),)
    term, last = end_of(rule, person.birth_date, amount, settings)
    trigger, anchor = "geboortedatum", person.birth_date
    started = known.facts.triggers.get("datum_start_jeugdhulp")
    why = ""
    if rule.id != "PPL-01" and started is not None and term < started:
        term = last = _ready(term, started)
        trigger, anchor = "datum_start_jeugdhulp", started
        why = _HELP_AFTER
    done = known.done(rule, anchor)
    return (
        Occurrence(trigger=trigger, anchor=anchor, term=term, last=last, amount=amount, done=done, why=why),
    )


def _ready(ready: date, started: date) -> date:
    """When a plan towards eighteen is ready; help that began after that gets fourteen days (PPL-02)."""
    return ready if started <= ready else dates.add_days(started, _AFTER_LATE_HELP)


def late_start(rule: DeadlineRule, known: KnownDates, settings: TermSettings) -> tuple[Occurrence, ...]:
    """Help that began after the plan should have begun: a term from that day, never past PPL-02 (PPL-03)."""
    person = _client(known)
    started = known.facts.triggers.get("datum_start_jeugdhulp")
    if person is None or person.birth_date is None or started is None:
        return ()
    leap = settings.schrikkeldag is LeapBirthday.LAST_OF_FEBRUARY
    begin = dates.age_point(
        person.birth_date, settings.age_months("ppl_start_leeftijd"), leap_in_february=leap
    )
    ready = dates.age_point(
        person.birth_date, settings.age_months("ppl_klaar_leeftijd"), leap_in_february=leap
    )
    if started < begin:
        return ()
    amount = amount_of(rule, settings)
    counted, _ = end_of(rule, started, amount, settings)
    term = min(counted, _ready(ready, started))
    why = "" if term == counted else "Het plan is nooit later klaar dan op de afgesproken leeftijd."
    if ready < started and why:
        why = _HELP_AFTER
    done = known.done(rule, started)
    return (
        Occurrence(
            trigger="datum_start_jeugdhulp",
            anchor=started,
            term=term,
            last=term,
            amount=amount,
            done=done,
            why=why,
        ),
    )
