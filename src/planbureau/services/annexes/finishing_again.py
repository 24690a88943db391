"""What finishing a corrected report does: what it says otherwise than before, and nothing a second time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from planbureau.formats.model import FinishRule
from planbureau.formats.vocabulary import TRIGGER_BIND, is_trigger
from planbureau.model.reading.annexes import done_rows
from planbureau.model.reading.days import day_and_moment
from planbureau.model.reading.facts import EVALUATION, IN_PLAN, NEXT_EVALUATION
from planbureau.model.rows import PlanRecord
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.services.annexes.finish_effects import Finished, agree_next, settle, sort_of
from planbureau.services.answers.annex_answers import Given, set_trigger
from planbureau.services.goals.decisions import correct_decisions
from planbureau.views import PlanView


def follow_correction(
    work: UnitOfWork,
    done: Finished,
    rules: Iterable[FinishRule],
    before: PlanView,
    rules_before: Iterable[FinishRule],
) -> bool:
    """Does what differs from the version `before`. Whether words of the plan changed."""
    from planbureau.services.annexes.agreed import Tables, agreeing, correct, tables_of  # rare

    rules, rules_before = tuple(rules), tuple(rules_before)
    old, new = _given(before, rules_before), _given(done.view, rules)
    for effect in sorted({*old, *new}):
        was, now = old.get(effect, (None, None)), new.get(effect, (None, None))
        if was == now:
            continue
        if effect == "evaluation":
            _held_on(work, done, was[0], now[0])
        elif effect == "next_evaluation":
            _agreed_on(work, done.parent, was[0], now[0])
        elif is_trigger(effect) and was[0] is not None:
            field = effect.removeprefix(TRIGGER_BIND)
            mine = done.parent.triggers.get(field) == was[0].isoformat()
            set_trigger(work, done.parent, field, now, done.row.title, came_from_here=mine)
        elif is_trigger(effect):
            set_trigger(work, done.parent, effect.removeprefix(TRIGGER_BIND), now, done.row.title)
    decided = correct_decisions(work, done.view, before, done.parent, done.talked_on)
    about = agreeing(work.session, done.parent, done.today, lists=done.lists_agreements)
    tables = Tables(tables_of(rules), tables_of(rules_before))
    return correct(work, about, done.view, before, tables) or decided


def _given(view: PlanView, rules: Iterable[FinishRule]) -> dict[str, Given]:
    """The day that each effect takes from the answers; an effect without a day does nothing."""
    days = {rule.effect: day_and_moment(view.answer(rule.question).value) for rule in rules}
    return {effect: given for effect, given in days.items() if given[0] is not None}


def _held_on(work: UnitOfWork, done: Finished, was: date | None, now: date | None) -> None:
    """The evaluation was on another day, or was none: its own day counts, once."""
    sort = sort_of(done.view)
    told = [one for one in done_rows(work.session, done.parent.id, EVALUATION) if one.on == was]
    for row in sorted(told, key=lambda one: one.subject != sort)[:1]:  # an older program kept no sort
        work.remove(row)
    if now is not None:
        settle(work, done.parent, EVALUATION, now, sort)


def _agreed_on(work: UnitOfWork, parent: PlanRecord, was: date | None, now: date | None) -> None:
    """Another day was agreed; one that a later report agreed stands."""
    agreed = [one for one in done_rows(work.session, parent.id, NEXT_EVALUATION) if one.subject != IN_PLAN]
    mine = [one for one in agreed if one.on == was][:1]
    for row in mine:
        work.remove(row)
    if now is not None and (mine or not agreed):
        agree_next(work, parent, now)
