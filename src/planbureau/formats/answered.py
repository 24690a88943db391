"""Whether and how far a question has been answered."""

from __future__ import annotations

from .answers import DomainAnswer, PlanState, has_value
from .lookup import plan_answer
from .model import PlanFormat, Question, QuestionKind
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
        case K.TOPICS:
            return len(topic_marks(question, state, plan))
        case kind if kind in RECORDS:
            return _records(question, state)
        case K.TABLE:
            return len(filled_rows(question, state, plan))
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
        value = plan_answer(question.id, state, plan).value
        if question.takes_files and plan_answer(question.id, state, plan).files:
            return 1
    if not has_value(value):
        return 0
    return len(value) if isinstance(value, list | tuple) else 1
