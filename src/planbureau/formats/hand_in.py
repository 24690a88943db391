"""A plan that was handed in: which of its questions are answered by whom it was handed to (rules C12)."""

from __future__ import annotations

from collections.abc import Mapping

from .answers import Answer
from .model import All, AnyOf, Condition, Fact, PlanFormat

_VERSIONS = "versions"
_NOTHING = Answer()


def answer_questions(plan: PlanFormat) -> frozenset[str]:
    """The questions that only show once there is a version: the answer to what was handed in."""
    if not plan.hand_in:
        return frozenset()
    questions = (question for section in plan.sections for question in section.questions)
    return frozenset(question.id for question in questions if _asks_version(question.show_when))


def only_answered(plan: PlanFormat, before: Mapping[str, Answer], now: Mapping[str, Answer]) -> bool:
    """Whether all that changed is the answer: the words of the client stand as they were handed in."""
    changed = {
        key.partition("/")[0]
        for key in {*before, *now}
        if before.get(key, _NOTHING) != now.get(key, _NOTHING)
    }
    return bool(changed) and changed <= answer_questions(plan)


def _asks_version(condition: Condition | None) -> bool:
    if isinstance(condition, Fact):
        return condition.name == _VERSIONS
    if isinstance(condition, All):
        return any(_asks_version(part) for part in condition.parts)
    if isinstance(condition, AnyOf):
        return bool(condition.parts) and all(_asks_version(part) for part in condition.parts)
    return False
