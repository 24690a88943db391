"""What a client handed in as a personal plan, offered to the plan that says how it was used (rules C12).

The words of the client stand in it part by part, with what the provider already wrote beside that part. What
is kept from somebody ("niet voor ...") is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planbureau.formats.answers import Answer, JsonValue, PlanState
from planbureau.formats.lookup import plan_answer
from planbureau.formats.model import PlanFormat, QuestionKind
from planbureau.rules.offers.answers import AnswerOffer, OtherPlan

_TABLE, _TEXT = "persoonlijk_plan_gebruikt", "eigen_plan_gebruikt"
"""The questions that ask for it: part by part, or in one text."""
_USED = "_gebruikt"
"""In a plan that is handed in, the question after each part: how it was used."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of a plan that was handed in: what the client wrote, and how that was used."""

    question_id: str
    label: str
    said: str
    used: str


def is_personal_plan(plan_format: PlanFormat) -> bool:
    """Whether a client hands such a plan in and is told part by part how it was used."""
    asked = {question.id for section in plan_format.sections for question in section.questions}
    return plan_format.hand_in and not plan_format.private and any(f"{one}{_USED}" in asked for one in asked)


def own_plan_offers(
    plan_format: PlanFormat, answers: Mapping[str, Answer], others: Sequence[OtherPlan]
) -> tuple[AnswerOffer, ...]:
    """What can be offered to a plan with these answers; of several personal plans the first one."""
    asked = {question.id for section in plan_format.sections for question in section.questions}
    state = PlanState(answers=answers)
    found = []
    for key in (_TABLE, _TEXT):
        if key in asked and plan_answer(key, state, plan_format).empty:
            told = ((other.plan_id, _value(key, tuple(_parts(other)))) for other in others)
            found += [AnswerOffer(key, plan_id, Answer(value)) for plan_id, value in told if value][:1]
    return tuple(found)


def _parts(other: OtherPlan) -> Iterator[_Part]:
    """The parts of a plan of the client itself in which something stands."""
    if not is_personal_plan(other.format):
        return
    state = PlanState(answers=other.answers)
    questions = {question.id: question for section in other.format.sections for question in section.questions}
    for name, question in questions.items():
        used = f"{name}{_USED}"
        if used not in questions or question.kind is not QuestionKind.LONG_TEXT or name in other.withheld:
            continue
        said = _text(plan_answer(name, state, other.format).value)
        if said:
            kept = used in other.withheld
            then = "" if kept else _text(plan_answer(used, state, other.format).value)
            yield _Part(name, question.label, said, then)


def _value(key: str, parts: Sequence[_Part]) -> JsonValue:
    if key == _TABLE:
        rows = [{"id": one.question_id, "wens": one.said, "gebruikt": one.used} for one in parts]
        return [{name: cell for name, cell in row.items() if cell} for row in rows]
    return "\n".join(f"{one.label}: {one.used}" for one in parts if one.used)


def _text(value: JsonValue) -> str:
    return value.strip() if isinstance(value, str) else ""
