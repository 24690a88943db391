"""Terms about the file: requests of the client, and keeping it after the care (rules A6)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from planbureau.rules import dates
from planbureau.rules.deadlines.catalogue import rules_for
from planbureau.rules.deadlines.facts import Request, RequestKind
from planbureau.rules.deadlines.known import KnownDates, amount_of
from planbureau.rules.deadlines.occurrence import Occurrence, end_of, plain
from planbureau.rules.deadlines.rule import DeadlineRule, Special
from planbureau.rules.deadlines.settings import TermSettings
from planbureau.rules.regime import Regime

_KINDS = {
    "HVP-02": RequestKind.IN_WRITING,
    "RCT-01": RequestKind.ACCESS,
    "RCT-02": RequestKind.DESTRUCTION,
    "RCT-02/Wmo": RequestKind.DESTRUCTION,
    "RCT-02/Wzd": RequestKind.DESTRUCTION,
    "RCT-03": RequestKind.OWN_STATEMENT,
}
_ONLY_WRITTEN = frozenset({"RCT-02/Wmo"})
_ONE_TERM = frozenset({"HVP-02"})
_WZD_KEEP_FIRST = 5
_KEEPING = Special.KEEPING
_ANY_LAW = frozenset(Regime)
_SEVERAL_LAWS = "Er gelden meer wetten voor dit dossier. De langste termijn telt."
_NO_LAW = "Onder welke wet dit plan valt, is niet gekozen. Dan telt de langste termijn."


def _requests(rule: DeadlineRule, known: KnownDates) -> list[Request]:
    if not known.facts.requests:
        return []
    kind = _KINDS[rule.id]
    return [
        one
        for one in known.facts.requests
        if one.kind is kind and (one.written or rule.id not in _ONLY_WRITTEN)
    ]


def request(rule: DeadlineRule, known: KnownDates, settings: TermSettings) -> tuple[Occurrence, ...]:
    """A term for each request; for the plan in writing the earliest request counts (HVP-02)."""
    asked = _requests(rule, known)
    if rule.id in _ONE_TERM:
        return _earliest(rule, known, settings, asked)
    return tuple(_one_request(rule, known, settings, one) for one in asked)


def _one_request(rule: DeadlineRule, known: KnownDates, settings: TermSettings, one: Request) -> Occurrence:
    amount = amount_of(rule, settings)
    term, last = end_of(rule, one.asked_on, amount, settings)
    return Occurrence(
        trigger=rule.triggers[0],
        anchor=one.asked_on,
        term=term,
        last=last,
        amount=amount,
        done=one.done_on or known.done(rule, one.asked_on, one.key),
        subject=one.key,
        subject_label=one.requester,
    )


def _earliest(
    rule: DeadlineRule, known: KnownDates, settings: TermSettings, asked: list[Request]
) -> tuple[Occurrence, ...]:
    trigger, given = known.trigger(rule.triggers)
    days = [one.asked_on for one in asked]
    if given is not None:
        days.append(given)
    if not days:
        return ()
    anchor = min(days)
    amount = amount_of(rule, settings)
    term, last = end_of(rule, anchor, amount, settings)
    met = [one.done_on for one in asked if one.done_on is not None]
    recorded = known.done(rule, anchor)
    if recorded is not None:
        met.append(recorded)
    done = min(met) if met else None
    return (Occurrence(trigger=trigger, anchor=anchor, term=term, last=last, amount=amount, done=done),)


def wzd_destruction(rule: DeadlineRule, known: KnownDates, settings: TermSettings) -> tuple[Occurrence, ...]:
    """A request counts at the earliest from five years after the end of involuntary care (Wzd 18a lid 5)."""
    ended = known.facts.triggers.get("datum_einde_oz")
    found = []
    for one in _requests(rule, known):
        occurrence = _one_request(rule, known, settings, one)
        if ended is None:
            occurrence.term = occurrence.last = occurrence.anchor = None
            occurrence.warning = (
                "Vul in wanneer de onvrijwillige zorg is gestopt. Vernietigen kan pas vijf jaar daarna."
            )
        else:
            start = max(one.asked_on, dates.keep_until(ended, _WZD_KEEP_FIRST))
            occurrence.anchor = start
            occurrence.term, occurrence.last = end_of(rule, start, occurrence.amount, settings)
            if start != one.asked_on:
                occurrence.why = "Het verzoek telt pas vijf jaar na het einde van de onvrijwillige zorg."
        found.append(occurrence)
    return tuple(found)


def keeping(rule: DeadlineRule, known: KnownDates, settings: TermSettings) -> tuple[Occurrence, ...]:
    """A term of keeping: it starts once the care has stopped, or the involuntary care (T16, BWT)."""
    if known.facts.ended_on is None and rule.id != "BWT-WZD":
        return ()
    return plain(rule, known, settings)


@lru_cache(maxsize=2048)
def _keeping_rules(
    plan_type: str, regimes: frozenset[Regime], flags: frozenset[str], rule_ids: frozenset[str] | None
) -> tuple[DeadlineRule, ...]:
    return tuple(rule for rule in rules_for(plan_type, regimes, flags, rule_ids) if rule.special is _KEEPING)


def keeping_longest(rule: DeadlineRule, known: KnownDates, settings: TermSettings) -> tuple[Occurrence, ...]:
    """The longest of several terms of keeping (BWT-TWIJFEL); nothing when there is only one.

    Of a plan for which no law was chosen, each of the laws can hold.
    """
    facts = known.facts
    if facts.ended_on is None:
        return ()
    laws = _keeping_rules(facts.plan_type, facts.regimes or _ANY_LAW, facts.flags, facts.rule_ids)
    if len(laws) < 2:
        return ()
    options: list[tuple[date, Occurrence]] = []
    for other in laws:
        options += [(one.term, one) for one in keeping(other, known, settings) if one.term is not None]
    if len(options) < 2:
        return ()
    _, longest = max(options, key=lambda option: option[0])
    longest.done = known.done(rule, longest.anchor)
    longest.why = _SEVERAL_LAWS if facts.regimes else _NO_LAW
    return (longest,)
