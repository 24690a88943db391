"""Which steps and questions of a format show for this plan, and in which order."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from .answered import holds, with_open_columns
from .answers import PlanState
from .model import LifeDomain, PlanFormat, Question, QuestionKind, Section


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
    """The questions of a section that show, with the columns that are asked now.

    None when the section itself does not show.
    """
    if not holds(section.when, state, plan):
        return ()
    return tuple(
        with_open_columns(question, state, plan)
        for question in section.questions
        if holds(question.show_when, state, plan)
    )


def life_domains(plan: PlanFormat, state: PlanState, used: Collection[str] = ()) -> tuple[LifeDomain, ...]:
    """The life domains that the plan asks about now, in its order, then those of before in `used`."""
    asked: dict[str, LifeDomain] = {}
    before: dict[str, LifeDomain] = {}
    for section in plan.sections:
        shown = visible_questions(section, state, plan)
        for question in section.questions:
            if question.kind is QuestionKind.LIFE_DOMAIN:
                for domain in plan.domain_set(question.domain_set).domains:
                    (asked if question in shown else before).setdefault(domain.id, domain)
    later = (domain for name, domain in before.items() if name in used and name not in asked)
    return (*asked.values(), *later)


def hidden_parts(question: Question, state: PlanState, plan: PlanFormat) -> frozenset[str]:
    """The fields of a question's records that do not show or print now, such as hours in a gezinsplan."""
    return frozenset(question.hidden_parts) if holds(question.hidden_when, state, plan) else frozenset()
