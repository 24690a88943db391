"""Which steps and questions of a format show for this plan, and in which order."""

from __future__ import annotations

from dataclasses import dataclass

from .answered import answered
from .answers import PlanState
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
    PlanFormat,
    Question,
    Section,
    UnderRegime,
)


@dataclass(frozen=True)
class Step:
    """One step of the wizard as it shows now: a section and those of its questions that count."""

    number: int  # from 1
    section: Section
    questions: tuple[Question, ...]


def steps(plan: PlanFormat, state: PlanState) -> tuple[Step, ...]:
    """The steps that show, "Kader en datums" first. A section without a question to show is left out."""
    shown: list[Step] = []
    for section in plan.sections:
        questions = visible_questions(section, state, plan)
        if questions:
            shown.append(Step(len(shown) + 1, section, questions))
    return tuple(shown)


def visible_questions(section: Section, state: PlanState, plan: PlanFormat) -> tuple[Question, ...]:
    """The questions of a section that show; none when the section itself does not."""
    if not holds(section.when, state, plan):
        return ()
    return tuple(question for question in section.questions if holds(question.show_when, state, plan))


def hidden_parts(question: Question, state: PlanState, plan: PlanFormat) -> frozenset[str]:
    """The fields of a question's records that do not show or print now, such as hours in a gezinsplan."""
    return frozenset(question.hidden_parts) if holds(question.hidden_when, state, plan) else frozenset()


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
    value = state.bound.get(question.bind) if question.bind else plan_answer(question.id, state, plan).value
    given = value if isinstance(value, list | tuple) else [value]
    # 1 == True in Python; a tick and a number are different answers.
    return any(one == wanted and type(one) is type(wanted) for one in given for wanted in values)
