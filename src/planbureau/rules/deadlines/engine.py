"""Computes every deadline of a plan: rules as data, laid on frozen facts, for a day that is passed in."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from planbureau.rules import dates, dutch
from planbureau.rules.deadlines.acts import Act, act_now
from planbureau.rules.deadlines.catalogue import rules_for
from planbureau.rules.deadlines.deadline import Deadline
from planbureau.rules.deadlines.deviations import Applied, movable_until
from planbureau.rules.deadlines.facts import PlanFacts
from planbureau.rules.deadlines.kinds import Series, Status
from planbureau.rules.deadlines.known import KnownDates
from planbureau.rules.deadlines.occurrence import Occurrence
from planbureau.rules.deadlines.outline import judge
from planbureau.rules.deadlines.rule import DeadlineRule
from planbureau.rules.deadlines.settings import DEFAULT_SETTINGS, TermSettings
from planbureau.rules.deadlines.special import EXPAND
from planbureau.rules.deadlines.status import past_the_hour, severity_of, status_label, status_on
from planbureau.rules.deadlines.triggers import TRIGGER_FIELDS, trigger_label
from planbureau.rules.deadlines.uncounted import uncounted
from planbureau.rules.deadlines.why import LAST_TIME, explain

_CHOOSE_AFTER = 42


def compute(
    facts: PlanFacts,
    today: date,
    settings: TermSettings = DEFAULT_SETTINGS,
    only: Collection[str] | None = None,
    now: datetime | None = None,
) -> tuple[Deadline, ...]:
    """All deadlines of a plan as they stand on `today`, the earliest last day first (T17).

    Deadlines without a date come last. `settings` must have passed `validate_settings`. `only` names the
    rules to compute; None means all. `now` (aware) lets a term of hours end at its hour; None looks at days.
    """
    known = KnownDates(facts)
    found = [
        _deadline(rule, known, settings, one, today, now)
        for rule in rules_for(facts.plan_type, facts.regimes, facts.flags, facts.rule_ids)
        if only is None or rule.id in only
        for one in EXPAND[rule.id](rule, known, settings)
    ]
    found.sort(key=_order)
    return tuple(found)


def compute_of_organisation(
    rule: DeadlineRule, facts: PlanFacts, today: date, settings: TermSettings = DEFAULT_SETTINGS
) -> tuple[Deadline, ...]:
    """The deadlines of a rule that belongs to no kind of plan; `facts` hold only its trigger."""
    known = KnownDates(facts)
    return tuple(
        _deadline(rule, known, settings, one, today) for one in EXPAND[rule.id](rule, known, settings)
    )


def _order(deadline: Deadline) -> tuple[date, str, str]:
    return (deadline.last_date or date.max, deadline.rule_id, deadline.subject)


def _deadline(
    rule: DeadlineRule,
    known: KnownDates,
    settings: TermSettings,
    one: Occurrence,
    today: date,
    now: datetime | None = None,
) -> Deadline:
    facts = known.facts
    standing, last, reason, deviation, remark = judge(rule, facts, settings, one)
    target = one.term if deviation is None else last
    status = past_the_hour(status_on(rule, standing, last, settings, today), one.moment, now)
    days_left = (last - today).days if last is not None and status.is_open else None
    warning = _warning(rule, facts, one, status, deviation, today) or remark or uncounted(rule, known, one)
    key = f"{rule.id}:{one.subject}" if one.subject else rule.id
    return Deadline(
        plan_id=facts.plan_id,
        rule_id=rule.id,
        subject=one.subject,
        subject_label=one.subject_label,
        title=_title(rule, one, today),
        what_now=rule.what_now,
        mark=rule.mark,
        source=rule.source,
        trigger=one.trigger,
        trigger_label=LAST_TIME if one.again else trigger_label(one.trigger),
        trigger_date=one.anchor,
        start_date=_start(rule, settings, one),
        target_date=dates.previous_working_day(target) if target is not None else None,
        term_date=one.term,
        last_date=last,
        last_moment=one.moment,
        status=status,
        status_label=status_label(status, rule, facts, days_left, reason),
        severity=severity_of(rule, status, one, warning, today),
        days_left=days_left,
        why=explain(rule, one, deviation),
        warning=warning,
        done_on=one.done,
        is_series=rule.series is not Series.NO,
        deviation_allowed=rule.deviation.allowed,
        deviation_condition=rule.deviation.condition,
        deviation=deviation.deviation if deviation is not None else None,
        deviation_check=deviation is not None and deviation.check,
        movable_until=movable_until(rule, one.anchor, one.last, facts.pauses, today),
        needs_reason=status in _ASK and not _reason(facts, key, rule.id),
        act=_act(rule, facts, one, status),
        annex=rule.annex,
    )


def _title(rule: DeadlineRule, one: Occurrence, today: date) -> str:
    passed = one.term is not None and one.term < today
    return (one.title_after if passed else "") or one.title or rule.title


def _act(rule: DeadlineRule, facts: PlanFacts, one: Occurrence, status: Status) -> Act:
    act = rule.act
    if act is Act.DONE and facts.plan_type in rule.adoption_of:
        act = Act.ADOPT
    return act_now(
        act,
        status,
        dated=one.anchor is not None,
        by_frame=any(TRIGGER_FIELDS[name].asked for name in rule.triggers),
        by_adoption=not _BY_ADOPTION.isdisjoint(rule.triggers),
    )


_BY_ADOPTION = frozenset({"datum_vastgesteld", "datum_nieuwe_versie"})
_ASK = (Status.LATE, Status.DONE_LATE)


def _reason(facts: PlanFacts, key: str, rule_id: str) -> str:
    return (facts.late_reasons.get(key) or facts.late_reasons.get(rule_id) or "").strip()


def _start(rule: DeadlineRule, settings: TermSettings, one: Occurrence) -> date | None:
    """The day from which the task is shown: some days before a birthday, else the start of the term."""
    if rule.start_setting and one.term is not None:
        return one.term - timedelta(days=getattr(settings, rule.start_setting))
    if one.anchor is not None and one.term is not None and one.anchor > one.term:
        return None
    return one.anchor


def _warning(
    rule: DeadlineRule,
    facts: PlanFacts,
    one: Occurrence,
    status: Status,
    deviation: Applied | None,
    today: date,
) -> str:
    if deviation is not None and deviation.check:
        return "Controleer de afwijking: de datum waarvan werd afgeweken is veranderd."
    if rule.id == "HVP-01" and status is Status.NOT_STARTED:
        started = facts.triggers.get("datum_start_jeugdhulp")
        if started is not None and today >= started + timedelta(days=_CHOOSE_AFTER):
            return "Kies nu: maken de ouders een familiegroepsplan, of maak je samen een plan?"
    ahead = _done_ahead(rule, facts, one, today)
    if ahead is not None:
        return (
            f"Dit staat als gedaan op {dutch.plain_date(ahead)}. Die dag moet nog komen. Kijk na op welke "
            "dag het echt was, en of de klok klopt."
        )
    return one.warning


def _done_ahead(rule: DeadlineRule, facts: PlanFacts, one: Occurrence, today: date) -> date | None:
    """The day of doing when it must still come: a wrong clock closes no term without a word."""
    if one.done is not None:
        return one.done if one.done > today else None
    if rule.series is Series.NO or one.anchor is None or one.anchor <= today:
        return None
    told = (*facts.series_done.get(rule.id, ()), facts.done.get(rule.id))
    return one.anchor if one.anchor in told or one.anchor in facts.evaluations else None
