"""Finding an answer by the id of its question, also when that id has changed since."""

from __future__ import annotations

from .answers import Answer, PlanState
from .model import Option, PlanFormat, Question, QuestionKind


def plan_answer(question_id: str, state: PlanState, plan: PlanFormat) -> Answer:
    """The answer to a question or part, also when it was given under an older id."""
    if question_id in state.answers:
        return state.answers[question_id]
    name, slash, part = question_id.partition("/")
    for old, new in plan.renamed.items():
        if new == name and (key := f"{old}{slash}{part}") in state.answers:
            return state.answers[key]
    return Answer()


def purposes_of(plan: PlanFormat) -> tuple[Option, ...]:
    """What a goal of this plan type may be aimed at; none when it does not ask that."""
    return next(
        (q.options for section in plan.sections for q in section.questions if q.kind is QuestionKind.GOALS),
        (),
    )


def section_of(plan: PlanFormat, question_id: str) -> str:
    """The id of the section in which a question stands, or a part of one; empty when it stands in none."""
    wanted = question_id.split("/", 1)[0]
    return next((s.id for s in plan.sections if any(q.id == wanted for q in s.questions)), "")


def source_of(plan: PlanFormat, question: Question) -> str:
    """Where a question comes from: its own source, else that of its section."""
    if question.source:
        return question.source
    return next((s.source for s in plan.sections if any(q.id == question.id for q in s.questions)), "")
