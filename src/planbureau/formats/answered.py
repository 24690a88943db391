"""Whether and how far a question has been answered, and whether a condition holds.

They ask each other: a condition looks at answers, and an answer counts only as long as it may be chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .answers import DomainAnswer, JsonValue, PlanState, has_value
from .lookup import plan_answer
from .model import (
    All,
    AnswerIs,
    AnyOf,
    Condition,
    Fact,
    Filled,
    Flag,
    Not,
    Option,
    PlanFormat,
    Question,
    QuestionKind,
    UnderRegime,
)
from .reviews import reviewed
from .topics import topic_marks
from .vocabulary import TRIGGER_BIND

K = QuestionKind
RECORDS = frozenset(
    {K.GOALS, K.GOAL_MATRIX, K.RISKS, K.AGREEMENTS, K.CONSENT, K.NETWORK, K.HOUSEHOLD, K.CUSTODY}
)
"""Kinds whose answer is a number of records; the state counts them by question id."""


def units(question: Question, state: PlanState, plan: PlanFormat) -> int:
    """How much there is: rows, records, chosen options, explored domains; 1 or 0 for a single answer."""
    match question.kind:
        case K.FRAME:
            return 1 if state.regimes else 0
        case K.LIFE_DOMAIN:
            return sum(1 for domain in domain_answers(question, state, plan).values() if domain.explored)
        case K.GOAL_OUTCOMES:
            return sum(1 for goal in state.goals.values() if goal.said)
        case K.AGREEMENT_REVIEWS | K.RISK_REVIEWS:
            return reviewed(question, state, plan)
        case K.TOPICS:
            return len(topic_marks(question, state, plan))
        case kind if kind in RECORDS:
            return _records(question, state)
        case K.TABLE:
            return len(filled_rows(with_open_columns(question, state, plan), state, plan))
        case _:
            return _single(question, state, plan)


def answered(question: Question, state: PlanState, plan: PlanFormat) -> bool:
    """Whether anything was answered; a tick that was put off counts too."""
    if question.kind is K.TICK:
        return not plan_answer(question.id, state, plan).empty
    return units(question, state, plan) > 0


def satisfied(question: Question, state: PlanState, plan: PlanFormat) -> bool:
    """Whether there is enough for a question that is needed; a needed tick must be on."""
    if question.kind is K.TICK:
        return plan_answer(question.id, state, plan).value is True
    if question.kind is K.GOAL_OUTCOMES:
        return not any(goal.lacks for goal in state.goals.values())
    return units(question, state, plan) >= question.at_least


def domain_answers(question: Question, state: PlanState, plan: PlanFormat) -> dict[str, DomainAnswer]:
    """What was said per domain, by domain id, in the order of the set."""
    domains = plan.domain_set(question.domain_set).domains
    return {d.id: DomainAnswer.of(plan_answer(f"{question.id}/{d.id}", state, plan)) for d in domains}


def filled_rows(question: Question, state: PlanState, plan: PlanFormat) -> list[dict[str, object]]:
    """The rows of a table in which anything stands."""
    rows = plan_answer(question.id, state, plan).value
    if not isinstance(rows, list):
        return []
    ids = [column.id for column in question.columns]
    return [row for row in rows if isinstance(row, dict) and any(has_value(row.get(name)) for name in ids)]


def _records(question: Question, state: PlanState) -> int:
    if question.id in state.records:
        return state.records[question.id]
    bound = state.bound.get(question.bind) if question.bind else None
    return len(bound) if isinstance(bound, list | tuple) else 0


def _single(question: Question, state: PlanState, plan: PlanFormat) -> int:
    if question.bind.startswith(TRIGGER_BIND):
        name = question.bind.removeprefix(TRIGGER_BIND)
        value = state.triggers.get(name) or state.bound.get(question.bind)
    elif question.bind:
        value = state.bound.get(question.bind)
    else:
        value = chosen_value(question, state, plan)
        if question.takes_files and plan_answer(question.id, state, plan).files:
            return 1
    if not has_value(value):
        return 0
    return len(value) if isinstance(value, list | tuple) else 1


def with_open_columns(question: Question, state: PlanState, plan: PlanFormat) -> Question:
    """The question with the columns that are asked now; what stands in the others is kept and counts not."""
    if all(column.show_when is None for column in question.columns):
        return question
    shown = tuple(column for column in question.columns if holds(column.show_when, state, plan))
    return replace(question, columns=shown)


def open_options(question: Question, state: PlanState, plan: PlanFormat) -> tuple[Option, ...]:
    """The answers that may be chosen now."""
    return tuple(option for option in question.options if holds(option.show_when, state, plan))


def closed_choices(question: Question, state: PlanState, plan: PlanFormat) -> tuple[Option, ...]:
    """What was chosen before and may not be chosen any more; nothing of it counts."""
    conditional = [option for option in question.options if option.show_when is not None]
    if not conditional:
        return ()
    given = plan_answer(question.id, state, plan).value
    chosen = given if isinstance(given, list | tuple) else [given]
    return tuple(o for o in conditional if o.id in chosen and not holds(o.show_when, state, plan))


def chosen_value(question: Question, state: PlanState, plan: PlanFormat) -> JsonValue:
    """The answer as far as it counts: a choice that may not be made any more is left out."""
    value = plan_answer(question.id, state, plan).value
    return without_closed(value, closed_choices(question, state, plan))


def without_closed(value: JsonValue, closed: Sequence[Option]) -> JsonValue:
    """The value of a choice without what may not be chosen."""
    if not closed:
        return value
    ids = {option.id for option in closed}
    return [one for one in value if one not in ids] if isinstance(value, list) else None


def holds(condition: Condition | None, state: PlanState, plan: PlanFormat) -> bool:
    """Whether a condition holds; None always holds.

    An answer counts only as long as its question shows, so what was filled in before a choice changed
    has no say any more (the loader refuses questions that depend on themselves).
    """
    match condition:
        case None:
            return True
        case Flag(name):
            return name in state.flags
        case UnderRegime(name):
            return name in state.regimes
        case Fact(name, at_least):
            return state.facts.get(name, 0) >= (1 if at_least is None else at_least)
        case Filled(name):
            return is_visible(name, state, plan) and answered(plan.question(name), state, plan)
        case AnswerIs(name, values):
            return is_visible(name, state, plan) and _answer_is(name, values, state, plan)
        case All(parts):
            return all(holds(part, state, plan) for part in parts)
        case AnyOf(parts):
            return any(holds(part, state, plan) for part in parts)
        case Not(part):
            return not holds(part, state, plan)


def is_visible(question_id: str, state: PlanState, plan: PlanFormat) -> bool:
    """Whether a question shows now. Raises KeyError when the format does not have it."""
    wanted = plan.question(question_id)
    for section in plan.sections:
        if wanted in section.questions:
            return holds(section.when, state, plan) and holds(wanted.show_when, state, plan)
    raise KeyError(question_id)


def _answer_is(name: str, values: tuple[str | int | bool, ...], state: PlanState, plan: PlanFormat) -> bool:
    question = plan.question(name)
    value = state.bound.get(question.bind) if question.bind else chosen_value(question, state, plan)
    given = value if isinstance(value, list | tuple) else [value]
    # 1 == True in Python; a tick and a number are different answers.
    return any(one == wanted and type(one) is type(wanted) for one in given for wanted in values)
