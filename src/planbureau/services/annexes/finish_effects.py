"""What finishing an annex does to its plan: terms, dates, goals, agreement and judgements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from planbureau.formats.model import FinishRule, PlanFormat
from planbureau.formats.moments import moment_text
from planbureau.formats.vocabulary import BEGINS_EFFECT, DONE_EFFECT, ENDS_EFFECT, TRIGGER_BIND, is_trigger
from planbureau.model.reading.annexes import done_rows
from planbureau.model.reading.days import day_and_moment
from planbureau.model.reading.facts import EVALUATION, IN_PLAN, NEXT_EVALUATION, ORDINARY
from planbureau.model.rows import DoneRow, PlanRecord
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.rules.deadlines import RULES
from planbureau.rules.wzd.measures import field_of
from planbureau.rules.wzd.steps import JUDGED
from planbureau.services.annexes import own_statements
from planbureau.services.answers.annex_answers import set_trigger
from planbureau.services.goals.decisions import apply_decisions
from planbureau.services.wzd import effects as wzd_effects
from planbureau.views import PlanView


@dataclass(frozen=True)
class Finished:
    """An annex that is finished on this day, with its own row and that of its plan."""

    view: PlanView
    row: PlanRecord
    parent: PlanRecord
    on: date
    talked_on: date  # the day of the talk itself, where the annex is about one
    today: date
    lists_agreements: bool = True  # whether the plan has a place for standing agreements
    asked: frozenset[str] = frozenset()  # the questions of the plan itself
    measures: tuple[str, ...] = ("",)  # of the Wzd, that this record is about


def follow(work: UnitOfWork, done: Finished, rules: Iterable[FinishRule]) -> bool:
    """Does what the format says, the first time that an annex is finished.

    Answers whether words of the plan changed.
    """
    from planbureau.services.annexes.agreed import agreeing, carry_over, tables_of  # rare

    rules = tuple(rules)
    for rule in rules:
        if day_and_moment(done.view.answer(rule.question).value)[0] is not None:
            _apply(work, done, rule)
    decided = apply_decisions(work, done.view, done.parent, done.talked_on)
    about = agreeing(work.session, done.parent, done.today, lists=done.lists_agreements)
    return carry_over(work, about, done.view, tables_of(rules)) or decided


def _apply(work: UnitOfWork, done: Finished, rule: FinishRule) -> None:
    parent, effect = done.parent, rule.effect
    given = day_and_moment(done.view.answer(rule.question).value)
    day = given[0]
    assert day is not None
    if effect == "evaluation":
        settle(work, parent, EVALUATION, day, sort_of(done.view))
    elif effect == "next_evaluation":
        agree_next(work, parent, day)
    elif effect == "own_statement":
        own_statements.add(work, done.view, day, done.on)
    elif effect == "resistance":
        wzd_effects.end_agreement(work, done.view, parent, day)
    elif effect == "judgement" and JUDGED in done.asked:
        wzd_effects.write_judgement(work, done.view, parent)
    elif effect.startswith(DONE_EFFECT):
        rule_id = effect.removeprefix(DONE_EFFECT)
        if _is_about_now(done, rule_id):
            for measure in done.measures if _is_of_measure(rule_id) else ("",):
                settle(work, parent, rule_id, day, measure)
    elif effect.startswith(BEGINS_EFFECT):
        rule_id = effect.removeprefix(BEGINS_EFFECT)
        for measure in done.measures if _is_of_measure(rule_id) else ("",):
            _begin(work, done, rule_id, day, measure)
    elif effect.startswith(ENDS_EFFECT):
        rule_id = effect.removeprefix(ENDS_EFFECT)
        for measure in done.measures if _is_of_measure(rule_id) else ("",):
            field = field_of(RULES[rule_id].agreed_end, measure)
            set_trigger(work, parent, field, (day, None), done.row.title, came_from_here=True)
    elif is_trigger(effect):
        name = effect.removeprefix(TRIGGER_BIND)
        for measure in done.measures if name in _OF_MEASURES else ("",):
            set_trigger(work, parent, field_of(name, measure), given, done.row.title)


_OF_MEASURES = frozenset(rule.triggers[0] for rule in RULES.values() if rule.per_measure)
"""Dates of a plan of which every measure has its own."""


def _is_of_measure(rule_id: str) -> bool:
    return rule_id in RULES and RULES[rule_id].per_measure


def _is_about_now(done: Finished, rule_id: str) -> bool:
    """Whether the term that runs is the one of this annex; a later one may have begun a term of its own."""
    if rule_id not in RULES:  # of an older program
        return True
    field = RULES[rule_id].triggers[0]
    mine, moment = done.view.triggers.get(field), done.view.moments.get(field)
    if mine is None:
        return True
    if moment is not None:
        return bool(done.parent.moments.get(field) == moment_text(moment))
    return bool(done.parent.triggers.get(field) == mine.isoformat())


def agree_next(work: UnitOfWork, parent: PlanRecord, day: date) -> None:
    """The day that was agreed for the next evaluation takes the place of the one before."""
    for before in done_rows(work.session, parent.id, NEXT_EVALUATION):
        if before.subject != IN_PLAN or before.on <= day:  # later days of the plan itself still hold
            work.remove(before)
    settle(work, parent, NEXT_EVALUATION, day)


def sort_of(view: PlanView) -> str:
    """The subject with which the day of an evaluation is kept: of one about involuntary care none."""
    return "" if looks_at_involuntary_care(view.format) else ORDINARY


def looks_at_involuntary_care(annex: PlanFormat) -> bool:
    """Whether an evaluation of this kind looks at the involuntary care by itself, as Wzd 10 and 11 want."""
    return annex.annex is not None and annex.annex.involuntary_care


def settle(work: UnitOfWork, parent: PlanRecord, rule_id: str, day: date, subject: str = "") -> None:
    """Writes that something was done on this day."""
    work.create(
        DoneRow,
        {"plan_id": parent.id, "rule_id": rule_id, "subject": subject, "on": day.isoformat(), "reason": ""},
    )


def _begin(work: UnitOfWork, done: Finished, rule_id: str, day: date, measure: str) -> None:
    """Starts a term. One that runs is not made longer by writing it down again: its first day counts."""
    field = field_of(RULES[rule_id].triggers[0], measure)
    old = done.parent.triggers.get(field)
    settled = [row for row in done_rows(work.session, done.parent.id, rule_id) if row.subject == measure]
    running = old is not None and not any(row.on.isoformat() >= old for row in settled)
    if running and old is not None and old <= day.isoformat():
        return
    for before in settled:
        if before.on <= day:  # of an earlier time: it does not close the term that begins now
            work.remove(before)
    set_trigger(work, done.parent, field, (day, None), done.row.title, came_from_here=True)
